-- Who has read about a student stands on her page. Found in the log itself it grew with every list she stood in: a year of
-- mentors' lists is some thousands of lines about each student. Here is one row a student, reader, reason and act with the
-- latest time, written with the line of the log; the log stays the truth. Lines that an older version of the program
-- writes while this one is put in place are in the log and not here.
create table audit.reader (
  organiser_id integer not null,
  person_id integer not null,
  -- 0 is the system or its operator.
  actor_id integer not null,
  because text not null,
  action text not null,
  what text not null,
  at timestamptz not null,
  primary key (organiser_id, person_id, actor_id, because, action)
) with (fillfactor = 80);

alter table audit.reader enable row level security;
create policy own_organiser on audit.reader
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, update on audit.reader to fullfolj_app;

insert into audit.reader (organiser_id, person_id, actor_id, because, action, what, at)
select distinct on (organiser_id, person_id, actor, because, action)
  organiser_id, person_id, coalesce(actor_id, 0) as actor, because, action, what, at
from audit.entry cross join lateral unnest(subjects) person_id
order by organiser_id, person_id, actor, because, action, at desc;
