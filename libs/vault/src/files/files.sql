-- Files that people hand in, outside any folder a web server knows: each under a key of its own, and that under the key
-- of the person it is about, or the master key where it is about nobody.
create table vault.file (
  office      text        not null,
  file_id     uuid        not null,
  sha256      text        not null,
  name        text        not null,
  type        text        not null,
  size        int         not null,
  person_id   uuid,
  wrapped_key bytea       not null,
  master_key  text,
  content     bytea       not null,
  uploaded_by text        not null,
  uploaded_at timestamptz not null,
  primary key (office, file_id)
);
alter table vault.file alter column content set storage external; -- what is encrypted does not compress
create index file_of_person on vault.file (office, person_id) where person_id is not null;
create index file_by_hash on vault.file (office, sha256);
grant select, insert, update, delete on vault.file to minh_bach_app;
