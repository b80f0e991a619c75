-- Which documents there are about what, by their numbers.
create table document (
  office        text        not null,
  document_id   uuid        not null,
  kind          text        not null,
  year          int         not null,
  number        int         not null,
  about         uuid        not null,
  about_version int         not null,
  details       jsonb       not null,
  numbered_at   timestamptz not null,
  primary key (office, document_id)
);
create index document_about on document (office, about, numbered_at);
create unique index document_number on document (office, kind, year, number);
