-- What makes an event's published hashes unguessable: 16 random bytes, kept with it and told nobody. Events from before
-- have none. A default, so that whatever appends an event can't forget it.
alter table event add column salt bytea;
alter table event alter column salt
  set default substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) from 1 for 16);
