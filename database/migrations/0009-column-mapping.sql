-- What a person has said of the columns of files with headings that we do not know. `columns` names, heading by heading,
-- the field it is read as, null for one that is not read. `signature` is the SHA-256 of the headings without case,
-- accents and punctuation. Without a unit it holds for the whole organiser. A mapping that is forgotten keeps its row:
-- a preview that was made with it has to be made again.
create table imports.column_mapping (
  organiser_id integer not null,
  mapping_id integer generated always as identity,
  unit_id integer,
  signature char(64) not null,
  kind text not null,
  headings text[] not null,
  columns jsonb not null,
  day_order text not null check (day_order in ('year-first', 'day-first', 'month-first')),
  in_hours boolean not null,
  source text not null check (length(source) <= 80),
  set_by integer not null,
  set_at timestamptz not null default clock_timestamp(),
  forgotten_at timestamptz,
  primary key (organiser_id, mapping_id),
  unique nulls not distinct (organiser_id, unit_id, signature),
  foreign key (organiser_id, unit_id) references organisation.school_unit,
  foreign key (organiser_id, set_by) references people.person
);

alter table imports.column_mapping enable row level security;
create policy own_organiser on imports.column_mapping
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, update on imports.column_mapping to fullfolj_app;
