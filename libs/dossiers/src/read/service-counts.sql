-- What set 766 counts of dossiers (Bộ chỉ số 766), period by period: $1 office, $2 beginnings, $3 ends, $4 now, $5 what
-- feedback is about and $6 since when, $7 the procedures that are offered online. A dossier counts where it came in
-- (came), and where its result was signed (not came). An open one counts up to the period's end.
with asked as (
  select since, until, least(until, $4::timestamptz) as cut
  from unnest($2::timestamptz[], $3::timestamptz[]) as period(since, until)
),
complaint as (
  select about, min(at) as at from unnest($5::text[], $6::timestamptz[]) as one(about, at) group by about
),
known as (
  select since, until, cut, true as came, d.*
  from asked join rm_dossier.dossier d on d.office = $1 and d.received_at >= since and d.received_at < until
  union all
  select since, until, cut, false as came, d.*
  from asked join rm_dossier.dossier d on d.office = $1 and d.ended_at >= since and d.ended_at < until
  where status in ('result_ready', 'returned')
),
counted as (
  select known.*,
         coalesce(service_late_at < cut, false)
           or (status = 'in_progress' and coalesce(service_due < cut, false)) as over,
         channel = 'online' as online,
         procedure_code = any($7::text[]) as offered_online,
         fee > 0 as priced,
         coalesce(not satisfied_service, false) or coalesce(of_id.at < until, false)
           or coalesce(of_code.at < until, false) as displeased
  from known
  left join complaint of_id on of_id.about = dossier_id::text
  left join complaint of_code on of_code.about = code
  where not past and status <> 'transferred'
)
