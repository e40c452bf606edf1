const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Functions of PostgreSQL that never give NULL, whatever they are given. */
export const neverNull = words(`
  concat num_nulls num_nonnulls jsonb_build_object json_build_object jsonb_build_array json_build_array
  now clock_timestamp statement_timestamp transaction_timestamp gen_random_uuid random pg_backend_pid version
  pg_is_in_recovery current_database pg_my_temp_schema`);

/** Functions of PostgreSQL that give NULL only when one of their arguments is NULL. */
export const nullOnlyForNull = words(`
  lower upper initcap length char_length character_length octet_length replace regexp_replace btrim ltrim rtrim
  left right lpad rpad substr substring split_part md5 translate reverse repeat strpos quote_ident quote_literal
  to_char to_date to_timestamp to_number date_trunc extract date_part timezone age date make_date make_interval
  round floor ceil ceiling abs mod power sqrt sign trunc div float8 float4 int2 int4 int8 numeric text
  array_to_string string_to_array array_append array_prepend array_cat array_remove cardinality
  to_json to_jsonb row_to_json jsonb_array_length jsonb_path_query_array jsonb_set jsonb_path_exists
  to_tsvector to_tsquery plainto_tsquery websearch_to_tsquery ts_headline ts_rank ts_rank_cd ts_delete setweight
  numnode querytree strip hashtext hashtextextended unaccent similarity word_similarity
  pg_advisory_lock pg_advisory_unlock pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_lock
  pg_try_advisory_xact_lock pg_notify set_config setval nextval lower_inc isfinite regexp_split_to_array
  generate_series quote_nullable encode decode sha256 tstzrange`);

/** Functions of PostgreSQL that give NULL only when their first argument is NULL. */
export const nullOnlyForFirst = words('concat_ws format');

/** Operators that may give NULL for what is not: they look up what need not be there. */
export const mayMiss = new Set(['->', '->>', '#>', '#>>', '@?']);

/** Aggregates that give something of no rows. */
export const countsNothing = new Set(['count', 'regr_count']);

/** Aggregates that take NULLs up as they are, so that any row makes a result. */
export const gathers = words('array_agg jsonb_agg json_agg jsonb_object_agg json_object_agg');

/** Aggregates that give NULL only when nothing but NULL was there. */
export const combines = words(
  'sum min max avg string_agg bool_and bool_or every bit_and bit_or array_agg jsonb_agg json_agg',
);

/** Functions over a window that never give NULL. */
export const ranks = words('row_number rank dense_rank percent_rank cume_dist ntile count');
