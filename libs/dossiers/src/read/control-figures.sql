-- What table II.06a counts of the dossiers that were `seen`, as they stood at an instant and a log position: $1 office, $2
-- the period's beginning, $3 the instant of the cut-off, $4 the log position, $5 whether only what was settled counts.
stood as (
  select dossier_id, code, procedure_code, field, channel, received_at, due, ended_at, standing, late,
         papers_held, papers_reused, result_held, listed_by
  from seen
  where received_at is not null and standing <> 'elsewhere' and since_position <= $4 and since_at < $3
    and (until_position is null or until_position > $4 or until_at >= $3)
    and (not $5::boolean or ended_at is not null)
),
told as (
  select *, received_at >= $2 as came, ended_at is not null as settled,
         (ended_at at time zone 'Asia/Ho_Chi_Minh')::date as ended_on,
         (due at time zone 'Asia/Ho_Chi_Minh')::date as due_on,
         standing = 'running' and
           (due at time zone 'Asia/Ho_Chi_Minh')::date < ($3::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date as overdue
  from stood
),
counted as (
  select *,
         came and channel = 'online' as online,
         came and channel <> 'online' as direct,
         not came as carried,
         standing = 'signed' and (due_on is null or ended_on < due_on) as early,
         standing = 'signed' and ended_on > due_on as after_day
  from told
)
