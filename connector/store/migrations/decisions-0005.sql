-- Entries of the ledger whose head is pinned outside the data folder: only their releases are shown.
CREATE TABLE pinned (
  ledger_position INTEGER PRIMARY KEY REFERENCES ledger (position)
) STRICT;
