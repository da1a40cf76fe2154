-- Of an approval: the sources it approves by name, as a JSON list; null where it names none.
ALTER TABLE office_acts ADD COLUMN also TEXT;
