-- Signatures that were received: none is taken twice. Older than their tolerance they may go.
create table webhook_received (
  office      text        not null,
  id          text        not null,
  signature   text        not null,
  received_at timestamptz not null default now(),
  primary key (office, id, signature)
);
-- How far the submissions at the provincial portal were fetched.
create table province_cursor (office text primary key, cursor text not null);
grant select, insert, update, delete on webhook_received, province_cursor to minh_bach_app;
