-- A file that was uploaded about nobody comes to belong to somebody once it is attached, and goes with their data.
alter table vault.file add column about uuid;
comment on column vault.file.about is 'whose data it has become part of; null where it lies under that person''s own key, or waits';
create index file_about on vault.file (office, about) where about is not null;

-- Those that dossiers held before an attachment was an act: whoever has a duty in the applicant reads them.
do $$ begin
  if exists (select from vault.file where person_id is null) then
    update vault.file f set about = (received.data ->> 'applicantId')::uuid
    from public.event brought
    cross join lateral (
      select brought.data ->> 'fileId' as id where brought.data ? 'fileId'
      union select part ->> 'fileId'
      from jsonb_array_elements(case jsonb_typeof(brought.data -> 'components') when 'array' then brought.data -> 'components' else '[]' end) part
    ) held
    join public.event received on received.office = brought.office and received.subject = brought.subject
      and received.type in ('DossierSubmitted', 'DossierReceived')
    where f.person_id is null and f.office = brought.office and f.file_id::text = held.id
      and brought.type in ('DossierSubmitted', 'DossierReceived', 'SupplementAnswered', 'ResultSigned', 'ResultDigitised');
  end if;
end $$;

-- As before, and: b: whose a file becomes; x: a file that nobody attached to anything, destroyed with its key.
create or replace function vault.append_keeping(batch json, expected int, kept json)
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
    where k.h is not null and not exists (
      select from vault.file f where f.office = k.o and f.file_id = k.f and f.act = k.a and f.sha256 = k.h)
  ) then
    raise exception 'a file that an event tells of is not there' using errcode = 'MB404';
  end if;

  if exists (select from json_to_recordset(kept) as k(b uuid, x boolean) where k.b is not null or k.x) then
    -- Nobody is erased between this look and the end of the act.
    perform 1 from vault.person p join json_to_recordset(kept) as k(o text, b uuid) on p.office = k.o and p.person_id = k.b
    for share of p;
    update vault.file f set about = k.b
    from json_to_recordset(kept) as k(o text, f uuid, b uuid)
    where k.b is not null and f.office = k.o and f.file_id = k.f;
    perform vault.destroy_file(k.o, k.f)
    from json_to_recordset(kept) as k(o text, f uuid, b uuid, x boolean)
    where k.x or exists (
      select from vault.person p where p.office = k.o and p.person_id = k.b and p.wrapped_key is null);
  end if;
end $$;

-- Its bytes, and its key where it has one of its own.
create function vault.destroy_file(of_office text, file uuid) returns void language sql
set search_path = pg_catalog as $$
  delete from vault.file f where f.office = of_office and f.file_id = file;
  update vault.person p set wrapped_key = null, erased_at = coalesce(p.erased_at, now())
  where p.office = of_office and p.person_id = file;
$$;
revoke all on function vault.destroy_file(text, uuid) from public;
