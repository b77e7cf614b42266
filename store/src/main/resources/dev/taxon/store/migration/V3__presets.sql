-- Saved configurations: in a project, a name stands for one of each product type.
create table presets (
  id ${uuid} primary key,
  project_id ${uuid} not null references projects (id),
  name text ${bytewise} not null,
  product_type text not null,
  parameters text not null,
  created_at ${moment} not null,
  updated_at ${moment} not null
) ${strict};
create unique index presets_by_name on presets (project_id, name, product_type);
create index presets_newest on presets (project_id, updated_at, id);
