-- What a school's system tells over SS 12000, kept as it came. A pull that is cut off goes on where it was, and nothing
-- that is shown changes before all of it is turned into one import.
create schema ss12000;

create table ss12000.source (
  organiser_id integer not null,
  source_id integer generated always as identity,
  name text not null,
  address text not null,
  login text not null check (login in ('command-line', 'token', 'client-credentials', 'certificate')),
  -- Sealed with the key of the data folder (platform/server/secret-box.ts); null from the command line.
  secret text,
  -- Null: all that the source offers.
  resources text[],
  -- Swedish hour at which it is pulled each day; null: only when somebody asks.
  hour smallint check (hour between 0 and 23),
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  -- The last attempt, the last that nobody asked for, the last pull that came to its end, the last import of what it brought.
  started_at timestamptz,
  scheduled_at timestamptz,
  completed_at timestamptz,
  applied_at timestamptz,
  -- How the last attempt ended, for the page: {"state", "code", "says"}.
  outcome jsonb,
  failures smallint not null default 0,
  next_try timestamptz,
  run_id integer,
  -- A nudge: the source says that something changed. The address's secret is kept as its hash.
  nudge_hash bytea,
  nudged_at timestamptz,
  subscription jsonb,
  primary key (organiser_id, source_id)
);

create table ss12000.cursor (
  organiser_id integer not null,
  source_id integer not null,
  resource text not null,
  -- When the last whole pull of this list began; what changed after it is asked for next. Null: never whole.
  since timestamptz,
  -- The last day of the window that is mirrored, where the list is asked by window.
  window_to date,
  -- What is left to ask in the pull under way; null between pulls.
  todo jsonb,
  began timestamptz,
  objects integer not null default 0,
  primary key (organiser_id, source_id, resource),
  foreign key (organiser_id, source_id) references ss12000.source on delete cascade
);

create table ss12000.object (
  organiser_id integer not null,
  source_id integer not null,
  resource text not null,
  object_id text not null,
  body jsonb not null,
  modified timestamptz,
  deleted boolean not null default false,
  -- Whether what stands here has been imported. Attendances leave when they are.
  applied boolean not null default false,
  -- Where it was told last (a lesson's day and start, a grade's course and day, a student's units), to take it back from.
  told jsonb,
  primary key (organiser_id, source_id, resource, object_id),
  foreign key (organiser_id, source_id) references ss12000.source on delete cascade
);
create index object_waiting on ss12000.object (organiser_id, source_id, resource) where not applied;
create unique index source_nudged on ss12000.source (nudge_hash, organiser_id) where nudge_hash is not null;

do $$
declare name text;
begin
  foreach name in array array['source', 'cursor', 'object'] loop
    execute format('alter table ss12000.%I enable row level security', name);
    execute format('create policy own_organiser on ss12000.%I using (organiser_id = current_setting(''fullfolj.organiser'')::integer)', name);
    execute format('grant select, insert, update, delete on ss12000.%I to fullfolj_app', name);
  end loop;
end $$;
grant usage on schema ss12000 to fullfolj_app;
