-- A password that somebody else chose opens nothing until its owner has put another in its place.
alter table account add column password_to_change boolean not null default false;
alter table session add column password_to_change boolean not null default false;
