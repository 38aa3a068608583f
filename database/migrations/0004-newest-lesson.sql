-- How fresh an organiser's attendance is: every page says it, and finding the newest week among all weeks of all students
-- grows with the history. One row an organiser, moved forward by each merge.
create table attendance.freshness (
  organiser_id integer primary key references organisation.organiser,
  newest_day date not null
);

alter table attendance.freshness enable row level security;
create policy own_organiser on attendance.freshness
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, update, delete on attendance.freshness to fullfolj_app;

insert into attendance.freshness (organiser_id, newest_day)
select organiser_id, max(monday + floor(log(2, reported_days))::integer)
from attendance.week where reported_days > 0 group by organiser_id;
