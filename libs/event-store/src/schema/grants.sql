-- What the running service may do with the log: add and read.
do $$ begin
  create role minh_bach_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant minh_bach_app to current_user;
grant usage on schema public to minh_bach_app;
grant select, insert on event to minh_bach_app;
grant usage on sequence event_position_seq to minh_bach_app;
