-- Readings go into the log by batches, as hashes: nobody reads unseen and erases the trace. `batch` is the id of the act
-- that sealed a reading; one without a batch waits for the next.
alter table vault.reading add column salt bytea;
alter table vault.reading alter column salt
  set default substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) from 1 for 16);
alter table vault.reading add column batch uuid;
create index reading_unsealed on vault.reading (office, id) where batch is null;
create index reading_of_batch on vault.reading (office, batch) where batch is not null;
grant update (batch) on vault.reading to minh_bach_app;
