-- What an act puts into the vault is part of the act: its facts go in with its events, and a file that was laid down before
-- is from then on there. Both or neither, whatever is cut off when.
alter table vault.file add column pending_since timestamptz;
comment on column vault.file.pending_since is 'null once an event covers the file; until then nobody sees it';
create index file_pending on vault.file (office, pending_since) where pending_since is not null;

-- As append_events. `kept`: facts (n: name, c: ciphertext, s: what it may be found by) and files (f, h: sha256).
create function vault.append_keeping(batch json, expected int, kept json)
returns table (command uuid, at_position bigint) language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  return query select a.command, a.at_position from public.append_events(batch, expected) a;

  -- Whoever was erased meanwhile is not written of again.
  insert into vault.fact (office, person_id, version, act, name, ciphertext, searched)
  select k.o, k.p, k.v, k.a, k.n, decode(k.c, 'base64'), decode(k.s, 'base64')
  from json_to_recordset(kept) as k(o text, p uuid, v int, a uuid, n text, c text, s text)
  join vault.person p on p.office = k.o and p.person_id = k.p and p.wrapped_key is not null
  where k.n is not null;

  update vault.file f set pending_since = null
  from json_to_recordset(kept) as k(o text, a uuid, f uuid, h text)
  where f.office = k.o and f.file_id = k.f and f.act = k.a and f.sha256 = k.h;
  if exists (
    select from json_to_recordset(kept) as k(o text, a uuid, f uuid, h text)
    where k.f is not null and not exists (
      select from vault.file f where f.office = k.o and f.file_id = k.f and f.act = k.a and f.sha256 = k.h)
  ) then
    raise exception 'a file that an event tells of is not there' using errcode = 'MB404';
  end if;
end $$;
revoke all on function vault.append_keeping(json, int, json) from public;
grant execute on function vault.append_keeping(json, int, json) to minh_bach_app;
