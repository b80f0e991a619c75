-- Scoring sheets and their rounds, as lists need them.
create table sheet (
  office   text not null,
  sheet_id uuid not null,
  code     text not null,
  edition  int  not null,
  name     text not null,
  kind     text not null,
  year     int  not null,
  primary key (office, sheet_id)
);
create index sheet_in_order on sheet (office, year desc, sheet_id desc);

create table round (
  office   text not null,
  round_id uuid not null,
  sheet_id uuid not null,
  name     text not null,
  unit_id  uuid,
  first    date not null,
  last     date not null,
  stage    text not null,
  -- What it came to; null until it is final.
  index    numeric(8, 2),
  primary key (office, round_id)
);
create index round_in_order on round (office, first desc, round_id desc);
