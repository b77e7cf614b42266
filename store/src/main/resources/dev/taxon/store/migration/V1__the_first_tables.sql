-- Shared by SQLite and PostgreSQL; what differs is a word that the dialect gives.

create table organizations (
  id ${uuid} primary key,
  name text not null,
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};

create table projects (
  id ${uuid} primary key,
  organization_id ${uuid} not null references organizations (id),
  name text ${bytewise} not null,
  is_default ${flag} not null,
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create index projects_by_name on projects (organization_id, name);
create unique index projects_default on projects (organization_id) where is_default;

create table api_keys (
  id ${uuid} primary key,
  sha256 text not null unique,
  label text not null,
  user_id text not null,
  organization_id ${uuid} not null references organizations (id),
  project_id ${uuid} references projects (id),
  created_at ${moment} not null,
  last_used_at ${moment},
  revoked_at ${moment}
) ${strict};

create table files (
  id ${uuid} primary key,
  project_id ${uuid} not null references projects (id),
  name text ${bytewise} not null,
  external_file_id text,
  file_type text,
  declared_size ${long},
  blob_sha256 text,
  blob_size ${long},
  purpose text,
  last_modified_at ${moment},
  resource_info text,
  permission_info text,
  data_source_id text,
  expires_at ${moment},
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create index files_newest on files (project_id, created_at, id);
create index files_by_id on files (project_id, id);
create index files_by_name on files (project_id, name, id);
create index files_of_name on files (project_id, name, created_at, id);
create index files_by_external_id on files (project_id, external_file_id, created_at, id);
create index files_by_blob on files (blob_sha256);
create index files_by_expiry on files (expires_at) where expires_at is not null;

create table jobs (
  id ${uuid} primary key,
  wire text not null,
  project_id ${uuid} not null references projects (id),
  key_id ${uuid} not null,
  user_id text not null,
  status text not null,
  rules text not null,
  options text not null,
  webhooks text,
  items integer not null,
  waiting integer not null,
  error_message text,
  body_sha256 text not null,
  transaction_id text,
  configuration_id text,
  effective_at ${moment} not null,
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create index jobs_newest on jobs (project_id, wire, created_at, id);
create index jobs_by_body on jobs (project_id, body_sha256, created_at);
create unique index jobs_by_transaction on jobs (project_id, transaction_id) where transaction_id is not null;

-- One for each distinct file of a job: its name and content as they were when the job was made.
create table documents (
  id ${uuid} primary key,
  job_id ${uuid} not null references jobs (id),
  ordinal integer not null,
  file_id ${uuid} not null,
  name text not null,
  blob_sha256 text not null,
  blob_size ${long} not null,
  outcome text,
  type text,
  confidence ${double},
  reasoning text,
  details text,
  failure_code text,
  failure_sentence text,
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create unique index documents_in_order on documents (job_id, ordinal);
create index documents_waiting on documents (job_id, ordinal) where outcome is null;
create index documents_by_blob on documents (blob_sha256);

-- One for each entry of the file ids that were sent.
create table items (
  job_id ${uuid} not null references jobs (id),
  position integer not null,
  id ${uuid} not null,
  spelling text not null,
  document_id ${uuid} not null references documents (id),
  primary key (job_id, position)
) ${strict};

create table idempotency_keys (
  key_id ${uuid} not null,
  project_id ${uuid} not null,
  idempotency_key text not null,
  body_sha256 text not null,
  job_id ${uuid} not null references jobs (id),
  created_at ${moment} not null,
  primary key (key_id, project_id, idempotency_key)
) ${strict};
create index idempotency_keys_oldest on idempotency_keys (created_at);
create index idempotency_keys_by_job on idempotency_keys (job_id);

-- The work queue's own table; its columns are what db-scheduler expects.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data ${bytes},
  execution_time ${queue_moment} not null,
  picked ${queue_flag} not null,
  picked_by text,
  last_success ${queue_moment},
  last_failure ${queue_moment},
  consecutive_failures integer,
  last_heartbeat ${queue_moment},
  version bigint not null,
  priority integer,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
