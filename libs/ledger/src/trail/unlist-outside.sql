-- Takes an office's ($1) positions from one ($2) on out of the lists of acts outside office hours.
with gone as (
  delete from rm_trail.listed
  where office = $1 and list in ('outside', 'outside-actor') and first >= $2),
-- Only the last row that begins before it can hold any of them.
last as (
  select list, key, max(first) as first from rm_trail.listed
  where office = $1 and list in ('outside', 'outside-actor') and first < $2 group by list, key)
update rm_trail.listed l
set positions = array(select p from unnest(l.positions) p where p < $2)
from last where l.office = $1 and l.list = last.list and l.key = last.key and l.first = last.first
