-- By which session or token something was read: if one is stolen, it can be told whose data it reached.
alter table vault.reading add column via uuid;
create index reading_by_credential on vault.reading (office, via, at) where via is not null;
