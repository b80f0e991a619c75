-- Whom somebody read, in which time; and what was read in a time by anybody. Readings come in the order of time.
create index reading_by_reader on vault.reading (office, reader, at);
create index reading_by_time on vault.reading using brin (at) with (autosummarize = on);
