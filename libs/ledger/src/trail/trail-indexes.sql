-- Each question to these has one index that gives its answer in the order of positions, and none goes by the position alone:
-- a plan can't choose to walk past millions of rows on the way to a rare one.
-- Where the cause of others is found: ids grow with the log, so this grows at its end alone.
create index entry_by_event on entry (office, event_id);
-- Null for most entries, which these cost nothing.
create index entry_by_principal on entry (office, on_behalf_of, position) where on_behalf_of is not null;
create index entry_by_delegation on entry (office, delegation, position) where delegation is not null;
create index entry_by_correlation on entry (office, correlation_id, position) where correlation_id is not null;
create index entry_by_cause on entry (office, causation_id, position) where causation_id is not null;
