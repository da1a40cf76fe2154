-- What was decided and released. It lasts, and never holds a pseudonym of any period.
PRAGMA application_id = 1400063077;

CREATE TABLE scopes (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  saved_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- The chain of the year's privacy budget: each entry names the hash of the one before it.
CREATE TABLE ledger (
  position INTEGER PRIMARY KEY,
  previous_hash TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE releases (
  period TEXT PRIMARY KEY,
  first_day TEXT NOT NULL,
  day_after TEXT NOT NULL,
  released_at TEXT NOT NULL,
  ledger_position INTEGER NOT NULL UNIQUE REFERENCES ledger (position),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a release, born with it: what is still owed to the people whose rows were counted.
CREATE TABLE erasures (
  period TEXT PRIMARY KEY REFERENCES releases (period),
  file_removed_at TEXT,
  key_shredded_at TEXT
) STRICT, WITHOUT ROWID;

-- The fence only ever grows: a holder that slept past its lease is known by its old number.
CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  fence INTEGER NOT NULL CHECK (fence > 0),
  holder TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums over everybody; no figure of one mailbox. Moments are milliseconds since 1970.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  step TEXT NOT NULL,
  period TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  days_done INTEGER NOT NULL DEFAULT 0 CHECK (days_done >= 0),
  days INTEGER NOT NULL DEFAULT 0 CHECK (days >= 0),
  mailboxes_done INTEGER NOT NULL DEFAULT 0 CHECK (mailboxes_done >= 0),
  mailboxes INTEGER NOT NULL DEFAULT 0 CHECK (mailboxes >= 0),
  failure TEXT
) STRICT;

-- Marks under the standing key: people who must never be read. Why is not asked and not kept.
CREATE TABLE objections (
  mark TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
