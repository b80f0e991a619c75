-- As before, and: until when the law keeps a person's record (u: the last day, w: by what), in with the event that says so.
create or replace function vault.append_keeping(batch json, expected int, kept json)
returns table (command uuid, at_position bigint) language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  return query select a.command, a.at_position from vault.append_keeping_contents(batch, expected, kept) a;
  perform vault.erase_person(k.o, k.p, k.d, k.e)
  from json_to_recordset(kept) as k(o text, p uuid, d date, e timestamptz) where k.e is not null;
  update vault.person p set retained_until = greatest(p.retained_until, k.u), retained_why = k.w
  from json_to_recordset(kept) as k(o text, p uuid, u date, w text)
  where k.u is not null and p.office = k.o and p.person_id = k.p;
end $$;
