-- Nobody rewrites the log, not even its owner.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % refused', tg_op using errcode = 'MB403';
end $$;

create trigger event_is_final before update or delete on event
  for each row execute function refuse_rewriting();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function refuse_rewriting();
