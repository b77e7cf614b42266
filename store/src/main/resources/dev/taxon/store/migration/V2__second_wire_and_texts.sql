-- What answers repeat as it was sent, as JSON; and when the first document of a job was begun.
alter table jobs add column echo text;
alter table jobs add column began_at ${moment};

-- The document whose text this one is decided on; null when it is read for itself.
alter table documents add column source_id ${uuid};

-- What was read: once for each content and way of reading, within a project.
create table texts (
  id ${uuid} primary key,
  project_id ${uuid} not null references projects (id),
  blob_sha256 text not null,
  reading text not null,
  size ${long} not null,
  pages ${bytes} not null,
  used_at ${moment} not null
) ${strict};
create unique index texts_by_content on texts (blob_sha256, project_id, reading);
create index texts_by_use on texts (used_at, id);
