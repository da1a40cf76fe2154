-- Competences that the scope declares, as the directory's groups showed them: how many people of the list have each, which
-- no objection touches, and who they are.
CREATE TABLE competences (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  heads INTEGER NOT NULL CHECK (heads >= 0),
  read_on INTEGER NOT NULL
) STRICT;

CREATE TABLE holders (
  person INTEGER NOT NULL REFERENCES people (id) CHECK (person > 0),
  competence INTEGER NOT NULL REFERENCES competences (id),
  PRIMARY KEY (person, competence)
) STRICT, WITHOUT ROWID;
