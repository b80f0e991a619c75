-- The clock of a demonstration or simulation: `simulated` at the real instant `real`, running at real speed since.
create table simulated_clock (
  office    text primary key,
  simulated timestamptz not null,
  real      timestamptz not null,
  running   boolean not null
);
grant select, insert, update, delete on simulated_clock to minh_bach_app;
