-- What a run's lessons came to in minutes, per unit and week: as the source said it, and as it stands here after the run.
create table imports.reconciliation (
  organiser_id integer not null,
  run_id integer not null,
  unit_id integer not null,
  monday date not null,
  students integer not null,
  source_offered bigint not null,
  source_reported bigint not null,
  source_absent bigint not null,
  stored_offered bigint not null,
  stored_reported bigint not null,
  stored_absent bigint not null,
  primary key (organiser_id, run_id, unit_id, monday),
  foreign key (organiser_id, run_id) references imports.run
);
alter table imports.reconciliation enable row level security;
create policy own_organiser on imports.reconciliation
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, delete on imports.reconciliation to fullfolj_app;
