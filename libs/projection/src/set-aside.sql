-- What readers passed over of a subject they set aside (`parked_work`): the event they could not take in and all that came
-- later for the same subject, until they can.
create table set_aside (
  office         text   not null,
  -- As `parked_work` names it: the reader, serving or being built anew.
  worker         text   not null,
  subject        text   not null,
  transaction_id xid8   not null,
  position       bigint not null,
  primary key (office, worker, subject, transaction_id, position)
);
grant select, insert, update, delete on set_aside to minh_bach_app;
