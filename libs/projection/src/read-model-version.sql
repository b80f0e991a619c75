-- Of which version the tables are that a reader's place belongs to; 0: of before versions were kept. A change of a read
-- model raises its version, and the upgrade builds it anew.
alter table checkpoint add column version integer not null default 0;
create index checkpoint_by_version on checkpoint (projection, version) where generation = 'live';
