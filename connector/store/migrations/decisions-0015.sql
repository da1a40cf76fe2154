-- Who chose to stand as a bridge-builder: object id, name and unit in one sealed box. No mark, no pseudonym, no time, so that
-- no other row leads to one of these; the box is random, and so is the order of the rows.
CREATE TABLE bridge_builders (
  sealed TEXT PRIMARY KEY CHECK (sealed GLOB 'b1_*')
) STRICT, WITHOUT ROWID;
