-- What an act put into the vault is a version of its own, under the act's id: a correction leaves what it corrects
-- readable to whoever has the duty. `version` is the version of the event that covers it, 0 where none does.
alter table vault.fact add column version int not null default 0;
alter table vault.fact add column act uuid;
alter table vault.fact drop constraint fact_pkey;
alter table vault.fact add primary key (office, person_id, name, version);
create index fact_of_act on vault.fact (office, act) where act is not null;
alter table vault.file add column act uuid;
