-- A result is asked for by its own id, beside its job's.
create unique index items_by_id on items (id);
