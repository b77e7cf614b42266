-- What a newer version of the program might add.
alter table jobs add column priority integer;
