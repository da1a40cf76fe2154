-- What was read for a released period, rounded before it is kept (design D6): the exact counters die with its file.
CREATE TABLE figures (
  period TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
