-- Files that the vault would give to somebody whom the log does not know for theirs. One from before an attachment was an
-- act is held to nothing.
select file.file_id as "fileId", told.version, told.position
from vault.file file
left join lateral (
  select event.actor, event.on_behalf_of, event.version, event.position from public.event
  where event.office = file.office and event.subject = file.file_id and event.type = 'FileUploaded' limit 1
) uploaded on true
left join lateral (
  select (event.data ->> 'personId')::uuid as person_id, event.version, event.position from public.event
  where event.office = file.office and event.subject = file.file_id and event.type = 'FileAttached' limit 1
) attached on true
cross join lateral (
  select coalesce(attached.version, uploaded.version) as version, coalesce(attached.position, uploaded.position) as position
) told
where file.office = $1 and file.pending_since is null
  and (file.about is distinct from attached.person_id and (file.person_id is not null or attached.version is not null)
    or file.uploaded_by <> uploaded.actor and file.uploaded_by is distinct from uploaded.on_behalf_of)
limit 1000
