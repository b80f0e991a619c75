-- Who lost their second factor enrols a new one before anything else; each removal is carried out once.
alter table account
  add column factor_to_enrol boolean not null default false,
  add column factor_removals int     not null default 0;
alter table session add column factor_to_enrol boolean not null default false;
