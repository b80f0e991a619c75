-- What statements need to know of the tables in a schema ($1): columns in their order, and what keeps rows unique.
with tables as (
  select c.oid, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind = 'r'),
part as (
  select concat_ws(' ', name, row_number() over (partition by tables.oid order by a.attnum), a.attname,
                   format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as said
  from tables join pg_attribute a on a.attrelid = tables.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  union all
  select replace(pg_get_indexdef(i.indexrelid), quote_ident($1) || '.', '')
  from tables join pg_index i on i.indrelid = tables.oid where i.indisunique)
select coalesce(string_agg(said, E'\n' order by said), '') as shape from part
