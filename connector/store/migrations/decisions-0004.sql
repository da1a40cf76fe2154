-- Microsoft's own counts of the whole organisation: rows about nobody. `days` is 1 for a day, 7 for the week that ends
-- with it; `licensed` is null where Microsoft does not say it with the count.
CREATE TABLE organisation_counts (
  day TEXT NOT NULL,
  days INTEGER NOT NULL CHECK (days IN (1, 7)),
  service TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active >= 0),
  licensed INTEGER CHECK (licensed >= active),
  PRIMARY KEY (day, days, service)
) STRICT, WITHOUT ROWID;
