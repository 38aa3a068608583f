-- A query that runs in the same transaction as a large import meets tables whose statistics say "empty", and plans nested
-- loops over ten thousand students: minutes instead of milliseconds. The application may not ANALYZE tables that it does
-- not own (MAINTAIN exists only from PostgreSQL 17), so the owner does it here.
create function platform.refresh_statistics(tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  one regclass;
begin
  foreach one in array tables::regclass[] loop
    if (select relnamespace::regnamespace::text from pg_class where oid = one) not in
      ('people', 'attendance', 'grades', 'signals', 'coordination', 'concerns') then
      raise exception 'not a table of the application: %', one;
    end if;
    execute format('analyze %s', one);
  end loop;
end $$;

revoke all on function platform.refresh_statistics(text[]) from public;
grant execute on function platform.refresh_statistics(text[]) to fullfolj_app;
