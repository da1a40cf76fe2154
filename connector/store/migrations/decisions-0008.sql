-- What was asked, kept, released, destroyed, decided and looked at, each entry naming the hash of the one before it.
CREATE TABLE boundary (
  position INTEGER PRIMARY KEY,
  previous_hash TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

-- It only ever grows, at its end: the chain shows a change afterwards, these keep one from being made in passing.
CREATE TRIGGER boundary_is_never_changed BEFORE UPDATE ON boundary
BEGIN
  SELECT RAISE(ABORT, 'The boundary ledger is never changed.');
END;
CREATE TRIGGER boundary_is_never_cut BEFORE DELETE ON boundary
BEGIN
  SELECT RAISE(ABORT, 'Nothing is taken out of the boundary ledger.');
END;
CREATE TRIGGER boundary_grows_at_its_end BEFORE INSERT ON boundary
WHEN NEW.position <> coalesce((SELECT max(position) FROM boundary), 0) + 1
  OR EXISTS (SELECT 1 FROM boundary WHERE hash = NEW.hash OR previous_hash = NEW.previous_hash)
BEGIN
  SELECT RAISE(ABORT, 'The boundary ledger grows at its end.');
END;
