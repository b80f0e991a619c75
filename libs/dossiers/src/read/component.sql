-- What the office holds of an applicant in digital form, so that nobody asks for it again.
create table held (
  office       text        not null,
  applicant_id uuid        not null,
  name         text        not null,
  file_id      uuid        not null,
  dossier_id   uuid        not null,
  since        timestamptz not null,
  primary key (office, applicant_id, name, file_id)
);
create table of_dossier (
  office         text not null,
  dossier_id     uuid not null,
  applicant_id   uuid not null,
  procedure_name text not null,
  primary key (office, dossier_id)
);
