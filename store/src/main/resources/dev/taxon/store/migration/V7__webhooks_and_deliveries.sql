-- One that was saved, or one that came with a job. What may be secret of it is sealed.
create table webhooks (
  id ${uuid} primary key,
  project_id ${uuid} not null references projects (id),
  is_saved ${flag} not null,
  url text not null,
  events text,
  output_format text not null,
  sealed text,
  has_secret ${flag} not null,
  created_at ${moment} not null,
  updated_at ${moment} not null,
  deleted_at ${moment}
) ${strict};
create index webhooks_newest on webhooks (project_id, created_at, id) where is_saved;

create table job_webhooks (
  job_id ${uuid} not null references jobs (id) on delete cascade,
  position integer not null,
  webhook_id ${uuid} not null references webhooks (id),
  primary key (job_id, position)
) ${strict};
create index job_webhooks_by_webhook on job_webhooks (webhook_id);

-- One event for one webhook; the id is the event's, the body goes out as it is at every attempt.
create table deliveries (
  id ${uuid} primary key,
  project_id ${uuid} not null references projects (id),
  webhook_id ${uuid} not null references webhooks (id),
  job_id ${uuid} not null,
  job_spelling text not null,
  event_type text not null,
  url text not null,
  receiver text not null,
  body text not null,
  status text not null,
  attempts integer not null,
  attempts_left integer not null,
  due_at ${moment} not null,
  claimed_by text,
  claimed_until ${moment},
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create index deliveries_due on deliveries (due_at, id) where status = 'WAITING';
create index deliveries_newest on deliveries (project_id, created_at, id);
create index deliveries_by_job on deliveries (job_id, id);
create index deliveries_by_webhook on deliveries (webhook_id);
create index deliveries_ended on deliveries (updated_at) where status <> 'WAITING';

create table delivery_attempts (
  delivery_id ${uuid} not null references deliveries (id) on delete cascade,
  number integer not null,
  began_at ${moment} not null,
  millis ${long} not null,
  http_status integer,
  problem text,
  primary key (delivery_id, number)
) ${strict};

-- What was kept with jobs held secrets in the clear. Those of jobs that have not ended wait here until the server, which
-- has the key, seals them at its next start.
create table unsealed_webhooks (
  job_id ${uuid} primary key references jobs (id) on delete cascade,
  webhooks text not null
) ${strict};
insert into unsealed_webhooks (job_id, webhooks)
  select id, webhooks from jobs where webhooks is not null and status = 'PENDING';
alter table jobs drop column webhooks;
