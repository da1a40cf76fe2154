-- What said where a person works (1 an attribute, 2 groups, 3 the chain of managers, 4 a file from HR), and the day it was
-- read or, of a file, the file's own. Both are null where it was kept before this was noted.
ALTER TABLE memberships ADD COLUMN placed_by INTEGER CHECK (placed_by > 0);
ALTER TABLE memberships ADD COLUMN placed_on INTEGER CHECK ((placed_by IS NULL) = (placed_on IS NULL));
