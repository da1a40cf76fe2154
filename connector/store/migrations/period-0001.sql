-- One period, everything keyed by a pseudonym; the file is removed whole when the period is released.
PRAGMA application_id = 1400066149;

-- Every text that stands for somebody, once; all other tables point here by number. AUTOINCREMENT: the number of a
-- forgotten person is never given to another. The two strangers are everybody who is not a person of the scope.
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pseudonym TEXT NOT NULL UNIQUE,
  CHECK (id < 0 OR pseudonym GLOB 'p1_*')
) STRICT;
INSERT INTO people (id, pseudonym) VALUES (-1, 'outside'), (-2, 'inside-unknown');

-- What is read is named here once: sources such as sent-items, and directory units.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;

-- The order of the key is the order of the work: one mailbox, one source, a span of days is one stretch of pages.
CREATE TABLE interactions (
  owner INTEGER NOT NULL REFERENCES people (id),
  source INTEGER NOT NULL REFERENCES sources (id),
  day INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind > 0),
  other INTEGER NOT NULL REFERENCES people (id),
  acts INTEGER NOT NULL CHECK (acts > 0),
  minutes REAL NOT NULL CHECK (minutes >= 0),
  PRIMARY KEY (owner, source, day, kind, other),
  CHECK (owner > 0 AND owner <> other)
) STRICT, WITHOUT ROWID;

-- That a day was read to its last page, also when it held nothing.
CREATE TABLE days_read (
  source INTEGER NOT NULL REFERENCES sources (id),
  owner INTEGER NOT NULL REFERENCES people (id),
  day INTEGER NOT NULL,
  PRIMARY KEY (source, owner, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_days (
  source INTEGER NOT NULL REFERENCES sources (id),
  day INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id) CHECK (person > 0),
  apps INTEGER NOT NULL CHECK (apps > 0),
  PRIMARY KEY (source, day, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_days_read (
  source INTEGER NOT NULL REFERENCES sources (id),
  day INTEGER NOT NULL,
  PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;

-- read_on: the day the directory said so; a later day wins, so that who left keeps the last unit.
CREATE TABLE memberships (
  person INTEGER PRIMARY KEY REFERENCES people (id) CHECK (person > 0),
  unit INTEGER NOT NULL REFERENCES units (id),
  standing INTEGER NOT NULL,
  read_on INTEGER NOT NULL
) STRICT;

CREATE TABLE headcounts (
  unit INTEGER NOT NULL REFERENCES units (id),
  standing INTEGER NOT NULL,
  heads INTEGER NOT NULL CHECK (heads >= 0),
  covered INTEGER NOT NULL CHECK (covered BETWEEN 0 AND heads),
  read_on INTEGER NOT NULL,
  PRIMARY KEY (unit, standing)
) STRICT, WITHOUT ROWID;
