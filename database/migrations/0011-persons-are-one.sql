-- Every id that a person has been known by in a system that rows come from: two systems may each have their own, and a
-- system may give a person a new one. people.person.source_id is the one that was told last for the first time.
create table people.known_source_id (
  organiser_id integer not null,
  source_id text not null,
  person_id integer not null,
  first_told_at timestamptz not null default now(),
  primary key (organiser_id, source_id),
  foreign key (organiser_id, person_id) references people.person
);
create index known_source_id_person on people.known_source_id (organiser_id, person_id);

insert into people.known_source_id (organiser_id, source_id, person_id, first_told_at)
select organiser_id, source_id, person_id, updated_at from people.person where source_id is not null;

-- A number that a person no longer has: a TF number or samordningsnummer that gave way, or the other number of a person who
-- stood twice. Files go on telling it.
create table people.former_civic_number (
  organiser_id integer not null,
  civic_number text not null check (civic_number ~ '^[0-9]{8}([0-9]{4}|TF[0-9]{2})$'),
  person_id integer not null,
  primary key (organiser_id, civic_number),
  foreign key (organiser_id, person_id) references people.person
);
create index former_civic_number_person on people.former_civic_number (organiser_id, person_id);

-- Two who are alike and are not the same: proposed no more. The lower id first.
create table people.told_apart (
  organiser_id integer not null,
  one_id integer not null,
  other_id integer not null check (other_id > one_id),
  told_by integer not null,
  told_at timestamptz not null default now(),
  primary key (organiser_id, one_id, other_id),
  foreign key (organiser_id, one_id) references people.person,
  foreign key (organiser_id, other_id) references people.person
);
create index told_apart_other on people.told_apart (organiser_id, other_id);

-- Two persons merged into one. The row of the one that went is in platform.change, under change_set; its number stands in the
-- log and in addresses that people have kept, and leads here to the one that stayed. No keys to people.person: who did it may
-- be merged too.
create table people.merge (
  organiser_id integer not null references organisation.organiser,
  merge_id integer generated always as identity,
  change_set integer not null,
  gone_id integer not null,
  into_id integer not null,
  merged_at timestamptz not null,
  merged_by integer not null,
  parted_at timestamptz,
  parted_by integer,
  -- A number of the same row of numbers, so that it shows what was written between the merge and the parting.
  parted_set integer,
  primary key (organiser_id, merge_id)
);
create unique index merge_gone on people.merge (organiser_id, gone_id) where parted_at is null;
create index merge_into on people.merge (organiser_id, into_id) where parted_at is null;

-- Lessons are too many to be written down twice: those that a merge gave to the one that stayed are known by their key.
-- Those that gave way, because the other's lesson at the same time stood, are whole in attendance.lesson_before.
create table attendance.moved_lesson (
  organiser_id integer not null,
  change_set integer not null,
  day date not null,
  start_minute smallint not null,
  activity_id integer not null,
  primary key (organiser_id, change_set, day, start_minute, activity_id)
);

do $$
declare one text;
begin
  foreach one in array array['people.known_source_id', 'people.former_civic_number', 'people.told_apart', 'people.merge',
    'attendance.moved_lesson']
  loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own_organiser on %s using (organiser_id = current_setting(''fullfolj.organiser'')::integer)', one);
    execute format('grant select, insert, update, delete on %s to fullfolj_app', one);
  end loop;
end $$;

-- What a run changed about somebody is told of the person that she is.
grant update on imports.difference to fullfolj_app;
