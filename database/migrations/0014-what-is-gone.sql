-- A source that does not tell what it deletes can be asked for everything: what does not come then is gone.
alter table ss12000.object add column seen timestamptz;
comment on column ss12000.object.seen is 'When the pull of the whole list began in which the object came last; null: in none.';

-- The whole list was pulled and is not imported yet: of its objects none is missing in the mirror.
alter table ss12000.cursor add column whole boolean not null default false;

-- Deletions are told by time: asked for from the last time on, and not from the list that lags behind most.
alter table ss12000.source add column deletions_since timestamptz;
-- The last undoing of an import from the source that has been taken into account.
alter table ss12000.source add column undone_noticed timestamptz;
