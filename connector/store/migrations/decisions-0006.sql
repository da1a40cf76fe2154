-- Where a scope came from: a file put in the data folder (demo, pilot, every version before this one), or a proposal that
-- an office signed and, where it widens, another person approved.
ALTER TABLE scopes ADD COLUMN proposal INTEGER REFERENCES proposals (number);
-- In which kind of installation it came into force: what a pilot agreed on with itself counts for nothing in production.
ALTER TABLE scopes ADD COLUMN stage TEXT NOT NULL DEFAULT 'pilot' CHECK (stage IN ('production', 'pilot'));
-- 1 until a run has forgotten everybody who is not on the positive list that this scope put in the place of another.
ALTER TABLE scopes ADD COLUMN forget_unlisted INTEGER NOT NULL DEFAULT 0;

-- What somebody wants the scope to be, and the version it was a change of; null where there was none.
CREATE TABLE proposals (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  base INTEGER REFERENCES scopes (version),
  text TEXT NOT NULL
) STRICT;

-- What was done in office with each; never changed, never removed. No signature: the server's command line.
CREATE TABLE office_acts (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  proposal INTEGER NOT NULL REFERENCES proposals (number),
  kind TEXT NOT NULL,
  office TEXT NOT NULL,
  signature TEXT CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL,
  text TEXT
) STRICT;

-- What is said to be done before anything may be read: days, functions, hashes of documents kept elsewhere.
CREATE TABLE gate_records (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL
) STRICT;

-- Marks under the standing key: people and addresses of whom no act is ever kept.
CREATE TABLE protected_contacts (
  mark TEXT PRIMARY KEY CHECK (mark GLOB 'm1_*')
) STRICT, WITHOUT ROWID;
-- Addresses typed by the employees' representatives, sealed until the next run makes marks of them.
CREATE TABLE protected_pending (
  sealed TEXT PRIMARY KEY CHECK (sealed GLOB 'a1_*')
) STRICT, WITHOUT ROWID;

-- Protected contacts stood in the scope; they are kept apart from it now, and no scope names any.
INSERT OR IGNORE INTO protected_contacts (mark)
  SELECT value FROM scopes, json_each(scopes.text, '$.protectedContacts')
  WHERE version = (SELECT max(version) FROM scopes);
UPDATE scopes SET text = json_remove(text, '$.protectedContacts');
