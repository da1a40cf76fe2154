-- How long the requests of a source waited in a run, added up: whole minutes to two figures, null under one.
ALTER TABLE source_runs ADD COLUMN waited_minutes INTEGER CHECK (waited_minutes > 0);
