-- What a set of changes did to each row, so that it can be undone as a whole: an import, or two persons merged into one.
-- The row's key; how it was before (null: it was not there); how it was after a change (null for an inserted row, which the
-- key tells of, and for a deleted one). Needs RETURNING OLD, which came with PostgreSQL 18.
create sequence platform.change_set as integer;
create table platform.change (
  organiser_id integer not null references organisation.organiser,
  change_set integer not null,
  seq bigint generated always as identity,
  relation text not null,
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (organiser_id, change_set, seq)
);
alter table platform.change enable row level security;
create policy own_organiser on platform.change
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant usage on schema platform to fullfolj_app;
grant usage on sequence platform.change_set to fullfolj_app;
grant select, insert, delete on platform.change to fullfolj_app;

-- Lessons are too many to be written down twice: a lesson says which set of changes inserted it, and only those that were
-- changed or removed are kept as they were. Null: inserted before this, or not by an import. No default, no index: added
-- to a large table at once.
alter table attendance.lesson add column change_set integer;

create table attendance.lesson_before (
  organiser_id integer not null,
  change_set integer not null,
  student_id integer not null,
  day date not null,
  start_minute smallint not null,
  activity_id integer not null,
  minutes smallint not null,
  attended smallint not null,
  valid smallint not null,
  invalid smallint not null,
  other smallint not null,
  late smallint not null,
  reported boolean not null,
  reason_id integer,
  lesson_ref text,
  inserted_by integer,
  primary key (organiser_id, change_set, student_id, day, start_minute, activity_id)
);
alter table attendance.lesson_before enable row level security;
create policy own_organiser on attendance.lesson_before
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, delete on attendance.lesson_before to fullfolj_app;

-- A week without lessons is no week: undoing an import and removing lessons take weeks away.
grant delete on attendance.week to fullfolj_app;

alter table imports.run add column change_set integer;
alter table imports.run add column undone_at timestamptz;
alter table imports.run add column undone_by integer;
