-- Final grades from compulsory school, as Statistics Sweden's file of year 9 tells them: one row a student and subject.
-- unit_code is the school that set them, which is none of the organiser's. value is as in the file: A-F, 9, 3 or 2.
create table grades.compulsory_grade (
  organiser_id integer not null,
  student_id integer not null,
  subject text not null,
  language text,
  value text not null,
  is_pass boolean,
  unit_code text,
  taken_on date not null,
  primary key (organiser_id, student_id, subject),
  foreign key (organiser_id, student_id) references people.person
);

alter table grades.compulsory_grade enable row level security;
create policy own_organiser on grades.compulsory_grade
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant select, insert, update, delete on grades.compulsory_grade to fullfolj_app;
