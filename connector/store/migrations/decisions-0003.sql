-- A run may end with some sources read and others not: the table is made again, because a check cannot be changed.
CREATE TABLE runs_with_partial (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'partial', 'failed')),
  step TEXT NOT NULL,
  period TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  days_done INTEGER NOT NULL DEFAULT 0 CHECK (days_done >= 0),
  days INTEGER NOT NULL DEFAULT 0 CHECK (days >= 0),
  mailboxes_done INTEGER NOT NULL DEFAULT 0 CHECK (mailboxes_done >= 0),
  mailboxes INTEGER NOT NULL DEFAULT 0 CHECK (mailboxes >= 0),
  failure TEXT,
  -- Rounded; unknown fields are names of Microsoft's own metadata, and how many there were in all.
  dropped INTEGER,
  unknown_fields INTEGER NOT NULL DEFAULT 0 CHECK (unknown_fields >= 0),
  unknown_named TEXT NOT NULL DEFAULT '[]'
) STRICT;
INSERT INTO runs_with_partial
    (id, state, step, period, started_at, ended_at, days_done, days, mailboxes_done, mailboxes, failure)
  SELECT id, state, step, period, started_at, ended_at, days_done, days, mailboxes_done, mailboxes, failure FROM runs;
DROP TABLE runs;
ALTER TABLE runs_with_partial RENAME TO runs;

-- How each source fared in a run. Days, and mailboxes against the positive list; every other figure is rounded before it
-- comes here (design D6), and null where nothing is said of so few.
CREATE TABLE source_runs (
  run INTEGER NOT NULL REFERENCES runs (id),
  place INTEGER NOT NULL,
  source TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'partial', 'failed', 'not-due')),
  days_done INTEGER NOT NULL CHECK (days_done >= 0),
  days INTEGER NOT NULL CHECK (days >= days_done),
  mailboxes_done INTEGER NOT NULL CHECK (mailboxes_done >= 0),
  mailboxes INTEGER NOT NULL CHECK (mailboxes >= mailboxes_done),
  given_up INTEGER NOT NULL CHECK (given_up >= 0 AND given_up % 10 = 0),
  gap_days INTEGER NOT NULL CHECK (gap_days >= 0),
  week_rows INTEGER,
  asked_to_wait INTEGER,
  tried_again INTEGER,
  failure TEXT,
  PRIMARY KEY (run, source)
) STRICT, WITHOUT ROWID;
