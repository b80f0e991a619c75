-- The ledger is published, so everybody reads it; each office's is written while working for that office alone, and none is
-- ever taken back.
alter table ledger.head enable row level security;
alter table ledger.tile enable row level security;
alter table ledger.bundle enable row level security;
alter table ledger.seal enable row level security;
alter table ledger.cosigned enable row level security;
create policy published on ledger.head for select using (true);
create policy published on ledger.tile for select using (true);
create policy published on ledger.bundle for select using (true);
create policy published on ledger.seal for select using (true);
create policy published on ledger.cosigned for select using (true);
create policy own_office on ledger.head using (office = (select current_setting('minh_bach.office', true)));
create policy own_office on ledger.tile using (office = (select current_setting('minh_bach.office', true)));
create policy own_office on ledger.bundle using (office = (select current_setting('minh_bach.office', true)));
create policy own_office on ledger.seal using (office = (select current_setting('minh_bach.office', true)));
create policy own_office on ledger.cosigned using (office = (select current_setting('minh_bach.office', true)));
