-- Inspections, what they require, and notes of oversight, as lists and figures need them; a view holds the whole state.
create table inspection (
  office        text    not null,
  inspection_id uuid    not null,
  version       int     not null,
  year          int     not null,
  kind          text    not null,
  unannounced   boolean not null,
  unit_id       uuid    not null,
  status        text    not null,
  -- Its first day and its id: the order of lists.
  place         text    not null,
  faults        int     not null,
  view          jsonb   not null,
  primary key (office, inspection_id)
);
create index inspection_in_order on inspection (office, place desc);

create table requirement (
  office         text    not null,
  requirement_id uuid    not null,
  inspection_id  uuid    not null,
  year           int     not null,
  unit_id        uuid    not null,
  text           text    not null,
  status         text    not null,
  -- `infinity` while it waits for a calendar: such a one is late at no instant and comes last in every order.
  due            timestamptz not null,
  missed         boolean not null,
  primary key (office, requirement_id)
);
create index requirement_by_inspection on requirement (office, inspection_id);
create index requirement_open on requirement (office, due) where status <> 'verified';

create table oversight_note (
  office          text not null,
  note_id         uuid not null,
  version         int  not null,
  status          text not null,
  unit_id         uuid,
  -- When it was received, and its id: the order of lists.
  place           text not null,
  due             timestamptz not null,
  view            jsonb not null,
  primary key (office, note_id)
);
create index oversight_note_in_order on oversight_note (office, place desc);
