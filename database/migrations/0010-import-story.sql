-- The most telling differences of a run: what a person wants to see before it is read in, and afterwards. The student and
-- the mentors are told by number and get their names when they are shown; a preview's new student never came to be, so
-- nothing refers to people. `masked`: the person is or was protected, and neither before nor after is kept.
create table imports.difference (
  organiser_id integer not null,
  run_id integer not null,
  number integer not null,
  kind text not null,
  student_id integer not null,
  unit_id integer,
  masked boolean not null,
  what text,
  before text,
  after text,
  file text,
  row integer,
  primary key (organiser_id, run_id, number),
  foreign key (organiser_id, run_id) references imports.run
);
alter table imports.difference enable row level security;
create policy own_organiser on imports.difference
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, delete on imports.difference to fullfolj_app;

-- Students who were enrolled at a unit that a run's files speak of, and who stand in none of them. Nothing is done about it.
create table imports.missing_student (
  organiser_id integer not null,
  run_id integer not null,
  unit_id integer not null,
  student_id integer not null,
  primary key (organiser_id, run_id, unit_id, student_id),
  foreign key (organiser_id, run_id) references imports.run
);
alter table imports.missing_student enable row level security;
create policy own_organiser on imports.missing_student
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, delete on imports.missing_student to fullfolj_app;
