-- What was answered under an Idempotency-Key, to be answered again.
create table answers (
  key_id ${uuid} not null,
  project_id ${uuid} not null,
  idempotency_key text not null,
  request_sha256 text not null,
  status integer not null,
  content_type text,
  body ${bytes} not null,
  created_at ${moment} not null,
  primary key (key_id, project_id, idempotency_key)
) ${strict};
create index answers_oldest on answers (created_at);

-- How much a project keeps is asked before it may keep more.
create index files_usage on files (project_id, expires_at, blob_size);
