-- Whose mark was made together with that of an address: both go when the address is taken off the list, unless another
-- address of that person still stands on it.
CREATE TABLE protected_links (
  address TEXT NOT NULL CHECK (address GLOB 'm1_*'),
  person TEXT NOT NULL CHECK (person GLOB 'm1_*'),
  PRIMARY KEY (address, person)
) STRICT, WITHOUT ROWID;
-- Addresses to be taken off the list, sealed until the next run makes marks of them.
CREATE TABLE protected_removals (
  sealed TEXT PRIMARY KEY CHECK (sealed GLOB 'a1_*')
) STRICT, WITHOUT ROWID;
-- Of the newest run that took addresses off: how many of them stood for nobody on the list.
CREATE TABLE protected_missed (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  on_day TEXT NOT NULL,
  addresses INTEGER NOT NULL
) STRICT;
