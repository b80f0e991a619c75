-- How officials want to be told beside the service itself, and up to where their digest has told them. Addresses are in the vault.
create table notice_choice (
  office      text        not null,
  person_id   uuid        not null,
  deadlines   text[]      not null,
  work        text[]      not null,
  digest      boolean     not null,
  language    text        not null check (language in ('vi', 'en')),
  told_seq    bigint      not null,
  next_digest timestamptz not null,
  primary key (office, person_id)
);
create index notice_digest_due on notice_choice (next_digest, office) where digest;
grant select, insert, update, delete on notice_choice to minh_bach_app;

-- Offices in which somebody's digest is due: a worker's look asks once for all.
create function offices_with_notice_digests(due_by timestamptz) returns setof text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct office from public.notice_choice where digest and next_digest <= due_by
$$;
revoke all on function offices_with_notice_digests(timestamptz) from public;
grant execute on function offices_with_notice_digests(timestamptz) to minh_bach_app;
