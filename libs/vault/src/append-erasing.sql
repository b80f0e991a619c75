-- An erasure is one act: the event that tells of it and the key's destruction go in together, or neither does. So a key that
-- is gone without its event was destroyed by somebody else.
alter function vault.append_keeping(json, int, json) rename to append_keeping_contents;
revoke all on function vault.append_keeping_contents(json, int, json) from minh_bach_app;

-- As before, and: people who are erased (e: when, d: the day).
create function vault.append_keeping(batch json, expected int, kept json)
returns table (command uuid, at_position bigint) language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  return query select a.command, a.at_position from vault.append_keeping_contents(batch, expected, kept) a;
  perform vault.erase_person(k.o, k.p, k.d, k.e)
  from json_to_recordset(kept) as k(o text, p uuid, d date, e timestamptz) where k.e is not null;
end $$;
revoke all on function vault.append_keeping(json, int, json) from public;
grant execute on function vault.append_keeping(json, int, json) to minh_bach_app;

-- The person's key, with all that was written under it and the files that became theirs.
create function vault.erase_person(of_office text, person uuid, day date, at timestamptz) returns void language plpgsql
set search_path = pg_catalog as $$
begin
  update vault.person p set wrapped_key = null, erased_at = coalesce(p.erased_at, at)
  where p.office = of_office and p.person_id = person and (p.retained_until is null or p.retained_until < day);
  -- The law has come to keep the record since the act was decided: it is decided anew.
  if not found then
    raise exception 'the record must be kept' using errcode = 'MB409';
  end if;
  delete from vault.fact f where f.office = of_office and f.person_id = person;
  with gone as (
    delete from vault.file f where f.office = of_office and (f.person_id = person or f.about = person) returning f.file_id)
  update vault.person p set wrapped_key = null, erased_at = coalesce(p.erased_at, at)
  where p.office = of_office and p.person_id in (select file_id from gone);
end $$;
revoke all on function vault.erase_person(text, uuid, date, timestamptz) from public;
grant execute on function vault.erase_person(text, uuid, date, timestamptz) to minh_bach_app;
