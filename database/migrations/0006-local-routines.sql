-- An organiser's own routines: dated rows that tighten a rule of the law book. A row with no value ends the routine from
-- that day: what the law says then stands alone.
create schema rule_book;
create table rule_book.routine (
  organiser_id integer not null,
  rule text not null,
  key text not null,
  starts date not null,
  value text,
  set_by integer not null,
  set_at timestamptz not null default now(),
  primary key (organiser_id, rule, key, starts),
  foreign key (organiser_id, set_by) references people.person
);

alter table rule_book.routine enable row level security;
create policy own_organiser on rule_book.routine
  using (organiser_id = current_setting('fullfolj.organiser')::integer);
grant usage on schema rule_book to fullfolj_app;
grant select, insert, update on rule_book.routine to fullfolj_app;
