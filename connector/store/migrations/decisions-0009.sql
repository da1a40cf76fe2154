-- Who stopped the processing and who let it go on, with the controller's answer; never changed, never removed.
CREATE TABLE pause_acts (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL CHECK (act IN ('paused', 'resume-asked', 'resumed')),
  office TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature GLOB 's1_*'),
  at TEXT NOT NULL,
  text TEXT
) STRICT;

-- What leaders have said they used a release for. Who said it is not asked and not kept.
CREATE TABLE uses (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  period TEXT NOT NULL,
  said_on TEXT NOT NULL,
  use TEXT NOT NULL,
  text TEXT
) STRICT;
