-- The foundation: one schema per module. Every table of an organiser carries organiser_id first in its key,
-- so that row-level security (end of the file) is one rule, and so that the tables can be distributed by organiser.
-- No triggers and no foreign keys on attendance: they are the large tables.

create schema platform;
create schema organisation;
create schema people;
create schema audit;
create schema identity;
create schema attendance;
create schema grades;
create schema coordination;
create schema concerns;
create schema signals;
create schema imports;

-- ── organisation: organisers, school units, the school calendar ────────────────────────────────────────────
create table organisation.organiser (
  organiser_id integer generated always as identity primary key,
  name text not null unique check (name <> ''),
  kind text not null default 'municipality' check (kind in ('municipality', 'region', 'independent')),
  municipality_code char(4),
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table organisation.school_unit (
  organiser_id integer not null references organisation.organiser,
  unit_id integer generated always as identity,
  code char(8) not null,
  name text not null,
  primary key (organiser_id, unit_id),
  unique (organiser_id, code)
);

create table organisation.school_year (
  organiser_id integer not null references organisation.organiser,
  starts date not null,
  ends date not null check (ends > starts),
  primary key (organiser_id, starts)
);

create table organisation.school_break (
  organiser_id integer not null references organisation.organiser,
  break_id integer generated always as identity,
  unit_id integer,
  starts date not null,
  ends date not null check (ends >= starts),
  name text not null,
  primary key (organiser_id, break_id)
);

-- ── people: persons and what ties them to units, groups and each other, all with dates ─────────────────────
create table people.person (
  organiser_id integer not null references organisation.organiser,
  person_id integer generated always as identity,
  civic_number text check (civic_number ~ '^[0-9]{8}([0-9]{4}|TF[0-9]{2})$'),
  source_id text,
  federated_name text,
  given_name text not null,
  middle_name text,
  family_name text not null,
  protection text not null default 'none' check (protection in ('none', 'confidential', 'protected-registration')),
  email text,
  home_municipality char(4),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (organiser_id, person_id)
);
create unique index person_civic_number on people.person (organiser_id, civic_number) where civic_number is not null;
create unique index person_source_id on people.person (organiser_id, source_id) where source_id is not null;
create unique index person_federated_name on people.person (organiser_id, lower(federated_name)) where federated_name is not null;

create table people.enrolment (
  organiser_id integer not null,
  enrolment_id integer generated always as identity,
  student_id integer not null,
  unit_id integer not null,
  school_form text not null,
  programme_code text,
  year_of_study smallint,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, enrolment_id),
  unique (organiser_id, student_id, unit_id, starts),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, unit_id) references organisation.school_unit
);
create index enrolment_unit on people.enrolment (organiser_id, unit_id, student_id);

create table people.student_group (
  organiser_id integer not null,
  group_id integer generated always as identity,
  unit_id integer not null,
  kind text not null check (kind in ('class', 'teaching')),
  name text not null,
  primary key (organiser_id, group_id),
  unique (organiser_id, unit_id, kind, name),
  foreign key (organiser_id, unit_id) references organisation.school_unit
);

create table people.group_membership (
  organiser_id integer not null,
  student_id integer not null,
  group_id integer not null,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, student_id, group_id, starts),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, group_id) references people.student_group
);
create index group_membership_group on people.group_membership (organiser_id, group_id, student_id);

create table people.guardianship (
  organiser_id integer not null,
  student_id integer not null,
  guardian_id integer not null,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, student_id, guardian_id, starts),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, guardian_id) references people.person
);

create table people.duty (
  organiser_id integer not null,
  duty_id integer generated always as identity,
  person_id integer not null,
  unit_id integer,
  role text not null check (role in ('mentor', 'teacher', 'principal', 'health-team', 'career-counsellor', 'coach',
    'administrator', 'head-of-education', 'data-protection-officer')),
  title text,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, duty_id),
  foreign key (organiser_id, person_id) references people.person,
  foreign key (organiser_id, unit_id) references organisation.school_unit
);
create index duty_person on people.duty (organiser_id, person_id);

create table people.mentorship (
  organiser_id integer not null,
  student_id integer not null,
  mentor_id integer not null,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, student_id, mentor_id, starts),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, mentor_id) references people.person
);
create index mentorship_mentor on people.mentorship (organiser_id, mentor_id, student_id);

create table people.teaching (
  organiser_id integer not null,
  group_id integer not null,
  teacher_id integer not null,
  starts date not null,
  ends date check (ends >= starts),
  primary key (organiser_id, group_id, teacher_id, starts),
  foreign key (organiser_id, group_id) references people.student_group,
  foreign key (organiser_id, teacher_id) references people.person
);
create index teaching_teacher on people.teaching (organiser_id, teacher_id, group_id);

-- Where each student is today, derived from the dated rows above whenever they change and once a day.
-- Lists of thousands of students filter and sort here instead of resolving dates per row.
create table people.placement (
  organiser_id integer not null,
  student_id integer not null,
  as_of date not null,
  unit_id integer not null,
  class_id integer,
  class_name text not null default '',
  programme_code text,
  year_of_study smallint,
  mentor_id integer,
  sort_name text not null,
  primary key (organiser_id, student_id),
  foreign key (organiser_id, student_id) references people.person
);
create index placement_unit on people.placement (organiser_id, unit_id, sort_name);
create index placement_mentor on people.placement (organiser_id, mentor_id);

-- ── audit: who read, wrote or exported what about whom, and why they could ─────────────────────────────────
-- Sixteen chains per organiser, so that readers do not queue behind one last row.
create table audit.head (
  organiser_id integer not null,
  chain smallint not null,
  seq bigint not null,
  hash bytea not null,
  primary key (organiser_id, chain)
);

create table audit.entry (
  organiser_id integer not null,
  chain smallint not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id integer,
  action text not null,
  what text not null,
  because text not null,
  subjects integer[] not null,
  detail jsonb not null,
  hash bytea not null,
  primary key (organiser_id, chain, seq)
);
create index entry_subject on audit.entry using gin (subjects);
create index entry_at on audit.entry (organiser_id, at);

-- ── identity: sessions on the server ────────────────────────────────────────────────────────────────────────
create table identity.session (
  organiser_id integer not null references organisation.organiser,
  token_hash bytea not null,
  person_id integer not null,
  how text not null check (how in ('openid-connect', 'demonstration')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  primary key (organiser_id, token_hash),
  foreign key (organiser_id, person_id) references people.person
);

create table identity.subject (
  organiser_id integer not null,
  issuer text not null,
  subject text not null,
  person_id integer not null,
  primary key (organiser_id, issuer, subject),
  foreign key (organiser_id, person_id) references people.person
);

-- ── attendance ──────────────────────────────────────────────────────────────────────────────────────────────
create table attendance.activity (
  organiser_id integer not null,
  activity_id integer generated always as identity,
  group_name text not null,
  course_code text not null,
  primary key (organiser_id, activity_id),
  unique (organiser_id, group_name, course_code)
);

create table attendance.reason (
  organiser_id integer not null,
  reason_id integer generated always as identity,
  name text not null,
  primary key (organiser_id, reason_id),
  unique (organiser_id, name)
);

-- One student at one lesson, in minutes (SS 12000 Attendance). reported = false is neither presence nor absence.
create table attendance.lesson (
  organiser_id integer not null,
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
  primary key (organiser_id, student_id, day, start_minute, activity_id)
) partition by range (day);

-- Totals of a period (SS 12000 AggregatedAttendance), for schools that can give no more. Minutes.
create table attendance.period_total (
  organiser_id integer not null,
  student_id integer not null,
  starts date not null,
  ends date not null check (ends >= starts),
  activity_id integer not null,
  lessons integer,
  offered integer not null,
  reported integer not null,
  attended integer not null,
  valid integer not null,
  invalid integer not null,
  other integer not null,
  primary key (organiser_id, student_id, starts, ends, activity_id)
);

-- One student's one week: all that signals and pages need of it, recomputed from the lessons when they change.
create table attendance.week (
  organiser_id integer not null,
  student_id integer not null,
  monday date not null,
  lessons smallint not null,
  reported_lessons smallint not null,
  absent_lessons smallint not null,
  invalid_lessons smallint not null,
  late_lessons smallint not null,
  offered_minutes integer not null,
  reported_minutes integer not null,
  valid_minutes integer not null,
  invalid_minutes integer not null,
  other_minutes integer not null,
  episodes_started smallint not null,
  starts_absent boolean not null,
  ends_absent boolean not null,
  school_days smallint not null,
  reported_days smallint not null,
  whole_days_absent smallint not null,
  unknown_reason_days smallint not null,
  invalid_by_day smallint[] not null,
  primary key (organiser_id, student_id, monday)
);

-- Creates the month's partition if it is missing. Owned by the schema's owner, callable by the application.
create function attendance.ensure_month(month date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  first date := date_trunc('month', month)::date;
  child text := 'lesson_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('attendance.' || child) is null then
    perform pg_advisory_xact_lock(hashtext('attendance.ensure_month'));
    execute format('create table if not exists attendance.%I partition of attendance.lesson for values from (%L) to (%L)',
      child, first, (first + interval '1 month')::date);
    execute format('alter table attendance.%I set (autovacuum_analyze_scale_factor = 0.02)', child);
  end if;
end $$;

-- ── grades ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Scale and value apart: the scale changes in 2028. is_pass is null where it is not known or does not apply.
create table grades.grade (
  organiser_id integer not null,
  student_id integer not null,
  course_code text not null,
  graded_on date not null,
  trial boolean not null default false,
  course_name text,
  points smallint,
  scale text not null,
  value text not null,
  is_pass boolean,
  term text,
  extended boolean not null default false,
  adapted_study_plan text,
  teacher_signature text,
  remark text,
  primary key (organiser_id, student_id, course_code, graded_on, trial),
  foreign key (organiser_id, student_id) references people.person
);

-- ── coordination: talks ─────────────────────────────────────────────────────────────────────────────────────
-- request_key is made with the form, so that a second click or a resent request records nothing twice.
create table coordination.talk (
  organiser_id integer not null,
  talk_id integer generated always as identity,
  request_key uuid not null,
  student_id integer not null,
  held_on date not null,
  held_by integer not null,
  outcome text not null check (outcome in ('fine', 'needs-something', 'needs-more', 'did-not-come')),
  note text not null default '',
  next_step text not null check (next_step in ('plan-with-teacher', 'new-talk', 'extra-adaptation', 'health-team', 'none')),
  next_on date,
  recorded_at timestamptz not null default now(),
  primary key (organiser_id, talk_id),
  unique (organiser_id, request_key),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, held_by) references people.person
);
create index talk_student on coordination.talk (organiser_id, student_id, held_on desc);

-- ── concerns ────────────────────────────────────────────────────────────────────────────────────────────────
create table concerns.concern (
  organiser_id integer not null,
  concern_id integer generated always as identity,
  request_key uuid not null,
  student_id integer not null,
  kind text not null check (kind in ('wish-to-talk', 'thinks-of-quitting', 'staff-concern')),
  area text not null check (area in ('attendance', 'schoolwork', 'results', 'wellbeing', 'relations', 'other')),
  chosen_adult integer,
  raised_by integer not null,
  raised_on date not null,
  recorded_at timestamptz not null default now(),
  handled_on date,
  handled_by_talk integer,
  primary key (organiser_id, concern_id),
  unique (organiser_id, request_key),
  foreign key (organiser_id, student_id) references people.person,
  foreign key (organiser_id, raised_by) references people.person
);
create index concern_student on concerns.concern (organiser_id, student_id, raised_on desc);

-- ── signals ─────────────────────────────────────────────────────────────────────────────────────────────────
create table signals.threshold (
  organiser_id integer not null,
  signal text not null,
  key text not null,
  starts date not null,
  value numeric not null,
  set_by integer not null,
  set_at timestamptz not null default now(),
  primary key (organiser_id, signal, key, starts),
  foreign key (organiser_id, set_by) references people.person
);

create table signals.signal (
  organiser_id integer not null,
  student_id integer not null,
  signal text not null,
  since date not null,
  until date,
  level smallint not null check (level between 0 and 3),
  state text not null,
  shown_from date,
  evidence jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (organiser_id, student_id, signal, since),
  foreign key (organiser_id, student_id) references people.person
);
create index signal_open on signals.signal (organiser_id, signal, state) where until is null;

create table signals.feedback (
  organiser_id integer not null,
  feedback_id integer generated always as identity,
  request_key uuid not null,
  student_id integer not null,
  signal text not null,
  since date not null,
  reason text not null check (reason in ('wrong-data', 'already-known', 'not-relevant', 'other')),
  given_by integer not null,
  given_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (organiser_id, feedback_id),
  unique (organiser_id, request_key),
  foreign key (organiser_id, student_id) references people.person
);
create index feedback_student on signals.feedback (organiser_id, student_id);

-- One row a student: what lists and dashboards read. absent_share is null where the data does not suffice.
create table signals.indicator (
  organiser_id integer not null,
  student_id integer not null,
  as_of date not null,
  absent_lessons smallint not null,
  reported_lessons smallint not null,
  offered_lessons smallint not null,
  absent_share real,
  week_shares smallint[] not null,
  weeks_from date not null,
  rank real not null,
  top_level smallint not null,
  open_signals text[] not null,
  headline text not null,
  strengths text[] not null,
  last_talk_on date,
  computed_at timestamptz not null default now(),
  primary key (organiser_id, student_id),
  foreign key (organiser_id, student_id) references people.person
);
create index indicator_rank on signals.indicator (organiser_id, rank desc);

create table signals.evaluation (
  organiser_id integer not null,
  evaluated_on date not null,
  finished_at timestamptz not null,
  students integer not null,
  primary key (organiser_id, evaluated_on)
);

-- ── imports ─────────────────────────────────────────────────────────────────────────────────────────────────
create table imports.run (
  organiser_id integer not null,
  run_id integer generated always as identity,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  started_by integer,
  source text not null,
  state text not null check (state in ('preview', 'done', 'stopped', 'failed')),
  counts jsonb not null default '{}',
  warnings jsonb not null default '[]',
  primary key (organiser_id, run_id)
);

create table imports.refused_row (
  organiser_id integer not null,
  run_id integer not null,
  number integer not null,
  file text not null,
  row integer not null,
  "column" text,
  code text not null,
  says text not null,
  content text not null,
  primary key (organiser_id, run_id, number),
  foreign key (organiser_id, run_id) references imports.run
);

-- ── platform: events announced upwards, written in the transaction of the fact ─────────────────────────────
create table platform.event (
  organiser_id integer not null,
  event_id bigint generated always as identity,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  primary key (organiser_id, event_id)
);

-- ── the second lock ─────────────────────────────────────────────────────────────────────────────────────────
-- Requests run as fullfolj_app with SET LOCAL fullfolj.organiser. Without it current_setting fails: closed.
do $$
begin
  if not exists (select from pg_roles where rolname = 'fullfolj_app') then
    create role fullfolj_app nologin nobypassrls;
  end if;
  execute format('grant fullfolj_app to %I', current_user);
end $$;

do $$
declare t record;
begin
  for t in
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('organisation', 'people', 'audit', 'identity', 'attendance', 'grades', 'coordination',
        'concerns', 'signals', 'imports', 'platform')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organiser_id')
  loop
    execute format('alter table %I.%I enable row level security', t.schema, t.name);
    execute format('create policy own_organiser on %I.%I using (organiser_id = current_setting(''fullfolj.organiser'')::integer)',
      t.schema, t.name);
    execute format('grant select, insert, update, delete on %I.%I to fullfolj_app', t.schema, t.name);
  end loop;
end $$;

grant usage on schema organisation, people, audit, identity, attendance, grades, coordination, concerns, signals,
  imports, platform to fullfolj_app;
grant execute on function attendance.ensure_month(date) to fullfolj_app;

-- The log is append-only: the application may add to it and read it, nothing else.
revoke update, delete on audit.entry from fullfolj_app;
revoke delete on audit.head from fullfolj_app;
-- Organisers are made by commands of the operator, never by a request.
revoke insert, update, delete on organisation.organiser from fullfolj_app;
