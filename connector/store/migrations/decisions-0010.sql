-- Marks under the standing key: people who have left and were forgotten, and must not be read again by mistake.
CREATE TABLE forgotten (
  mark TEXT PRIMARY KEY CHECK (mark GLOB 'm1_*')
) STRICT, WITHOUT ROWID;
