-- What is launched, for which released rows, as official text: of tools and units, and of nobody; and who registered it.
CREATE TABLE launches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL
) STRICT;
-- What was tried, expected, got and learnt, and what comes next: added to, never removed.
CREATE TABLE retrospectives (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  launch INTEGER NOT NULL REFERENCES launches (number),
  text TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL
) STRICT;
