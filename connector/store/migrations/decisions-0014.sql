-- Tools in and out, benefits and gates of services, as official text: of tools and units, and of nobody; and who wrote it.
-- A row that is written anew is added with its number, so that a target that was moved is seen to have been; one that is
-- taken away is removed with everything it said before.
CREATE TABLE plans (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('tool', 'benefit', 'gate')),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX plans_number ON plans (kind, number);
-- Public figures of municipalities, and who brought them in.
CREATE TABLE public_figures (
  municipality TEXT NOT NULL,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  value REAL NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL,
  PRIMARY KEY (municipality, year, indicator)
) STRICT, WITHOUT ROWID;
-- Which municipality this one is: its number tells the county, whose school holidays are known.
CREATE TABLE own_municipality (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  number TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL
) STRICT;
