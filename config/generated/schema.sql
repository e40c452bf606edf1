CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;

CREATE COLLATION indonesian (provider = icu, locale = 'id-ID');

CREATE OR REPLACE FUNCTION public.agenda_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT visit_id, public_revision FROM new_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT visit_id, public_revision FROM old_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          ids := ARRAY(WITH r AS ((SELECT visit_id, public_revision FROM old_rows EXCEPT SELECT visit_id, public_revision FROM new_rows) UNION ALL (SELECT visit_id, public_revision FROM new_rows EXCEPT SELECT visit_id, public_revision FROM old_rows)) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.agenda_revision_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.agenda_stays_inside_visit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      visit_of_agenda uuid;
    BEGIN
      IF TG_TABLE_NAME = 'visit' THEN visit_of_agenda := NEW.id; ELSE visit_of_agenda := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_agenda FOR SHARE;
      IF EXISTS (
        SELECT 1 FROM agenda_item i JOIN visit v ON v.id = i.visit_id
        WHERE i.visit_id = visit_of_agenda AND (i.starts_at < v.starts_at OR i.ends_at > v.ends_at OR (v.own_hours IS NOT NULL
          AND NOT tstzrange(i.starts_at, i.ends_at) <@ day_hours(v.starts_at, v.ends_at, '', v.own_hours)))
      ) THEN
        RAISE EXCEPTION 'a session of visit % lies outside of the visit', visit_of_agenda
          USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_item_inside_visit', TABLE = 'agenda_item';
      END IF;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.calendar_setting_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('person', person_id::text) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('person', person_id::text) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('person', person_id::text) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.closed_day_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.count_file_holders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          IF TG_OP <> 'INSERT' AND OLD.stored IS NOT NULL THEN
            UPDATE stored_file SET holders = holders - 1 WHERE sha256 = OLD.stored;
          END IF;
          IF TG_OP <> 'DELETE' AND NEW.stored IS NOT NULL THEN
            UPDATE stored_file SET holders = holders + 1, claimed_until = NULL WHERE sha256 = NEW.stored;
          END IF;
          RETURN NULL;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.day_hours(starts_at timestamp with time zone, ends_at timestamp with time zone, zone text, own_hours int4multirange)
 RETURNS tstzmultirange
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
      DECLARE
        days integer;
        length interval;
      BEGIN
        IF own_hours IS NOT NULL THEN RETURN (SELECT range_agg(tstzrange(starts_at + make_interval(mins => lower(d)), starts_at + make_interval(mins => upper(d))))
          FROM unnest(own_hours) d); END IF;
        days := (ends_at AT TIME ZONE zone)::date - (starts_at AT TIME ZONE zone)::date;
        length := ends_at - starts_at - make_interval(hours => 24 * days);
        IF days <= 0 OR days > 31 OR length <= interval '0' THEN RETURN tstzmultirange(tstzrange(starts_at, ends_at)); END IF;
        RETURN (SELECT range_agg(tstzrange(starts_at + make_interval(hours => 24 * n),
          starts_at + make_interval(hours => 24 * n) + length)) FROM generate_series(0, days) n);
      END
      $function$
;

CREATE OR REPLACE FUNCTION public.feed_forgets()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN NEW.held := NULL; RETURN NEW; END
  $function$
;

CREATE OR REPLACE FUNCTION public.feed_raise(scopes integer[])
 RETURNS void
 LANGUAGE sql
AS $function$
    INSERT INTO feed_change (scope, mark)
    SELECT s, uuid_hash_extended(gen_random_uuid(), 0) FROM (SELECT DISTINCT unnest(scopes) AS s) raised
    WHERE s IS NOT NULL ORDER BY s
  $function$
;

CREATE OR REPLACE FUNCTION public.feed_raise_visits(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    BEGIN
      PERFORM 1 FROM visit WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
      PERFORM feed_raise(ARRAY(
        SELECT feed_scope('visit', id::text) FROM unnest(ids) AS id
        UNION ALL SELECT feed_scope('unit', guest_unit) FROM visit WHERE id = ANY (ids)
        UNION ALL SELECT feed_scope('unit', host_unit) FROM visit WHERE id = ANY (ids)
        UNION ALL SELECT feed_scope('unit', organisation) FROM visit_guest WHERE visit_id = ANY (ids)
        UNION ALL SELECT feed_scope('email', email) FROM visit_participant WHERE visit_id = ANY (ids)));
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.feed_scope(kind text, key text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((hashtextextended(((kind || ':'::text) || key), (0)::bigint) & (262143)::bigint))::integer
;

CREATE OR REPLACE FUNCTION public.follow_leg_time()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    UPDATE trip_leg SET during = CASE
      WHEN NEW.state IN ('declined', 'withdrawn', 'expired', 'cancelled', 'not-held') THEN NULL
      ELSE tstzrange(NEW.starts_at, NEW.ends_at) END
    WHERE visit_id = NEW.id;
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.follow_up_position(state text, due_on date, done_at timestamp with time zone, changed_at timestamp with time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (state = ANY (ARRAY['open'::text, 'in-progress'::text])) THEN EXTRACT(epoch FROM due_on) ELSE (- EXTRACT(epoch FROM (COALESCE(done_at, changed_at) AT TIME ZONE 'UTC'::text))) END
;

CREATE OR REPLACE FUNCTION public.follow_up_reader_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
      DELETE FROM follow_up_reader WHERE follow_up_id = NEW.id;
    END IF;
    PERFORM keep_follow_up_readers(ARRAY[NEW.id]);
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.follow_up_reader_named()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM keep_follow_up_readers(ARRAY(
      SELECT f.id FROM follow_up f WHERE f.visit_id IN (SELECT visit_id FROM written)));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.follow_up_reader_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM keep_follow_up_readers(ARRAY(SELECT id FROM written));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.free_visit_number(of_prefix text, of_year integer)
 RETURNS integer
 LANGUAGE sql
AS $function$
        WITH least_free AS MATERIALIZED (
          SELECT number FROM visit_number_free WHERE prefix = of_prefix AND year = of_year
          ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
        )
        DELETE FROM visit_number_free f USING least_free
        WHERE f.prefix = of_prefix AND f.year = of_year AND f.number = least_free.number
        RETURNING f.number
      $function$
;

CREATE OR REPLACE FUNCTION public.holiday_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT -1 FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT -1 FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT -1 FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosted_visits_add(host text, visit uuid, by integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  BEGIN
    INSERT INTO hosted_visits (host_unit, program, visits)
    SELECT host, program, 0 FROM (
      SELECT '' AS program UNION ALL SELECT p.program FROM visit_program p WHERE p.visit_id = visit) x ORDER BY program
    ON CONFLICT DO NOTHING;
    UPDATE hosted_visits c SET visits = c.visits + by
    WHERE c.host_unit = host AND (c.program = '' OR c.program IN (SELECT p.program FROM visit_program p WHERE p.visit_id = visit));
  END $function$
;

CREATE OR REPLACE FUNCTION public.hosted_visits_of_program()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    INSERT INTO hosted_visits (host_unit, program, visits)
    SELECT DISTINCT v.host_unit, w.program, 0 FROM written w JOIN visit v ON v.id = w.visit_id AND v.state IN ('held', 'closed')
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    UPDATE hosted_visits c SET visits = c.visits + TG_ARGV[0]::integer * x.visits FROM (
      SELECT v.host_unit, w.program, count(*)::integer AS visits FROM written w
        JOIN visit v ON v.id = w.visit_id AND v.state IN ('held', 'closed') GROUP BY 1, 2) x
    WHERE c.host_unit = x.host_unit AND c.program = x.program;
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.hosted_visits_of_visit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      IF OLD.state IN ('held', 'closed') THEN PERFORM hosted_visits_add(OLD.host_unit, OLD.id, -1); END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.state IN ('held', 'closed') THEN PERFORM hosted_visits_add(NEW.host_unit, NEW.id, 1); END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.hosted_visits_rebuild()
 RETURNS void
 LANGUAGE sql
AS $function$
    DELETE FROM hosted_visits;
    INSERT INTO hosted_visits
    SELECT host_unit, '', count(*) FROM visit WHERE state IN ('held', 'closed') GROUP BY host_unit
    UNION ALL SELECT v.host_unit, p.program, count(*) FROM visit v JOIN visit_program p ON p.visit_id = v.id
      WHERE v.state IN ('held', 'closed') GROUP BY v.host_unit, p.program;
  $function$
;

CREATE OR REPLACE FUNCTION public.hosting_kind_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosting_kind_window_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosting_period_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT coalesce(feed_scope('unit', unit), -1) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT coalesce(feed_scope('unit', unit), -1) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT coalesce(feed_scope('unit', unit), -1) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosting_period_window_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT coalesce(feed_scope('unit', d.unit), -1) FROM r JOIN hosting_period d ON d.id = r.period_id));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT coalesce(feed_scope('unit', d.unit), -1) FROM r JOIN hosting_period d ON d.id = r.period_id));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT coalesce(feed_scope('unit', d.unit), -1) FROM r JOIN hosting_period d ON d.id = r.period_id));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosting_policy_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.hosting_window_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', unit) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.keep_follow_up_readers(follow_ups uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  BEGIN
    INSERT INTO follow_up_reader (follow_up_id, reader, visit_id, unit, state, due_on, position)
    SELECT f.id, r.reader, f.visit_id, f.unit, f.state, f.due_on, follow_up_position(f.state, f.due_on, f.done_at, f.changed_at)
    FROM follow_up f JOIN visit_reader r ON r.visit_id = f.visit_id AND r.reader NOT LIKE 'asked:%'
    WHERE f.id = ANY (follow_ups)
    ON CONFLICT (follow_up_id, reader) DO UPDATE SET visit_id = excluded.visit_id, unit = excluded.unit,
      state = excluded.state, due_on = excluded.due_on, position = excluded.position;
  END $function$
;

CREATE OR REPLACE FUNCTION public.keep_visit_readers(visits uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      BEGIN
        WITH now AS MATERIALIZED (SELECT * FROM visit_readers(visits)),
        gone AS (
          DELETE FROM visit_reader r WHERE r.visit_id = ANY (visits)
            AND NOT EXISTS (SELECT FROM now n WHERE n.visit_id = r.visit_id AND n.reader = r.reader)
        )
        INSERT INTO visit_reader (visit_id, reader, starts_at, state) SELECT visit_id, reader, starts_at, state FROM now
          ON CONFLICT (visit_id, reader) DO UPDATE SET starts_at = excluded.starts_at, state = excluded.state
          WHERE (visit_reader.starts_at, visit_reader.state) <> (excluded.starts_at, excluded.state);
      END $function$
;

CREATE OR REPLACE FUNCTION public.matter_of(topics text[], VARIADIC texts text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
      BEGIN
        RETURN array_to_string(texts || topics, ' ');
      END $function$
;

CREATE OR REPLACE FUNCTION public.note_marks(note uuid, title text, writer text, fresh_at timestamp with time zone)
 RETURNS tsvector
 LANGUAGE sql
 STABLE
RETURN array_to_tsvector(ARRAY(SELECT ('^'::text || t.stem) FROM unnest(tsvector_to_array(search_vector(note_marks.title))) t(stem) UNION ALL SELECT m.mark FROM (unit u CROSS JOIN LATERAL unnest(ARRAY[('#y'::text || EXTRACT(year FROM (note_marks.fresh_at AT TIME ZONE u.time_zone))), ('#o'::text || u.regional_office), ('#t'::text || u.type)]) m(mark)) WHERE ((u.code = note_marks.writer) AND (m.mark IS NOT NULL)) UNION ALL SELECT ('#p'::text || p.program) FROM note_program p WHERE (p.note_id = note_marks.note) UNION ALL SELECT '#used'::text WHERE (note_uses(note_marks.note) >= 3)))
;

CREATE OR REPLACE FUNCTION public.note_note_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM note_search_refresh(ARRAY[NEW.id]);
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.note_program_note_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM note_search_refresh(ARRAY[coalesce(NEW.note_id, OLD.note_id)]);
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.note_search_refresh(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  BEGIN
    INSERT INTO note_search (note_id, is_open, fresh_at, uses, vector)
    SELECT n.id, n.state = 'published' AND n.visibility = 'nation', coalesce(n.published_at, n.changed_at), note_uses(n.id),
      setweight(search_vector(n.title), 'A')
      || setweight(search_vector(concat_ws(' ', array_to_string(n.topics, ' '), place.words, program.words)), 'B')
      || setweight(search_vector(concat_ws(' ', n.what_was_done, n.how_to_copy, n.result)), 'C')
      || setweight(search_vector(concat_ws(' ', n.context, n.resources, n.pitfalls, n.contact)), 'D') || note_marks(n.id, n.title, n.unit, coalesce(n.published_at, n.changed_at))
    FROM note n
    CROSS JOIN LATERAL (
      SELECT concat_ws(' ', u.name, u.place, array_to_string(u.aliases, ' '),
        (SELECT string_agg(f.name, ' ') FROM unit_name f WHERE f.unit = u.code), o.region) AS words
      FROM unit u JOIN regional_office o ON o.code = u.regional_office WHERE u.code = n.unit
    ) place
    CROSS JOIN LATERAL (
      SELECT string_agg(p.title, ' ' ORDER BY p.code) AS words
      FROM note_program x JOIN program p ON p.code = x.program WHERE x.note_id = n.id
    ) program
    WHERE n.id = ANY (ids)
    ON CONFLICT (note_id) DO UPDATE SET vector = excluded.vector,
      is_open = excluded.is_open, fresh_at = excluded.fresh_at, uses = excluded.uses;

    INSERT INTO search_word (word)
    SELECT DISTINCT w FROM note n JOIN unit u ON u.code = n.unit,
      regexp_split_to_table(lower(concat_ws(' ', n.title, array_to_string(n.topics, ' '), n.context, n.what_was_done,
        n.result, n.how_to_copy, n.resources, n.pitfalls, u.name, u.place)), '[^[:alpha:]]+') w
    WHERE n.id = ANY (ids) AND n.published_at IS NOT NULL AND length(w) BETWEEN 3 AND 40
    ORDER BY w
    ON CONFLICT DO NOTHING;
  END $function$
;

CREATE OR REPLACE FUNCTION public.note_use_note_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM note_search_refresh(ARRAY[coalesce(NEW.note_id, OLD.note_id)]);
        RETURN NULL;
      END $function$
;

CREATE OR REPLACE FUNCTION public.note_uses(note uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (SELECT (count(*))::integer AS count FROM note_use x WHERE (x.note_id = note_uses.note))
;

CREATE OR REPLACE FUNCTION public.participant_link_forgets()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN NEW.feed_held := NULL; RETURN NEW; END
  $function$
;

CREATE OR REPLACE FUNCTION public.participant_session_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT p.visit_id FROM r JOIN visit_participant p ON p.id = r.participant_id)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT unnest(ARRAY[feed_scope('visit', p.visit_id::text), feed_scope('email', p.email)])
      FROM r JOIN visit_participant p ON p.id = r.participant_id));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT p.visit_id FROM r JOIN visit_participant p ON p.id = r.participant_id)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT unnest(ARRAY[feed_scope('visit', p.visit_id::text), feed_scope('email', p.email)])
      FROM r JOIN visit_participant p ON p.id = r.participant_id));
        ELSE
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT p.visit_id FROM r JOIN visit_participant p ON p.id = r.participant_id)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT unnest(ARRAY[feed_scope('visit', p.visit_id::text), feed_scope('email', p.email)])
      FROM r JOIN visit_participant p ON p.id = r.participant_id));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.person_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT id, name, email, role, unit, regional_office, suspended_at FROM new_rows) SELECT feed_scope('person', id::text) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT id, name, email, role, unit, regional_office, suspended_at FROM old_rows) SELECT feed_scope('person', id::text) FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT id, name, email, role, unit, regional_office, suspended_at FROM old_rows EXCEPT SELECT id, name, email, role, unit, regional_office, suspended_at FROM new_rows) UNION ALL (SELECT id, name, email, role, unit, regional_office, suspended_at FROM new_rows EXCEPT SELECT id, name, email, role, unit, regional_office, suspended_at FROM old_rows)) SELECT feed_scope('person', id::text) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.program_note_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM note_search_refresh(ARRAY(SELECT note_id FROM note_program WHERE program = NEW.code));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.program_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, title FROM new_rows) SELECT -1 FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, title FROM old_rows) SELECT -1 FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT code, title FROM old_rows EXCEPT SELECT code, title FROM new_rows) UNION ALL (SELECT code, title FROM new_rows EXCEPT SELECT code, title FROM old_rows)) SELECT -1 FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.regional_office_organisation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO unit (code, kind, name, place, regional_office, time_zone, aliases)
      VALUES ('kanwil-' || NEW.code, 'kanwil', NEW.short_name, NEW.seat, NEW.code, NEW.time_zone, ARRAY[NEW.name])
      ON CONFLICT (code) DO UPDATE SET
        aliases = CASE WHEN TG_OP = 'UPDATE' THEN array_replace(unit.aliases, OLD.name, NEW.name) ELSE unit.aliases END;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.regional_office_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, short_name, time_zone FROM new_rows) SELECT -1 FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, short_name, time_zone FROM old_rows) SELECT -1 FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT code, short_name, time_zone FROM old_rows EXCEPT SELECT code, short_name, time_zone FROM new_rows) UNION ALL (SELECT code, short_name, time_zone FROM new_rows EXCEPT SELECT code, short_name, time_zone FROM old_rows)) SELECT -1 FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.search_stop_stems()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN '{ada,adalah,agar,akan,antara,apa,apabila,atas,atau,bagaimana,bagi,bagai,bahwa,belum,berapa,bila,bisa,boleh,bukan,cara,dalam,dan,dapat,dari,daripada,dengan,demi,di,diri,guna,hal,hanya,harus,hingga,ia,ialah,ini,itu,jadi,jika,juga,kami,kamu,karena,ke,mudi,pada,tika,kita,lagi,lalu,lebih,maka,masih,reka,namun,oleh,para,per,pernah,saat,saja,sambil,sampa,sangat,satu,saya,sebab,sebaga,sebelum,sebuah,sedang,sehingga,sejak,selain,selama,seluruh,semua,seorang,sepert,serta,sesua,sesudah,sete,setiap,siapa,sudah,suatu,supaya,tanpa,tapi,telah,tentang,sebut,tetap,tiap,tidak,untuk,yaitu,yakni,yang}'::text[]
;

CREATE OR REPLACE FUNCTION public.search_vector(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ts_delete(to_tsvector('indonesian'::regconfig, regexp_replace(words, '[^[:alnum:]]+'::text, ' '::text, 'g'::text)), search_stop_stems())
;

CREATE OR REPLACE FUNCTION public.series_date_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM 1 FROM series WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT series_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT visit_id FROM r UNION SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.series_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM 1 FROM series WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT series_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT visit_id FROM r UNION SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.series_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          PERFORM 1 FROM series WHERE id = ANY (ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT series_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT visit_id FROM r UNION SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.series_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.series_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT id, title FROM new_rows) SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT id, title FROM old_rows) SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          ids := ARRAY(WITH r AS ((SELECT id, title FROM old_rows EXCEPT SELECT id, title FROM new_rows) UNION ALL (SELECT id, title FROM new_rows EXCEPT SELECT id, title FROM old_rows)) SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_fold()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    DECLARE
      owners uuid[];
    BEGIN
      IF NOT pg_try_advisory_xact_lock(7261226) THEN RETURN; END IF;
      LOOP
        WITH taken AS (
          DELETE FROM sinergi_pending WHERE ctid = ANY (ARRAY(SELECT ctid FROM sinergi_pending LIMIT 5000)) RETURNING owner)
        SELECT array_agg(DISTINCT owner) INTO owners FROM taken;
        EXIT WHEN owners IS NULL;
        PERFORM sinergi_recount(owners);
      END LOOP;
      MERGE INTO sinergi_sum t USING (
        SELECT cube, place, program, day, mark, hours, sum(count)::integer AS count
        FROM (
        WITH c AS MATERIALIZED (SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM sinergi_delta x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit)
        SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, '' AS place, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0 AS hours, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined')
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.guest_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.guest_office IS NOT NULL
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.host_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.host_office IS NOT NULL
            AND c.host_office IS DISTINCT FROM c.guest_office
        UNION ALL SELECT 'guests', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'hosts', '', c.program, c.month, c.host_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.host_office IS NOT NULL
        UNION ALL SELECT 'inside', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office = c.host_office
        UNION ALL SELECT 'offices', p.place, c.program, c.month, c.guest_office || ' ' || c.host_office, 0, c.count
          FROM c, LATERAL (SELECT '' UNION SELECT c.guest_office UNION SELECT c.host_office) AS p (place)
          WHERE c.cube = 'visits' AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL AND c.host_office IS NOT NULL
        UNION ALL SELECT 'busy', c.guest_office, c.program, c.month, c.guest_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'busy', c.host_office, c.program, c.month, c.host_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.host_office IS NOT NULL
        UNION ALL SELECT 'answers', '', c.program, c.month, '', c.hours, c.count FROM c WHERE c.cube = 'answers') every GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0) c
        ON t.cube = c.cube AND t.place = c.place AND t.program = c.program AND t.day = c.day AND t.mark = c.mark
          AND t.hours = c.hours
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (cube, place, program, day, mark, hours, count)
          VALUES (c.cube, c.place, c.program, c.day, c.mark, c.hours, c.count);
      WITH taken AS (DELETE FROM sinergi_delta RETURNING *),
      change AS (
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, sum(count)::integer AS count FROM taken
        GROUP BY cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program HAVING sum(count) <> 0)
      MERGE INTO sinergi_figure t USING change c
        ON t.cube = c.cube AND t.program = c.program AND t.month = c.month AND t.guest_unit = c.guest_unit
          AND t.host_unit = c.host_unit AND t.mark = c.mark AND t.unit = c.unit
          AND t.hours IS NOT DISTINCT FROM c.hours AND t.due_on IS NOT DISTINCT FROM c.due_on
          AND t.ends_at IS NOT DISTINCT FROM c.ends_at
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
          VALUES (c.cube, c.month, c.guest_unit, c.host_unit, c.mark, c.unit, c.hours, c.due_on, c.ends_at, c.program,
            c.count);
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_fold_before()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
        BEGIN
          IF current_setting('transaction_read_only') = 'on' THEN RETURN; END IF;
          IF (SELECT count(*) FROM (SELECT FROM sinergi_pending LIMIT 10) few) = 10 THEN PERFORM sinergi_fold(); END IF;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_follow_up_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO sinergi_pending SELECT f.visit_id FROM follow_up f
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_heir_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261226);
      INSERT INTO sinergi_pending
        SELECT v.id FROM visit v WHERE v.guest_unit = NEW.code OR v.host_unit = NEW.code
        UNION SELECT x.visit_id FROM visit_guest x WHERE x.organisation = NEW.code
        UNION SELECT f.visit_id FROM follow_up f WHERE f.unit = NEW.code
        UNION SELECT f.visit_id FROM replication r JOIN follow_up f ON f.id = r.follow_up_id
          WHERE r.from_unit = NEW.code OR r.to_unit = NEW.code
        UNION SELECT n.id FROM note n WHERE n.unit = NEW.code;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_note_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_note_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.note_id ELSE NEW.note_id END);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_offices_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      moved text[] := ARRAY(SELECT b.code FROM before b JOIN after a ON a.code = b.code
        WHERE a.regional_office IS DISTINCT FROM b.regional_office);
    BEGIN
      IF moved = '{}' THEN RETURN NULL; END IF;
      PERFORM pg_advisory_xact_lock(7261226);
      MERGE INTO sinergi_sum t USING (
        SELECT cube, place, program, day, mark, hours, sum(count)::integer AS count
        FROM (
        WITH c AS MATERIALIZED (
          SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM sinergi_figure x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit
          WHERE x.guest_unit = ANY (moved) OR x.host_unit = ANY (moved)
          UNION ALL
          SELECT x.cube, x.month, x.guest_unit, x.host_unit, x.mark, x.unit, x.hours, x.due_on, x.ends_at, x.program, -x.count,
            CASE WHEN g.code = ANY (moved) THEN (SELECT b.regional_office FROM before b WHERE b.code = g.code)
              ELSE g.regional_office END, CASE WHEN h.code = ANY (moved) THEN (SELECT b.regional_office FROM before b WHERE b.code = h.code)
              ELSE h.regional_office END
          FROM sinergi_figure x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit
          WHERE x.guest_unit = ANY (moved) OR x.host_unit = ANY (moved))
        SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, '' AS place, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0 AS hours, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined')
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.guest_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.guest_office IS NOT NULL
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.host_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.host_office IS NOT NULL
            AND c.host_office IS DISTINCT FROM c.guest_office
        UNION ALL SELECT 'guests', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'hosts', '', c.program, c.month, c.host_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.host_office IS NOT NULL
        UNION ALL SELECT 'inside', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office = c.host_office
        UNION ALL SELECT 'offices', p.place, c.program, c.month, c.guest_office || ' ' || c.host_office, 0, c.count
          FROM c, LATERAL (SELECT '' UNION SELECT c.guest_office UNION SELECT c.host_office) AS p (place)
          WHERE c.cube = 'visits' AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL AND c.host_office IS NOT NULL
        UNION ALL SELECT 'busy', c.guest_office, c.program, c.month, c.guest_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'busy', c.host_office, c.program, c.month, c.host_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.host_office IS NOT NULL
        UNION ALL SELECT 'answers', '', c.program, c.month, '', c.hours, c.count FROM c WHERE c.cube = 'answers') every GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0) c
        ON t.cube = c.cube AND t.place = c.place AND t.program = c.program AND t.day = c.day AND t.mark = c.mark
          AND t.hours = c.hours
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (cube, place, program, day, mark, hours, count)
          VALUES (c.cube, c.place, c.program, c.day, c.mark, c.hours, c.count);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.visit_id ELSE NEW.visit_id END);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_rebuild()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261226);
      DELETE FROM sinergi_pending;
      DELETE FROM sinergi_delta;
      DELETE FROM sinergi_sum;
      DELETE FROM sinergi_figure;
      DELETE FROM sinergi_fact;
      INSERT INTO sinergi_fact (source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs)
        SELECT source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs FROM sinergi_fresh;
      INSERT INTO sinergi_figure (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count(*) FROM sinergi_fact, unnest(''::text || programs) AS program
        GROUP BY cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program;
      INSERT INTO sinergi_sum (cube, place, program, day, mark, hours, count)
        SELECT cube, place, program, day, mark, hours, sum(count)
        FROM (
        WITH c AS MATERIALIZED (SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM sinergi_figure x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit)
        SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, '' AS place, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0 AS hours, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined')
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.guest_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.guest_office IS NOT NULL
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.host_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.host_office IS NOT NULL
            AND c.host_office IS DISTINCT FROM c.guest_office
        UNION ALL SELECT 'guests', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'hosts', '', c.program, c.month, c.host_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.host_office IS NOT NULL
        UNION ALL SELECT 'inside', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office = c.host_office
        UNION ALL SELECT 'offices', p.place, c.program, c.month, c.guest_office || ' ' || c.host_office, 0, c.count
          FROM c, LATERAL (SELECT '' UNION SELECT c.guest_office UNION SELECT c.host_office) AS p (place)
          WHERE c.cube = 'visits' AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL AND c.host_office IS NOT NULL
        UNION ALL SELECT 'busy', c.guest_office, c.program, c.month, c.guest_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'busy', c.host_office, c.program, c.month, c.host_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.host_office IS NOT NULL
        UNION ALL SELECT 'answers', '', c.program, c.month, '', c.hours, c.count FROM c WHERE c.cube = 'answers') every GROUP BY 1, 2, 3, 4, 5, 6;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_recount(owners uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM sinergi_fresh WHERE owner = ANY (owners)),
      gone AS (
        DELETE FROM sinergi_fact f WHERE f.owner = ANY (owners) AND NOT EXISTS (
          SELECT FROM fresh n WHERE n.source = f.source AND n.cube = f.cube AND (n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, n.programs)
            IS NOT DISTINCT FROM
            (f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, f.programs))
        RETURNING *)
      INSERT INTO sinergi_delta (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, unnest(''::text || programs), -1 FROM gone;
      WITH come AS (
        INSERT INTO sinergi_fact (source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs)
        SELECT source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs FROM sinergi_fresh n
        WHERE n.owner = ANY (owners)
          AND NOT EXISTS (SELECT FROM sinergi_fact f WHERE f.source = n.source AND f.cube = n.cube)
        RETURNING *)
      INSERT INTO sinergi_delta (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, unnest(''::text || programs), 1 FROM come;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_time_zone_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261226);
      INSERT INTO sinergi_pending SELECT id FROM visit WHERE host_unit = NEW.code
        UNION ALL SELECT id FROM note WHERE note.unit = NEW.code;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_uncounted()
 RETURNS SETOF sinergi_delta
 LANGUAGE plpgsql
 STABLE ROWS 10
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    DECLARE
      owners uuid[] := ARRAY(SELECT DISTINCT owner FROM sinergi_pending);
    BEGIN
      IF owners = '{}' THEN RETURN; END IF;
      RETURN QUERY
        SELECT n.cube, n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, p.program, 1
        FROM sinergi_fresh n, unnest(''::text || n.programs) AS p(program) WHERE n.owner = ANY (owners)
        UNION ALL
        SELECT f.cube, f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, p.program, -1
        FROM sinergi_fact f, unnest(''::text || f.programs) AS p(program) WHERE f.owner = ANY (owners);
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_unsummed()
 RETURNS SETOF sinergi_sum
 LANGUAGE plpgsql
 STABLE ROWS 10
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    BEGIN
      IF NOT EXISTS (SELECT FROM sinergi_pending) AND NOT EXISTS (SELECT FROM sinergi_delta) THEN RETURN; END IF;
      RETURN QUERY
        WITH c AS MATERIALIZED (SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM (SELECT * FROM sinergi_delta UNION ALL SELECT * FROM sinergi_uncounted()) x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit)
        SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, '' AS place, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0 AS hours, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined')
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.guest_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.guest_office IS NOT NULL
        UNION ALL SELECT CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube, c.host_office, c.program, coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.host_office IS NOT NULL
            AND c.host_office IS DISTINCT FROM c.guest_office
        UNION ALL SELECT 'guests', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'hosts', '', c.program, c.month, c.host_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.host_office IS NOT NULL
        UNION ALL SELECT 'inside', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office = c.host_office
        UNION ALL SELECT 'offices', p.place, c.program, c.month, c.guest_office || ' ' || c.host_office, 0, c.count
          FROM c, LATERAL (SELECT '' UNION SELECT c.guest_office UNION SELECT c.host_office) AS p (place)
          WHERE c.cube = 'visits' AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL AND c.host_office IS NOT NULL
        UNION ALL SELECT 'busy', c.guest_office, c.program, c.month, c.guest_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'busy', c.host_office, c.program, c.month, c.host_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND c.mark IN ('confirmed', 'held', 'closed') AND c.host_office IS NOT NULL
        UNION ALL SELECT 'answers', '', c.program, c.month, '', c.hours, c.count FROM c WHERE c.cube = 'answers';
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_visit_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.summary_entry_cleared()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          IF NOT EXISTS (
            SELECT FROM visit_entry e JOIN visit v ON v.id = e.visit_id JOIN unit h ON h.code = v.host_unit
            WHERE e.id = NEW.entry_id AND e.removed_at IS NULL AND (e.kind <> 'photo'
              OR (e.cleared AND (h.type IS DISTINCT FROM 'lpka' OR e.head_cleared_at IS NOT NULL)))
          ) THEN
            RAISE EXCEPTION 'a photo comes into a summary with its clearance alone'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'summary_entry_cleared_check';
          END IF;
          RETURN NEW;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.take_visit_number(of_prefix text, of_year integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
      DECLARE
        taken integer;
        until integer;
      BEGIN
        taken := free_visit_number(of_prefix, of_year);
        IF taken IS NULL THEN
          -- Somebody may be setting numbers aside: they are there when that transaction is over.
          INSERT INTO visit_number (prefix, year, last) VALUES (of_prefix, of_year, 0) ON CONFLICT DO NOTHING;
          PERFORM FROM visit_number WHERE prefix = of_prefix AND year = of_year FOR UPDATE;
          taken := free_visit_number(of_prefix, of_year);
        END IF;
        IF taken IS NULL OR taken % 100 = 50 THEN
          UPDATE visit_number SET last = last + 100
            WHERE prefix = of_prefix AND year = of_year AND (taken IS NULL OR last < taken + 100)
            RETURNING last INTO until;
          INSERT INTO visit_number_free (prefix, year, number)
            SELECT of_prefix, of_year, n FROM generate_series(until - 99, until) n WHERE until IS NOT NULL;
        END IF;
        RETURN coalesce(taken, free_visit_number(of_prefix, of_year));
      END $function$
;

CREATE OR REPLACE FUNCTION public.trip_leg_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM 1 FROM trip WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT trip_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT visit_id FROM r UNION SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.trip_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM 1 FROM trip WHERE id = ANY (ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT trip_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT visit_id FROM r UNION SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.trip_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          PERFORM 1 FROM trip WHERE id = ANY (ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT trip_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT visit_id FROM r UNION SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.trip_id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.trip_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT id, title FROM new_rows) SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT id, title FROM old_rows) SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          ids := ARRAY(WITH r AS ((SELECT id, title FROM old_rows EXCEPT SELECT id, title FROM new_rows) UNION ALL (SELECT id, title FROM new_rows EXCEPT SELECT id, title FROM old_rows)) SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.id); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.unit_kanwil()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      SELECT o.short_name, o.seat, o.time_zone, o.email INTO NEW.name, NEW.place, NEW.time_zone, NEW.email
        FROM regional_office o WHERE o.code = NEW.regional_office;
      RETURN NEW;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.unit_name_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT -1 FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT -1 FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT -1 FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.unit_note_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM note_search_refresh(ARRAY(SELECT id FROM note WHERE unit = to_jsonb(NEW) ->> TG_ARGV[0]));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.unit_own_heir()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NEW.heir := coalesce(NEW.heir, NEW.code);
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.unit_position_unconfirm()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NEW.position_confirmed_at := NULL;
        NEW.position_confirmed_by := NULL;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.unit_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM new_rows) SELECT -1 FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM old_rows) SELECT -1 FROM r));
        ELSE
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM old_rows EXCEPT SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM new_rows) UNION ALL (SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM new_rows EXCEPT SELECT code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on FROM old_rows)) SELECT -1 FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.visit_guest_leads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      host text;
    BEGIN
      SELECT v.guest_unit = NEW.organisation, v.host_unit INTO NEW.is_leading, host FROM visit v WHERE v.id = NEW.visit_id;
      IF host = NEW.organisation AND NEW.answer IN ('asked', 'joined') THEN
        RAISE EXCEPTION 'the host is no guest' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_guest_host_check';
      END IF;
      RETURN NEW;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.visit_guest_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', organisation) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', organisation) FROM r));
        ELSE
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', organisation) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.visit_keeps_submission()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
        NEW.submitted_at := OLD.submitted_at;
      ELSIF NEW.state NOT IN ('draft', 'withdrawn') THEN
        NEW.submitted_at := coalesce(NEW.submitted_at, NEW.changed_at);
      ELSIF TG_OP = 'UPDATE' THEN
        NEW.submitted_at := NULL;
      END IF;
      RETURN NEW;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.visit_leads_guests()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_at, answered_at)
          VALUES (gen_random_uuid(), NEW.id, NEW.guest_unit, 'joined', NEW.created_at, NEW.created_at);
        RETURN NULL;
      END IF;
      IF NEW.guest_unit <> OLD.guest_unit THEN
        UPDATE visit_participant SET brought_by = NULL WHERE visit_id = NEW.id AND brought_by = NEW.guest_unit;
        DELETE FROM visit_guest WHERE visit_id = NEW.id AND organisation = NEW.guest_unit;
        UPDATE visit_guest SET organisation = NEW.guest_unit WHERE visit_id = NEW.id AND is_leading;
      END IF;
      IF NEW.host_unit <> OLD.host_unit THEN
        UPDATE visit_guest SET answer = 'ended' WHERE visit_id = NEW.id AND organisation = NEW.host_unit;
      END IF;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.visit_participant_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS (SELECT id, visit_id, email, answer FROM new_rows) SELECT visit_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT id, visit_id, email, answer FROM new_rows) SELECT feed_scope('visit', visit_id::text) FROM r UNION ALL SELECT feed_scope('email', email) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS (SELECT id, visit_id, email, answer FROM old_rows) SELECT visit_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT id, visit_id, email, answer FROM old_rows) SELECT feed_scope('visit', visit_id::text) FROM r UNION ALL SELECT feed_scope('email', email) FROM r));
        ELSE
          PERFORM 1 FROM visit WHERE id = ANY (ARRAY(WITH r AS ((SELECT id, visit_id, email, answer FROM old_rows EXCEPT SELECT id, visit_id, email, answer FROM new_rows) UNION ALL (SELECT id, visit_id, email, answer FROM new_rows EXCEPT SELECT id, visit_id, email, answer FROM old_rows)) SELECT visit_id FROM r)) ORDER BY id FOR NO KEY UPDATE;
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT id, visit_id, email, answer FROM old_rows EXCEPT SELECT id, visit_id, email, answer FROM new_rows) UNION ALL (SELECT id, visit_id, email, answer FROM new_rows EXCEPT SELECT id, visit_id, email, answer FROM old_rows)) SELECT feed_scope('visit', visit_id::text) FROM r UNION ALL SELECT feed_scope('email', email) FROM r));
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.visit_parties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF EXISTS (SELECT 1 FROM unit WHERE code = NEW.guest_unit AND kind = 'partner') THEN
        RAISE EXCEPTION 'a partner leads no visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_guest_leads_check';
      END IF;
      IF EXISTS (SELECT 1 FROM unit WHERE code = NEW.host_unit AND kind = 'partner') THEN
        RAISE EXCEPTION 'a partner receives no visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_host_receives_check';
      END IF;
      RETURN NEW;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.visit_program_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        ELSE
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT visit_id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
        END IF;
        RETURN NULL;
      END
    $function$
;

CREATE OR REPLACE FUNCTION public.visit_raises_feeds()
 RETURNS trigger
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    DECLARE
      ids uuid[];
      left_units text[];
    BEGIN
      IF TG_OP = 'INSERT' THEN
        ids := ARRAY(SELECT id FROM new_rows);
      ELSIF TG_OP = 'DELETE' THEN
        ids := ARRAY(SELECT id FROM old_rows);
        left_units := ARRAY(SELECT unnest(ARRAY[guest_unit, host_unit]) FROM old_rows);
      ELSE
        ids := ARRAY(SELECT coalesce(n.id, o.id) FROM new_rows n FULL JOIN old_rows o ON o.id = n.id
          WHERE n IS DISTINCT FROM o);
        IF ids = '{}' THEN RETURN NULL; END IF;
        left_units := ARRAY(SELECT unnest(ARRAY[o.guest_unit, o.host_unit]) FROM new_rows n JOIN old_rows o ON o.id = n.id
          WHERE (o.guest_unit, o.host_unit) <> (n.guest_unit, n.host_unit));
      END IF;
      IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
      IF left_units <> '{}' THEN PERFORM feed_raise(ARRAY(SELECT feed_scope('unit', u) FROM unnest(left_units) u)); END IF;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit
          OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL) THEN
          PERFORM keep_visit_readers(ARRAY[NEW.id]);
        ELSE
          UPDATE visit_reader SET starts_at = NEW.starts_at, state = NEW.state WHERE visit_id = NEW.id;
        END IF;
        RETURN NULL;
      END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_named()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO visit_reader (visit_id, reader, starts_at, state)
          SELECT DISTINCT v.id, 'mail:' || w.email, v.starts_at, v.state FROM written w JOIN visit v ON v.id = w.visit_id
          WHERE w.email <> '' AND v.submitted_at IS NOT NULL
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM keep_visit_readers(ARRAY[OLD.visit_id, NEW.visit_id]);
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_part_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT DISTINCT visit_id FROM removed));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_part_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    joining uuid[] := ARRAY(SELECT DISTINCT visit_id FROM written WHERE NOT is_leading);
  BEGIN
    IF joining <> '{}' THEN PERFORM keep_visit_readers(joining); END IF;
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_unit_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(
      SELECT visit_id FROM visit_reader WHERE reader = 'unit:' || NEW.code));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_unnamed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    DELETE FROM visit_reader r USING removed o WHERE r.visit_id = o.visit_id AND r.reader = 'mail:' || o.email
      AND NOT EXISTS (SELECT FROM visit_participant p WHERE p.visit_id = o.visit_id AND p.email = o.email);
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.visit_reader_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        sent uuid[] := ARRAY(SELECT id FROM written WHERE submitted_at IS NOT NULL);
      BEGIN
        INSERT INTO visit_reader (visit_id, reader, starts_at, state)
          SELECT id, 'unit:' || guest_unit, starts_at, state FROM written WHERE submitted_at IS NULL
          ON CONFLICT DO NOTHING;
        IF sent <> '{}' THEN PERFORM keep_visit_readers(sent); END IF;
        RETURN NULL;
      END $function$
;

CREATE OR REPLACE FUNCTION public.visit_readers(visits uuid[])
 RETURNS TABLE(visit_id uuid, reader text, starts_at timestamp with time zone, state text)
 LANGUAGE sql
 STABLE
AS $function$
    WITH v AS MATERIALIZED (SELECT * FROM visit WHERE id = ANY (visits)),
    sent AS (SELECT * FROM v WHERE submitted_at IS NOT NULL),
    organisation AS (
      SELECT id, guest_unit AS code FROM sent UNION SELECT id, host_unit FROM sent
      UNION SELECT sent.id, j.organisation FROM sent
        JOIN visit_guest j ON j.visit_id = sent.id AND NOT j.is_leading AND j.answer = 'joined'
    )
    SELECT v.id, r.reader, v.starts_at, v.state FROM v JOIN (
      SELECT id, 'unit:' || guest_unit AS reader FROM v
      UNION SELECT id, 'unit:' || code FROM organisation
      UNION SELECT o.id, 'office:' || u.regional_office FROM organisation o
        JOIN unit u ON u.code = o.code AND u.regional_office IS NOT NULL
      UNION SELECT sent.id, 'asked:' || a.organisation FROM sent
        JOIN visit_guest a ON a.visit_id = sent.id AND a.answer = 'asked'
      UNION SELECT sent.id, 'mail:' || p.email FROM sent
        JOIN visit_participant p ON p.visit_id = sent.id AND p.email <> ''
    ) r ON r.id = v.id
  $function$
;

CREATE TABLE address_change (
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  email text NOT NULL,
  asked_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT address_change_pkey PRIMARY KEY (token_hash),
  CONSTRAINT address_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT address_change_email_check CHECK ((email = lower(email)))
);
CREATE INDEX address_change_expires_at_idx ON public.address_change USING btree (expires_at);
CREATE INDEX address_change_person_id_idx ON public.address_change USING btree (person_id, created_at);
COMMENT ON TABLE address_change IS 'Links by which the owner of a mailbox says that an account is to have its address.';
COMMENT ON COLUMN address_change.token_hash IS 'SHA-256 of its secret, in hex.';

CREATE TABLE address_fault (
  email text NOT NULL,
  status text NOT NULL,
  noticed_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT address_fault_pkey PRIMARY KEY (email),
  CONSTRAINT address_fault_email_check CHECK ((email = lower(email))),
  CONSTRAINT address_fault_status_check CHECK ((status ~ '^5\.[0-9]{1,3}\.[0-9]{1,3}$'::text))
);
COMMENT ON TABLE address_fault IS 'Addresses that are known to be dead, until somebody answers from there.';
COMMENT ON COLUMN address_fault.status IS 'Enhanced status code (RFC 3463) that said so.';

CREATE TABLE agenda (
  visit_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  revision integer NOT NULL,
  public_revision integer,
  changed_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  CONSTRAINT agenda_pkey PRIMARY KEY (visit_id),
  CONSTRAINT agenda_public_revision_fkey FOREIGN KEY (visit_id, public_revision) REFERENCES agenda_revision(visit_id, revision) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT agenda_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT agenda_public_revision_check CHECK (((public_revision >= 1) AND (public_revision <= revision))),
  CONSTRAINT agenda_published_check CHECK (((state <> 'published'::text) OR ((public_revision IS NOT NULL) AND (public_revision = revision)))),
  CONSTRAINT agenda_revision_check CHECK (((revision >= 0) AND ((revision = 0) = (published_at IS NULL)))),
  CONSTRAINT agenda_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  CONSTRAINT agenda_version_check CHECK ((version >= 1))
);
CREATE TRIGGER agenda_raises_feeds_delete AFTER DELETE ON public.agenda REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_raises_feeds();
CREATE TRIGGER agenda_raises_feeds_insert AFTER INSERT ON public.agenda REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_raises_feeds();
CREATE TRIGGER agenda_raises_feeds_update AFTER UPDATE ON public.agenda REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_raises_feeds();
COMMENT ON TABLE agenda IS 'The agenda of a visit, as it is worked on.';
COMMENT ON COLUMN agenda.revision IS 'Its last publication, counted from 1; 0 before the first.';
COMMENT ON COLUMN agenda.public_revision IS 'The publication that is shown; null for none.';

CREATE TABLE agenda_item (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  "position" integer NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  persons text[] NOT NULL,
  note text NOT NULL,
  CONSTRAINT agenda_item_pkey PRIMARY KEY (id),
  CONSTRAINT agenda_item_position_key UNIQUE (visit_id, "position"),
  CONSTRAINT agenda_item_one_place_excl EXCLUDE USING gist (visit_id WITH =, lower(btrim(place)) WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT agenda_item_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES agenda(visit_id) ON DELETE CASCADE,
  CONSTRAINT agenda_item_ends_at_range_check CHECK (((ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT agenda_item_kind_check CHECK ((kind = ANY (ARRAY['welcome'::text, 'remarks'::text, 'presentation'::text, 'field-tour'::text, 'discussion'::text, 'follow-up-plan'::text, 'photo'::text, 'closing'::text, 'break'::text]))),
  CONSTRAINT agenda_item_starts_at_range_check CHECK (((starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT agenda_item_times_check CHECK ((starts_at < ends_at)),
  CONSTRAINT agenda_item_title_check CHECK ((title <> ''::text))
);
CREATE CONSTRAINT TRIGGER agenda_item_inside_visit AFTER INSERT OR UPDATE ON public.agenda_item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agenda_stays_inside_visit();
COMMENT ON TABLE agenda_item IS 'Sessions of agendas. All of an agenda are stored anew with every save, and keep their ids.';
COMMENT ON COLUMN agenda_item.place IS 'Empty: the visit''s main place.';
COMMENT ON COLUMN agenda_item.persons IS 'Who leads or speaks, by name.';

CREATE TABLE agenda_recipient (
  participant_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  revision integer NOT NULL,
  told_at timestamp with time zone NOT NULL,
  CONSTRAINT agenda_recipient_pkey PRIMARY KEY (participant_id),
  CONSTRAINT agenda_recipient_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT agenda_recipient_revision_fkey FOREIGN KEY (visit_id, revision) REFERENCES agenda_revision(visit_id, revision) ON DELETE CASCADE
);
CREATE INDEX agenda_recipient_revision_idx ON public.agenda_recipient USING btree (visit_id, revision);
COMMENT ON TABLE agenda_recipient IS 'The publication each participant knows: later ones tell what changed since.';

CREATE TABLE agenda_revision (
  visit_id uuid NOT NULL,
  revision integer NOT NULL,
  published_at timestamp with time zone NOT NULL,
  items jsonb NOT NULL,
  CONSTRAINT agenda_revision_pkey PRIMARY KEY (visit_id, revision),
  CONSTRAINT agenda_revision_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES agenda(visit_id) ON DELETE CASCADE,
  CONSTRAINT agenda_revision_items_check CHECK ((jsonb_typeof(items) = 'array'::text)),
  CONSTRAINT agenda_revision_revision_check CHECK ((revision >= 1))
);
CREATE TRIGGER agenda_revision_raises_feeds_delete AFTER DELETE ON public.agenda_revision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_revision_raises_feeds();
CREATE TRIGGER agenda_revision_raises_feeds_insert AFTER INSERT ON public.agenda_revision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_revision_raises_feeds();
CREATE TRIGGER agenda_revision_raises_feeds_update AFTER UPDATE ON public.agenda_revision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agenda_revision_raises_feeds();
COMMENT ON TABLE agenda_revision IS 'What a publication of an agenda showed; never changed afterwards.';

CREATE TABLE answer_news (
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  answer text,
  words text NOT NULL,
  came_at timestamp with time zone NOT NULL,
  CONSTRAINT answer_news_pkey PRIMARY KEY (id),
  CONSTRAINT answer_news_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT answer_news_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text]))),
  CONSTRAINT answer_news_words_check CHECK (((char_length(words) <= 500) AND ((answer IS NOT NULL) OR (words <> ''::text))))
);
CREATE INDEX answer_news_participant_idx ON public.answer_news USING btree (participant_id);
COMMENT ON TABLE answer_news IS 'What participants said and the officers of their side were not mailed yet; a line goes with its mail.';

CREATE TABLE api_token (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT api_token_expiry_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '8760:00:00'::interval))))
);
CREATE INDEX api_token_person_id_idx ON public.api_token USING btree (person_id, created_at);
COMMENT ON TABLE api_token IS 'Secrets by which programs act for a person.';
COMMENT ON COLUMN api_token.name IS 'What the person calls it.';

CREATE TABLE attendance_signature (
  participant_id uuid NOT NULL,
  strokes jsonb NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  CONSTRAINT attendance_signature_pkey PRIMARY KEY (participant_id),
  CONSTRAINT attendance_signature_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT attendance_signature_strokes_check CHECK (((jsonb_typeof(strokes) = 'array'::text) AND (octet_length((strokes)::text) <= 65536)))
);
COMMENT ON TABLE attendance_signature IS 'Signatures by finger: strokes of points, as whole numbers in a field of 1000 by 400.';

CREATE TABLE backup_run (
  id uuid NOT NULL,
  folder text NOT NULL,
  nightly boolean NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  bytes bigint,
  fault text,
  removed_at timestamp with time zone,
  CONSTRAINT backup_run_pkey PRIMARY KEY (id),
  CONSTRAINT backup_run_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT backup_run_ended_at_check CHECK ((ended_at >= started_at)),
  CONSTRAINT backup_run_fault_check CHECK (((length(fault) >= 1) AND (length(fault) <= 500))),
  CONSTRAINT backup_run_outcome_check CHECK (
CASE
    WHEN (ended_at IS NULL) THEN (num_nonnulls(bytes, fault) = 0)
    ELSE (num_nonnulls(bytes, fault) = 1)
END)
);
CREATE INDEX backup_run_started_at_idx ON public.backup_run USING btree (started_at DESC);
COMMENT ON TABLE backup_run IS 'Each attempt to make a backup. One without an end was cut off, or is being made.';
COMMENT ON COLUMN backup_run.folder IS 'Path of the backup, as the process that made it saw it.';
COMMENT ON COLUMN backup_run.nightly IS 'Whether the night made it, which also removes it when it is old.';
COMMENT ON COLUMN backup_run.bytes IS 'Size of all its files; null for one that failed.';
COMMENT ON COLUMN backup_run.fault IS 'Why it failed.';

CREATE TABLE bundle (
  id uuid NOT NULL,
  organisation text NOT NULL,
  subject text,
  visit_id uuid,
  trip_id uuid,
  year integer,
  title text NOT NULL,
  state text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT bundle_pkey PRIMARY KEY (id),
  CONSTRAINT bundle_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT bundle_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT bundle_subject_fkey FOREIGN KEY (subject) REFERENCES unit(code),
  CONSTRAINT bundle_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip(id) ON DELETE CASCADE,
  CONSTRAINT bundle_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT bundle_of_check CHECK ((num_nonnulls(visit_id, trip_id, year) = 1)),
  CONSTRAINT bundle_ready_check CHECK (((state = 'ready'::text) = (finished_at IS NOT NULL))),
  CONSTRAINT bundle_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'working'::text, 'ready'::text]))),
  CONSTRAINT bundle_subject_check CHECK (((year IS NULL) = (subject IS NULL))),
  CONSTRAINT bundle_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX bundle_asked_at_idx ON public.bundle USING btree (asked_at);
CREATE INDEX bundle_asked_by_idx ON public.bundle USING btree (asked_by);
CREATE INDEX bundle_organisation_idx ON public.bundle USING btree (organisation, asked_at);
CREATE INDEX bundle_subject_idx ON public.bundle USING btree (subject, year) WHERE (subject IS NOT NULL);
CREATE INDEX bundle_trip_idx ON public.bundle USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE UNIQUE INDEX bundle_under_way_idx ON public.bundle USING btree (organisation) WHERE (state <> 'ready'::text);
CREATE INDEX bundle_visit_idx ON public.bundle USING btree (visit_id) WHERE (visit_id IS NOT NULL);
COMMENT ON TABLE bundle IS 'Papers of a visit, a trip or a year of an organisation, put together for who may take them; kept for days.';
COMMENT ON COLUMN bundle.organisation IS 'Whose people asked for it.';
COMMENT ON COLUMN bundle.subject IS 'Whose year it is.';

CREATE TABLE bundle_part (
  bundle_id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  visit_id uuid NOT NULL,
  ref uuid,
  section text NOT NULL,
  title text NOT NULL,
  name text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  size integer,
  sha256 text,
  looked text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT bundle_part_pkey PRIMARY KEY (bundle_id, number),
  CONSTRAINT bundle_part_name_key UNIQUE (bundle_id, name),
  CONSTRAINT bundle_part_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundle(id) ON DELETE CASCADE,
  CONSTRAINT bundle_part_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT bundle_part_done_check CHECK ((((state = 'done'::text) = (size IS NOT NULL)) AND ((state = 'done'::text) = (sha256 IS NOT NULL)))),
  CONSTRAINT bundle_part_kind_check CHECK ((kind = ANY (ARRAY['paper-pdf'::text, 'paper-docx'::text, 'signed-copy'::text, 'file'::text, 'photo'::text, 'summary'::text, 'attendance'::text]))),
  CONSTRAINT bundle_part_number_check CHECK ((number >= 1)),
  CONSTRAINT bundle_part_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'missing'::text])))
);
CREATE INDEX bundle_part_visit_idx ON public.bundle_part USING btree (visit_id);
COMMENT ON TABLE bundle_part IS 'A part of a bundle: made, or missing with the reason; whoever makes them goes on with those that wait.';
COMMENT ON COLUMN bundle_part.looked IS 'Whose NIP stand on it whole, as they were noted down.';

CREATE TABLE calendar_invitation (
  visit_id uuid NOT NULL,
  email text NOT NULL,
  event_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  method text NOT NULL,
  sequence integer NOT NULL,
  messages integer NOT NULL,
  organizer_is_personal boolean NOT NULL DEFAULT false,
  shown jsonb NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email, event_id),
  CONSTRAINT calendar_invitation_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT calendar_invitation_messages_check CHECK ((messages >= 1)),
  CONSTRAINT calendar_invitation_method_check CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text, 'MOVED'::text]))),
  CONSTRAINT calendar_invitation_sequence_check CHECK ((sequence >= 0))
);
CREATE INDEX calendar_invitation_event_idx ON public.calendar_invitation USING btree (event_id);
COMMENT ON TABLE calendar_invitation IS 'What each person''s calendar was told last about an event, so that the next mail follows on from it.';
COMMENT ON COLUMN calendar_invitation.event_id IS 'UID: the visit''s id, or that of a session which somebody comes for alone.';
COMMENT ON COLUMN calendar_invitation.method IS 'METHOD (RFC 5546).';
COMMENT ON COLUMN calendar_invitation.sequence IS 'SEQUENCE (RFC 5545).';
COMMENT ON COLUMN calendar_invitation.messages IS 'How many messages the person was sent about the event.';
COMMENT ON COLUMN calendar_invitation.organizer_is_personal IS 'Whether ORGANIZER is the person''s own return address; a calendar that was told another one keeps that.';
COMMENT ON COLUMN calendar_invitation.shown IS 'What the event said: title, times, place …';

CREATE TABLE calendar_setting (
  person_id uuid NOT NULL,
  alarm_minutes integer[] NOT NULL,
  CONSTRAINT calendar_setting_pkey PRIMARY KEY (person_id),
  CONSTRAINT calendar_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT calendar_setting_alarms_check CHECK (((cardinality(alarm_minutes) <= 3) AND (0 <= ALL (alarm_minutes)) AND (40320 >= ALL (alarm_minutes))))
);
CREATE TRIGGER calendar_setting_raises_feeds_delete AFTER DELETE ON public.calendar_setting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION calendar_setting_raises_feeds();
CREATE TRIGGER calendar_setting_raises_feeds_insert AFTER INSERT ON public.calendar_setting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION calendar_setting_raises_feeds();
CREATE TRIGGER calendar_setting_raises_feeds_update AFTER UPDATE ON public.calendar_setting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION calendar_setting_raises_feeds();
COMMENT ON TABLE calendar_setting IS 'How a person''s calendar reminds; nobody without a row is reminded.';
COMMENT ON COLUMN calendar_setting.alarm_minutes IS 'Minutes before an event, each an alarm.';

CREATE TABLE certificate (
  code text NOT NULL,
  letter_id uuid NOT NULL,
  participant_id uuid,
  name text NOT NULL,
  "position" text,
  office text,
  issued_by uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  CONSTRAINT certificate_pkey PRIMARY KEY (code),
  CONSTRAINT certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  CONSTRAINT certificate_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE,
  CONSTRAINT certificate_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE SET NULL,
  CONSTRAINT certificate_code_check CHECK ((code ~ '^[ACDEFGHJKMNPQRTUVWXY34679]{12}$'::text)),
  CONSTRAINT certificate_name_check CHECK ((name <> ''::text))
);
CREATE INDEX certificate_issued_by_idx ON public.certificate USING btree (issued_by);
CREATE INDEX certificate_letter_idx ON public.certificate USING btree (letter_id);
CREATE INDEX certificate_participant_idx ON public.certificate USING btree (participant_id);
CREATE UNIQUE INDEX certificate_standing_idx ON public.certificate USING btree (participant_id, letter_id) WHERE (withdrawn_at IS NULL);
COMMENT ON TABLE certificate IS 'Certificates that were issued with a letter, by the code by which anybody checks one.';

CREATE TABLE check_in_key (
  one boolean NOT NULL DEFAULT true,
  key text NOT NULL,
  CONSTRAINT check_in_key_pkey PRIMARY KEY (one),
  CONSTRAINT check_in_key_length_check CHECK ((char_length(key) >= 64)),
  CONSTRAINT check_in_key_one_check CHECK (one)
);
COMMENT ON TABLE check_in_key IS 'What the secrets of visits are made of by which the codes at their doors are signed.';

CREATE TABLE check_in_paper (
  visit_id uuid NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  CONSTRAINT check_in_paper_pkey PRIMARY KEY (visit_id),
  CONSTRAINT check_in_paper_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
COMMENT ON TABLE check_in_paper IS 'Visits whose printed code is not taken any more.';

CREATE TABLE closed_day (
  unit text NOT NULL,
  date date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT closed_day_pkey PRIMARY KEY (unit, date),
  CONSTRAINT closed_day_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT closed_day_date_range_check CHECK (((date >= '2000-01-01'::date) AND (date <= '2100-12-31'::date)))
);
CREATE TRIGGER closed_day_raises_feeds_delete AFTER DELETE ON public.closed_day REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION closed_day_raises_feeds();
CREATE TRIGGER closed_day_raises_feeds_insert AFTER INSERT ON public.closed_day REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION closed_day_raises_feeds();
CREATE TRIGGER closed_day_raises_feeds_update AFTER UPDATE ON public.closed_day REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION closed_day_raises_feeds();
COMMENT ON TABLE closed_day IS 'Days on which a unit receives nobody.';

CREATE TABLE countable_result (
  id uuid NOT NULL,
  visit_id uuid,
  note_id uuid,
  organisation text NOT NULL,
  what text NOT NULL,
  amount numeric(14,2) NOT NULL,
  measure text NOT NULL,
  measured_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT countable_result_pkey PRIMARY KEY (id),
  CONSTRAINT countable_result_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT countable_result_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT countable_result_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT countable_result_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  CONSTRAINT countable_result_amount_check CHECK ((amount > (0)::numeric)),
  CONSTRAINT countable_result_measure_check CHECK ((measure = ANY (ARRAY['ha'::text, 'm2'::text, 'kg'::text, 'ton'::text, 'liter'::text, 'orang'::text, 'rupiah'::text, 'ekor'::text, 'unit'::text, 'paket'::text, 'porsi'::text, 'kegiatan'::text, 'persen'::text]))),
  CONSTRAINT countable_result_measured_on_range_check CHECK (((measured_on >= '2000-01-01'::date) AND (measured_on <= '2100-12-31'::date))),
  CONSTRAINT countable_result_of_check CHECK ((num_nonnulls(visit_id, note_id) = 1)),
  CONSTRAINT countable_result_what_check CHECK (((char_length(what) >= 1) AND (char_length(what) <= 120)))
);
CREATE INDEX countable_result_measured_on_idx ON public.countable_result USING btree (measured_on, id);
CREATE INDEX countable_result_note_id_idx ON public.countable_result USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX countable_result_organisation_idx ON public.countable_result USING btree (organisation, measured_on);
CREATE INDEX countable_result_visit_id_idx ON public.countable_result USING btree (visit_id) WHERE (visit_id IS NOT NULL);
CREATE INDEX countable_result_written_by_idx ON public.countable_result USING btree (written_by);
COMMENT ON TABLE countable_result IS 'What can be counted of a visit or a practice: an amount of something, by a measure, on a date.';

CREATE TABLE emblem (
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT emblem_pkey PRIMARY KEY (sha256)
);
COMMENT ON TABLE emblem IS 'Pictures above letterheads, each kept once: what stood on a letter stays.';
COMMENT ON COLUMN emblem.content IS 'PNG, written anew from what was sent.';

CREATE TABLE erasure (
  id uuid NOT NULL,
  person_id uuid,
  participants uuid[] NOT NULL,
  members uuid[] NOT NULL,
  ground text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  letter_on date,
  entered_by uuid,
  asked_at timestamp with time zone NOT NULL,
  subject jsonb,
  done_tables text[] NOT NULL DEFAULT '{}'::text[],
  changed integer NOT NULL DEFAULT 0,
  done_at timestamp with time zone,
  CONSTRAINT erasure_pkey PRIMARY KEY (id),
  CONSTRAINT erasure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id),
  CONSTRAINT erasure_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT erasure_ground_check CHECK ((ground = ANY (ARRAY['account'::text, 'link'::text, 'letter'::text, 'restored'::text]))),
  CONSTRAINT erasure_letter_check CHECK ((((ground = 'letter'::text) = (entered_by IS NOT NULL)) AND ((ground = 'letter'::text) = (letter_on IS NOT NULL)) AND ((ground <> 'letter'::text) OR (reason <> ''::text)))),
  CONSTRAINT erasure_letter_on_range_check CHECK (((letter_on >= '2000-01-01'::date) AND (letter_on <= '2100-12-31'::date))),
  CONSTRAINT erasure_subject_check CHECK (((done_at IS NULL) OR (subject IS NULL)))
);
CREATE INDEX erasure_asked_at_idx ON public.erasure USING btree (asked_at, id);
CREATE INDEX erasure_entered_by_idx ON public.erasure USING btree (entered_by) WHERE (entered_by IS NOT NULL);
CREATE INDEX erasure_person_idx ON public.erasure USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX erasure_waiting_idx ON public.erasure USING btree (id) WHERE (done_at IS NULL);
COMMENT ON TABLE erasure IS 'Whose data was erased, by ids alone, so that what a backup brings back is erased again.';
COMMENT ON COLUMN erasure.participants IS 'Ids of the rows in visits that were somebody.';
COMMENT ON COLUMN erasure.members IS 'Ids of the rows in trips that were somebody.';
COMMENT ON COLUMN erasure.subject IS 'By what somebody is found while the erasure goes on; nothing afterwards.';

CREATE TABLE export_record (
  id uuid NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  taken_by uuid,
  route text NOT NULL,
  about text,
  file_name text NOT NULL,
  row_count integer,
  CONSTRAINT export_record_pkey PRIMARY KEY (id),
  CONSTRAINT export_record_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id),
  CONSTRAINT export_record_row_count_check CHECK ((row_count >= 0))
);
CREATE INDEX export_record_taken_at_idx ON public.export_record USING btree (taken_at, id);
CREATE INDEX export_record_taken_by_idx ON public.export_record USING btree (taken_by, taken_at, id) WHERE (taken_by IS NOT NULL);
COMMENT ON TABLE export_record IS 'Each file that somebody took away, written down before it was sent.';
COMMENT ON COLUMN export_record.taken_by IS 'Null for who came by a link of their own.';
COMMENT ON COLUMN export_record.about IS 'The id or code in the address: of a visit, a letter, a unit.';

CREATE TABLE feed (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  scope text NOT NULL,
  unit text,
  regional_office text,
  visit_id uuid,
  shows text NOT NULL,
  programs text[] NOT NULL,
  states text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  digest text,
  changed_at timestamp with time zone,
  held text,
  events_digest text,
  scopes integer[],
  CONSTRAINT feed_pkey PRIMARY KEY (id),
  CONSTRAINT feed_token_hash_key UNIQUE (token_hash),
  CONSTRAINT feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT feed_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT feed_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT feed_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT feed_busy_check CHECK (((shows <> 'busy'::text) OR ((scope = 'unit'::text) AND (programs = '{}'::text[]) AND (states = '{}'::text[])))),
  CONSTRAINT feed_scope_check CHECK (((scope = ANY (ARRAY['me'::text, 'unit'::text, 'region'::text, 'visit'::text])) AND ((unit IS NOT NULL) = (scope = 'unit'::text)) AND ((regional_office IS NOT NULL) = (scope = 'region'::text)) AND ((visit_id IS NOT NULL) = (scope = 'visit'::text)))),
  CONSTRAINT feed_shows_check CHECK ((shows = ANY (ARRAY['visits'::text, 'sessions'::text, 'busy'::text]))),
  CONSTRAINT feed_states_check CHECK ((states <@ ARRAY['tentative'::text, 'confirmed'::text, 'cancelled'::text]))
);
CREATE INDEX feed_person_idx ON public.feed USING btree (person_id, created_at, id);
CREATE INDEX feed_visit_idx ON public.feed USING btree (visit_id);
CREATE TRIGGER feed_forgets BEFORE UPDATE ON public.feed FOR EACH ROW WHEN ((((((((((old.id IS DISTINCT FROM new.id) OR (old.person_id IS DISTINCT FROM new.person_id)) OR (old.scope IS DISTINCT FROM new.scope)) OR (old.unit IS DISTINCT FROM new.unit)) OR (old.regional_office IS DISTINCT FROM new.regional_office)) OR (old.visit_id IS DISTINCT FROM new.visit_id)) OR (old.shows IS DISTINCT FROM new.shows)) OR (old.programs IS DISTINCT FROM new.programs)) OR (old.states IS DISTINCT FROM new.states))) EXECUTE FUNCTION feed_forgets();
COMMENT ON TABLE feed IS 'Calendars that programs subscribe to by a secret address.';
COMMENT ON COLUMN feed.token_hash IS 'SHA-256 of the address''s secret, in hex.';
COMMENT ON COLUMN feed.person_id IS 'Whose it is: it ends with their rights.';
COMMENT ON COLUMN feed.programs IS 'Programs to show visits of; empty for all.';
COMMENT ON COLUMN feed.states IS 'STATUS of the events to show (RFC 5545), in lower case; empty for all.';
COMMENT ON COLUMN feed.last_used_at IS 'When a program read it last, to the hour.';
COMMENT ON COLUMN feed.digest IS 'Of what it held when it was written last.';
COMMENT ON COLUMN feed.held IS 'As of which revision, zone, day, database and program it holds what the digest says; anything else has to be written.';
COMMENT ON COLUMN feed.events_digest IS 'Of its busy times as events.';
COMMENT ON COLUMN feed.scopes IS 'What it was made of when it was written last, as feed_change.scope: who changes what it is made of raises one of these.';

CREATE TABLE feed_change (
  scope integer NOT NULL,
  mark bigint NOT NULL
);
CREATE INDEX feed_change_scope_idx ON public.feed_change USING btree (scope) INCLUDE (mark);
COMMENT ON TABLE feed_change IS 'A mark for each change of what feeds are made of. Only appended to, and folded: several marks of a scope become one.';
COMMENT ON COLUMN feed_change.scope IS 'What changed: -1 concerns all feeds, else feed_scope of a visit, unit, mail address or person.';
COMMENT ON COLUMN feed_change.mark IS 'A random number, or several put together by XOR.';

CREATE TABLE feedback (
  participant_id uuid NOT NULL,
  usefulness integer NOT NULL,
  welcome integer,
  to_copy text NOT NULL,
  to_improve text NOT NULL,
  may_name boolean NOT NULL,
  given_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT feedback_pkey PRIMARY KEY (participant_id),
  CONSTRAINT feedback_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES feedback_request(participant_id) ON DELETE CASCADE,
  CONSTRAINT feedback_texts_check CHECK (((char_length(to_copy) <= 2000) AND (char_length(to_improve) <= 2000))),
  CONSTRAINT feedback_usefulness_check CHECK (((usefulness >= 1) AND (usefulness <= 5))),
  CONSTRAINT feedback_welcome_check CHECK (((welcome >= 1) AND (welcome <= 5)))
);
COMMENT ON TABLE feedback IS 'What participants say a visit was worth.';
COMMENT ON COLUMN feedback.usefulness IS 'From 1, not at all, to 5.';
COMMENT ON COLUMN feedback.welcome IS 'How the host received them, 1 to 5; null when they do not say.';
COMMENT ON COLUMN feedback.may_name IS 'Whether the name may stand beside what was said.';

CREATE TABLE feedback_link (
  token_hash text NOT NULL,
  participant_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT feedback_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT feedback_link_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES feedback_request(participant_id) ON DELETE CASCADE
);
CREATE INDEX feedback_link_created_idx ON public.feedback_link USING btree (created_at);
CREATE INDEX feedback_link_participant_idx ON public.feedback_link USING btree (participant_id);
COMMENT ON TABLE feedback_link IS 'Links by which they say so without an account.';
COMMENT ON COLUMN feedback_link.token_hash IS 'SHA-256 of its secret, in hex.';

CREATE TABLE feedback_release (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  participant_id uuid,
  usefulness integer NOT NULL,
  to_copy text NOT NULL,
  to_improve text NOT NULL,
  may_name boolean NOT NULL,
  CONSTRAINT feedback_release_pkey PRIMARY KEY (id),
  CONSTRAINT feedback_release_participant_key UNIQUE (participant_id),
  CONSTRAINT feedback_release_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE SET NULL,
  CONSTRAINT feedback_release_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT feedback_release_usefulness_check CHECK (((usefulness >= 1) AND (usefulness <= 5)))
);
CREATE INDEX feedback_release_visit_idx ON public.feedback_release USING btree (visit_id);
COMMENT ON TABLE feedback_release IS 'Feedback as it is shown, renewed when that of three participants at least differs.';
COMMENT ON COLUMN feedback_release.participant_id IS 'Null when no longer among the participants.';

CREATE TABLE feedback_request (
  participant_id uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  reminded_at timestamp with time zone,
  CONSTRAINT feedback_request_pkey PRIMARY KEY (participant_id),
  CONSTRAINT feedback_request_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT feedback_request_times_check CHECK (((expires_at > asked_at) AND (reminded_at >= asked_at)))
);
CREATE INDEX feedback_request_unreminded_idx ON public.feedback_request USING btree (expires_at, participant_id) WHERE (reminded_at IS NULL);
COMMENT ON TABLE feedback_request IS 'Participants who were asked what a visit was worth.';

CREATE TABLE feedback_result (
  visit_id uuid NOT NULL,
  told_at timestamp with time zone,
  CONSTRAINT feedback_result_pkey PRIMARY KEY (visit_id),
  CONSTRAINT feedback_result_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX feedback_result_untold_idx ON public.feedback_result USING btree (visit_id) WHERE (told_at IS NULL);
COMMENT ON TABLE feedback_result IS 'Visits that somebody has answered about, and when the units were told.';

CREATE TABLE feedback_welcome_release (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  participant_id uuid,
  usefulness integer NOT NULL,
  welcome integer NOT NULL,
  CONSTRAINT feedback_welcome_release_pkey PRIMARY KEY (id),
  CONSTRAINT feedback_welcome_release_participant_key UNIQUE (participant_id),
  CONSTRAINT feedback_welcome_release_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE SET NULL,
  CONSTRAINT feedback_welcome_release_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT feedback_welcome_release_usefulness_check CHECK (((usefulness >= 1) AND (usefulness <= 5))),
  CONSTRAINT feedback_welcome_release_welcome_check CHECK (((welcome >= 1) AND (welcome <= 5)))
);
CREATE INDEX feedback_welcome_release_visit_idx ON public.feedback_welcome_release USING btree (visit_id);
COMMENT ON TABLE feedback_welcome_release IS 'The marks of those who judged the host, as they are shown; renewed like feedback_release, by themselves.';

CREATE TABLE follow_up (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  what text COLLATE indonesian NOT NULL,
  note_id uuid,
  unit text NOT NULL,
  person_id uuid,
  person_name text COLLATE indonesian NOT NULL,
  due_on date NOT NULL,
  postponed_count integer NOT NULL DEFAULT 0,
  state text NOT NULL,
  evidence text NOT NULL,
  evidence_url text NOT NULL DEFAULT ''::text,
  reason text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  CONSTRAINT follow_up_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_state_key UNIQUE (id, state),
  CONSTRAINT follow_up_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id),
  CONSTRAINT follow_up_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT follow_up_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT follow_up_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  CONSTRAINT follow_up_done_check CHECK ((((state = 'done'::text) = (done_at IS NOT NULL)) AND ((state <> 'done'::text) OR (evidence <> ''::text)))),
  CONSTRAINT follow_up_dropped_check CHECK (((state <> 'dropped'::text) OR (reason <> ''::text))),
  CONSTRAINT follow_up_due_on_range_check CHECK (((due_on >= '2000-01-01'::date) AND (due_on <= '2100-12-31'::date))),
  CONSTRAINT follow_up_evidence_url_check CHECK (((evidence_url = ''::text) OR (evidence_url ~ '^https?://[^\s]+$'::text))),
  CONSTRAINT follow_up_postponed_count_check CHECK ((postponed_count >= 0)),
  CONSTRAINT follow_up_state_check CHECK ((state = ANY (ARRAY['open'::text, 'in-progress'::text, 'done'::text, 'dropped'::text]))),
  CONSTRAINT follow_up_version_check CHECK ((version >= 1)),
  CONSTRAINT follow_up_what_check CHECK ((what <> ''::text))
);
CREATE INDEX follow_up_done_idx ON public.follow_up USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX follow_up_due_idx ON public.follow_up USING btree (due_on, id);
CREATE INDEX follow_up_note_idx ON public.follow_up USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX follow_up_person_idx ON public.follow_up USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX follow_up_position_idx ON public.follow_up USING btree (state, follow_up_position(state, due_on, done_at, changed_at), id);
CREATE INDEX follow_up_unit_idx ON public.follow_up USING btree (unit, due_on, id);
CREATE INDEX follow_up_visit_idx ON public.follow_up USING btree (visit_id);
CREATE INDEX follow_up_waiting_idx ON public.follow_up USING btree (unit, state, due_on);
CREATE INDEX follow_up_waits_idx ON public.follow_up USING btree (due_on, id) WHERE (state = ANY (ARRAY['open'::text, 'in-progress'::text]));
CREATE TRIGGER follow_up_readers_changed AFTER UPDATE ON public.follow_up FOR EACH ROW WHEN (((((((old.visit_id IS DISTINCT FROM new.visit_id) OR (old.unit IS DISTINCT FROM new.unit)) OR (old.state IS DISTINCT FROM new.state)) OR (old.due_on IS DISTINCT FROM new.due_on)) OR (old.done_at IS DISTINCT FROM new.done_at)) OR (old.changed_at IS DISTINCT FROM new.changed_at))) EXECUTE FUNCTION follow_up_reader_changed();
CREATE TRIGGER follow_up_readers_written AFTER INSERT ON public.follow_up REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_up_reader_written();
CREATE TRIGGER sinergi_counts_follow_up AFTER INSERT OR DELETE OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
COMMENT ON TABLE follow_up IS 'What units promised after a visit.';
COMMENT ON COLUMN follow_up.note_id IS 'Note of the practice that is to be copied; null for none.';
COMMENT ON COLUMN follow_up.unit IS 'The responsible unit.';
COMMENT ON COLUMN follow_up.person_id IS 'The owner''s account, whose address reminders reach; null when only the name is known.';
COMMENT ON COLUMN follow_up.due_on IS 'Calendar date.';
COMMENT ON COLUMN follow_up.evidence IS 'What shows that it was done; empty before.';
COMMENT ON COLUMN follow_up.evidence_url IS 'Where evidence can be seen; empty for nowhere.';
COMMENT ON COLUMN follow_up.reason IS 'Why it was dropped; empty otherwise.';

CREATE TABLE follow_up_comment (
  id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  body text NOT NULL,
  CONSTRAINT follow_up_comment_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id),
  CONSTRAINT follow_up_comment_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_comment_body_check CHECK ((body <> ''::text))
);
CREATE INDEX follow_up_comment_follow_up_idx ON public.follow_up_comment USING btree (follow_up_id, at, id);
COMMENT ON TABLE follow_up_comment IS 'What people say about a promise.';
COMMENT ON COLUMN follow_up_comment.author_name IS 'Name at that time.';

CREATE TABLE follow_up_file (
  id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  stored text,
  CONSTRAINT follow_up_file_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_file_content_key UNIQUE (follow_up_id, sha256),
  CONSTRAINT follow_up_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT follow_up_file_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_file_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file(sha256),
  CONSTRAINT follow_up_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT follow_up_file_size_check CHECK ((((size >= 1) AND (size <= 20971520)) AND ((content IS NULL) OR (size = octet_length(content))))),
  CONSTRAINT follow_up_file_stored_check CHECK (((num_nonnulls(content, stored) = 1) AND ((stored IS NULL) OR (stored = sha256))))
);
CREATE INDEX follow_up_file_stored_idx ON public.follow_up_file USING btree (stored) WHERE (stored IS NOT NULL);
CREATE INDEX follow_up_file_unmoved_idx ON public.follow_up_file USING btree (id) WHERE (content IS NOT NULL);
CREATE TRIGGER follow_up_file_holds AFTER INSERT OR DELETE OR UPDATE OF stored ON public.follow_up_file FOR EACH ROW EXECUTE FUNCTION count_file_holders();
COMMENT ON TABLE follow_up_file IS 'Documents that show that a promise was kept.';
COMMENT ON COLUMN follow_up_file.size IS 'Bytes.';
COMMENT ON COLUMN follow_up_file.sha256 IS 'Of the content, in hex.';
COMMENT ON COLUMN follow_up_file.content IS 'Of a document that was not moved to the store of files yet.';
COMMENT ON COLUMN follow_up_file.stored IS 'The object that holds its bytes.';

CREATE TABLE follow_up_history (
  follow_up_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  from_due_on date,
  due_on date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT follow_up_history_pkey PRIMARY KEY (follow_up_id, version),
  CONSTRAINT follow_up_history_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  CONSTRAINT follow_up_history_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_history_action_check CHECK ((action = ANY (ARRAY['promised'::text, 'changed'::text, 'moved'::text, 'postponed'::text, 'replication-confirmed'::text, 'replication-withdrawn'::text]))),
  CONSTRAINT follow_up_history_due_on_range_check CHECK (((due_on >= '2000-01-01'::date) AND (due_on <= '2100-12-31'::date))),
  CONSTRAINT follow_up_history_from_due_on_range_check CHECK (((from_due_on >= '2000-01-01'::date) AND (from_due_on <= '2100-12-31'::date))),
  CONSTRAINT follow_up_history_later_check CHECK (((action <> 'postponed'::text) OR ((from_due_on IS NOT NULL) AND (from_due_on < due_on)))),
  CONSTRAINT follow_up_history_reason_check CHECK (((action <> ALL (ARRAY['postponed'::text, 'replication-withdrawn'::text])) OR (reason <> ''::text)))
);
COMMENT ON TABLE follow_up_history IS 'Who did what with a promise, when and why.';
COMMENT ON COLUMN follow_up_history.actor_name IS 'Name at that time.';
COMMENT ON COLUMN follow_up_history.from_due_on IS 'Calendar date that a postponed one was due before.';

CREATE TABLE follow_up_reader (
  follow_up_id uuid NOT NULL,
  reader text NOT NULL,
  visit_id uuid NOT NULL,
  unit text NOT NULL,
  state text NOT NULL,
  due_on date NOT NULL,
  "position" double precision NOT NULL,
  CONSTRAINT follow_up_reader_pkey PRIMARY KEY (follow_up_id, reader),
  CONSTRAINT follow_up_reader_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_reader_visit_fkey FOREIGN KEY (visit_id, reader) REFERENCES visit_reader(visit_id, reader) ON DELETE CASCADE
);
CREATE INDEX follow_up_reader_due_idx ON public.follow_up_reader USING btree (reader, due_on, follow_up_id) INCLUDE (unit);
CREATE INDEX follow_up_reader_position_idx ON public.follow_up_reader USING btree (reader, state, "position", follow_up_id);
CREATE INDEX follow_up_reader_visit_idx ON public.follow_up_reader USING btree (visit_id, reader);
COMMENT ON TABLE follow_up_reader IS 'Who finds a follow-up in lists; triggers keep it. Who reads everything is not named.';
COMMENT ON COLUMN follow_up_reader.reader IS 'Of the visit; who is only asked to join finds no follow-ups.';
COMMENT ON COLUMN follow_up_reader."position" IS 'Its place in a column of the board, the least first; see follow_up_position.';

CREATE TABLE holiday (
  date date NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  CONSTRAINT holiday_pkey PRIMARY KEY (date),
  CONSTRAINT holiday_date_range_check CHECK (((date >= '2000-01-01'::date) AND (date <= '2100-12-31'::date))),
  CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['public-holiday'::text, 'collective-leave'::text])))
);
CREATE TRIGGER holiday_raises_feeds_delete AFTER DELETE ON public.holiday REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION holiday_raises_feeds();
CREATE TRIGGER holiday_raises_feeds_insert AFTER INSERT ON public.holiday REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION holiday_raises_feeds();
CREATE TRIGGER holiday_raises_feeds_update AFTER UPDATE ON public.holiday REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION holiday_raises_feeds();
COMMENT ON TABLE holiday IS 'Public holidays (libur nasional) and days of collective leave (cuti bersama).';

CREATE TABLE host_answer (
  visit_id uuid NOT NULL,
  version integer NOT NULL,
  office text NOT NULL,
  phone text,
  CONSTRAINT host_answer_pkey PRIMARY KEY (visit_id, version),
  CONSTRAINT host_answer_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
COMMENT ON TABLE host_answer IS 'What is known of an answer that came without an account, beside its line of history.';

CREATE TABLE host_answer_link (
  token_hash text NOT NULL,
  visit_id uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT host_answer_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT host_answer_link_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX host_answer_link_created_idx ON public.host_answer_link USING btree (created_at);
CREATE INDEX host_answer_link_visit_id_idx ON public.host_answer_link USING btree (visit_id);
COMMENT ON TABLE host_answer_link IS 'Links by which the head of a host without accounts answers; only a hash of the secret.';
COMMENT ON COLUMN host_answer_link.asked_at IS 'When that was asked which it answers, a request or a proposal; another question has a link of its own.';

CREATE TABLE host_time (
  visit_id uuid NOT NULL,
  kind text NOT NULL,
  host_unit text NOT NULL,
  place integer NOT NULL,
  during tstzrange NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT host_time_pkey PRIMARY KEY (visit_id, kind, during),
  CONSTRAINT host_time_no_double_booking EXCLUDE USING gist (host_unit WITH =, place WITH =, during WITH &&, visit_id WITH <>),
  CONSTRAINT host_time_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT host_time_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT host_time_during_check CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
  CONSTRAINT host_time_expiry_check CHECK (((kind = 'offer'::text) = (expires_at IS NOT NULL))),
  CONSTRAINT host_time_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'offer'::text]))),
  CONSTRAINT host_time_place_check CHECK ((place >= 1))
);
CREATE INDEX host_time_expiry_idx ON public.host_time USING btree (expires_at) WHERE (expires_at IS NOT NULL);
COMMENT ON TABLE host_time IS 'Time of hosts that visits take. Nothing but its exclusion constraint decides about double booking.';
COMMENT ON COLUMN host_time.place IS 'Which of the host''s parallel places, from 1 to its capacity.';
COMMENT ON COLUMN host_time.expires_at IS 'Until when an offer holds the time.';

CREATE TABLE hosted_visits (
  host_unit text NOT NULL,
  program text NOT NULL,
  visits integer NOT NULL,
  CONSTRAINT hosted_visits_pkey PRIMARY KEY (host_unit, program),
  CONSTRAINT hosted_visits_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT hosted_visits_visits_check CHECK ((visits >= 0))
);
COMMENT ON TABLE hosted_visits IS 'How many visits took place at a host; triggers keep it.';
COMMENT ON COLUMN hosted_visits.program IS 'A program of the visits; empty for all visits, with programs or without.';

CREATE TABLE hosting_kind (
  unit text NOT NULL,
  kind text NOT NULL,
  receives boolean NOT NULL,
  largest_party integer,
  shortest_notice_days integer,
  longest_notice_days integer,
  shortest_minutes integer,
  longest_minutes integer,
  CONSTRAINT hosting_kind_pkey PRIMARY KEY (unit, kind),
  CONSTRAINT hosting_kind_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_kind_kind_check CHECK ((kind = ANY (ARRAY['study-visit'::text, 'working-visit'::text, 'coordination'::text]))),
  CONSTRAINT hosting_kind_largest_party_check CHECK (((largest_party >= 1) AND (largest_party <= 1000))),
  CONSTRAINT hosting_kind_length_check CHECK ((((shortest_minutes >= 15) AND (shortest_minutes <= 20160)) AND ((longest_minutes >= 15) AND (longest_minutes <= 20160)) AND (shortest_minutes <= longest_minutes))),
  CONSTRAINT hosting_kind_longest_notice_check CHECK (((longest_notice_days >= 0) AND (longest_notice_days <= 730))),
  CONSTRAINT hosting_kind_shortest_notice_check CHECK (((shortest_notice_days >= 0) AND (shortest_notice_days <= 365)))
);
CREATE TRIGGER hosting_kind_raises_feeds_delete AFTER DELETE ON public.hosting_kind REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_raises_feeds();
CREATE TRIGGER hosting_kind_raises_feeds_insert AFTER INSERT ON public.hosting_kind REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_raises_feeds();
CREATE TRIGGER hosting_kind_raises_feeds_update AFTER UPDATE ON public.hosting_kind REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_raises_feeds();
COMMENT ON TABLE hosting_kind IS 'How a unit receives one kind of visit, where that differs from its policy; null for as the policy says.';

CREATE TABLE hosting_kind_window (
  unit text NOT NULL,
  kind text NOT NULL,
  weekday integer NOT NULL,
  starts_minute integer NOT NULL,
  ends_minute integer NOT NULL,
  CONSTRAINT hosting_kind_window_pkey PRIMARY KEY (unit, kind, weekday, starts_minute),
  CONSTRAINT hosting_kind_window_no_overlap_excl EXCLUDE USING gist (unit WITH =, kind WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&),
  CONSTRAINT hosting_kind_window_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_kind_window_kind_check CHECK ((kind = ANY (ARRAY['study-visit'::text, 'working-visit'::text, 'coordination'::text]))),
  CONSTRAINT hosting_kind_window_minutes_check CHECK (((starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440))),
  CONSTRAINT hosting_kind_window_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE TRIGGER hosting_kind_window_raises_feeds_delete AFTER DELETE ON public.hosting_kind_window REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_window_raises_feeds();
CREATE TRIGGER hosting_kind_window_raises_feeds_insert AFTER INSERT ON public.hosting_kind_window REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_window_raises_feeds();
CREATE TRIGGER hosting_kind_window_raises_feeds_update AFTER UPDATE ON public.hosting_kind_window REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_kind_window_raises_feeds();
COMMENT ON TABLE hosting_kind_window IS 'Stretches of a week in which a unit receives a kind of visit, of those in which it receives at all.';

CREATE TABLE hosting_period (
  id uuid NOT NULL,
  unit text,
  name text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  closed boolean NOT NULL,
  version integer NOT NULL,
  CONSTRAINT hosting_period_pkey PRIMARY KEY (id),
  CONSTRAINT hosting_period_no_overlap_excl EXCLUDE USING gist (COALESCE(unit, ''::text) WITH =, daterange(first_day, last_day, '[]'::text) WITH &&),
  CONSTRAINT hosting_period_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_period_first_day_range_check CHECK (((first_day >= '2000-01-01'::date) AND (first_day <= '2100-12-31'::date))),
  CONSTRAINT hosting_period_last_day_range_check CHECK (((last_day >= '2000-01-01'::date) AND (last_day <= '2100-12-31'::date))),
  CONSTRAINT hosting_period_order_check CHECK ((first_day <= last_day))
);
CREATE INDEX hosting_period_unit_idx ON public.hosting_period USING btree (unit, last_day);
CREATE TRIGGER hosting_period_raises_feeds_delete AFTER DELETE ON public.hosting_period REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_raises_feeds();
CREATE TRIGGER hosting_period_raises_feeds_insert AFTER INSERT ON public.hosting_period REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_raises_feeds();
CREATE TRIGGER hosting_period_raises_feeds_update AFTER UPDATE ON public.hosting_period REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_raises_feeds();
COMMENT ON TABLE hosting_period IS 'Dates on which a unit, or every unit, receives guests at other hours or not at all.';
COMMENT ON COLUMN hosting_period.unit IS 'Null for every unit.';
COMMENT ON COLUMN hosting_period.last_day IS 'Itself inside.';
COMMENT ON COLUMN hosting_period.closed IS 'Whether nobody is received.';

CREATE TABLE hosting_period_window (
  period_id uuid NOT NULL,
  weekday integer NOT NULL,
  starts_minute integer NOT NULL,
  ends_minute integer NOT NULL,
  CONSTRAINT hosting_period_window_pkey PRIMARY KEY (period_id, weekday, starts_minute),
  CONSTRAINT hosting_period_window_no_overlap_excl EXCLUDE USING gist (period_id WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&),
  CONSTRAINT hosting_period_window_period_id_fkey FOREIGN KEY (period_id) REFERENCES hosting_period(id) ON DELETE CASCADE,
  CONSTRAINT hosting_period_window_minutes_check CHECK (((starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440))),
  CONSTRAINT hosting_period_window_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE TRIGGER hosting_period_window_raises_feeds_delete AFTER DELETE ON public.hosting_period_window REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_window_raises_feeds();
CREATE TRIGGER hosting_period_window_raises_feeds_insert AFTER INSERT ON public.hosting_period_window REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_window_raises_feeds();
CREATE TRIGGER hosting_period_window_raises_feeds_update AFTER UPDATE ON public.hosting_period_window REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_period_window_raises_feeds();
COMMENT ON TABLE hosting_period_window IS 'Stretches of a week in which guests are received in a period, by the clock of each unit.';

CREATE TABLE hosting_policy (
  unit text NOT NULL,
  open boolean NOT NULL,
  capacity integer NOT NULL,
  largest_party integer,
  shortest_notice_days integer NOT NULL DEFAULT 2,
  longest_notice_days integer NOT NULL DEFAULT 90,
  identity_rule text NOT NULL DEFAULT ''::text,
  phone_rule text NOT NULL DEFAULT ''::text,
  camera_rule text NOT NULL DEFAULT ''::text,
  online_takes_place boolean NOT NULL DEFAULT false,
  late_minutes integer NOT NULL DEFAULT 15,
  takes_signatures boolean NOT NULL DEFAULT false,
  CONSTRAINT hosting_policy_pkey PRIMARY KEY (unit),
  CONSTRAINT hosting_policy_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_policy_capacity_check CHECK (((capacity >= 1) AND (capacity <= 20))),
  CONSTRAINT hosting_policy_largest_party_check CHECK (((largest_party >= 1) AND (largest_party <= 1000))),
  CONSTRAINT hosting_policy_late_minutes_check CHECK (((late_minutes >= 0) AND (late_minutes <= 240))),
  CONSTRAINT hosting_policy_notice_check CHECK ((((shortest_notice_days >= 0) AND (shortest_notice_days <= 365)) AND ((longest_notice_days >= shortest_notice_days) AND (longest_notice_days <= 730))))
);
CREATE TRIGGER hosting_policy_raises_feeds_delete AFTER DELETE ON public.hosting_policy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_policy_raises_feeds();
CREATE TRIGGER hosting_policy_raises_feeds_insert AFTER INSERT ON public.hosting_policy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_policy_raises_feeds();
CREATE TRIGGER hosting_policy_raises_feeds_update AFTER UPDATE ON public.hosting_policy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_policy_raises_feeds();
COMMENT ON TABLE hosting_policy IS 'For whom a unit receives guests, and with what notice; one row a unit.';
COMMENT ON COLUMN hosting_policy.open IS 'Whether it receives guests at all.';
COMMENT ON COLUMN hosting_policy.capacity IS 'Visits it can receive at the same time.';
COMMENT ON COLUMN hosting_policy.largest_party IS 'Guests in one party; null for no limit.';
COMMENT ON COLUMN hosting_policy.identity_rule IS 'What guests must show at the gate, as text; empty for nothing said.';
COMMENT ON COLUMN hosting_policy.online_takes_place IS 'Whether a visit that is wholly online takes one of the places of capacity.';
COMMENT ON COLUMN hosting_policy.late_minutes IS 'Minutes after the start from which somebody who arrives is late.';
COMMENT ON COLUMN hosting_policy.takes_signatures IS 'Whether those who come sign by finger on a screen of the host.';

CREATE TABLE hosting_window (
  unit text NOT NULL,
  weekday integer NOT NULL,
  starts_minute integer NOT NULL,
  ends_minute integer NOT NULL,
  CONSTRAINT hosting_window_pkey PRIMARY KEY (unit, weekday, starts_minute),
  CONSTRAINT hosting_window_no_overlap_excl EXCLUDE USING gist (unit WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&),
  CONSTRAINT hosting_window_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_window_minutes_check CHECK (((starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440))),
  CONSTRAINT hosting_window_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE TRIGGER hosting_window_raises_feeds_delete AFTER DELETE ON public.hosting_window REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_window_raises_feeds();
CREATE TRIGGER hosting_window_raises_feeds_insert AFTER INSERT ON public.hosting_window REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_window_raises_feeds();
CREATE TRIGGER hosting_window_raises_feeds_update AFTER UPDATE ON public.hosting_window REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION hosting_window_raises_feeds();
COMMENT ON TABLE hosting_window IS 'Stretches of a week in which a unit receives guests.';
COMMENT ON COLUMN hosting_window.weekday IS 'ISO 8601: 1 is Monday, 7 is Sunday.';
COMMENT ON COLUMN hosting_window.starts_minute IS 'Minutes since midnight by the unit''s clock.';
COMMENT ON COLUMN hosting_window.ends_minute IS 'Minutes since midnight by the unit''s clock, not itself inside.';

CREATE TABLE import (
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  finished_at timestamp with time zone,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT import_done_check CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  CONSTRAINT import_kind_check CHECK ((kind = ANY (ARRAY['people'::text, 'plans'::text, 'history'::text]))),
  CONSTRAINT import_state_check CHECK ((state = ANY (ARRAY['read'::text, 'confirmed'::text, 'done'::text])))
);
CREATE INDEX import_created_by_idx ON public.import USING btree (created_by, created_at);
COMMENT ON TABLE import IS 'Files of rows that somebody brought, and how far making them is.';

CREATE TABLE import_row (
  import_id uuid NOT NULL,
  number integer NOT NULL,
  cells jsonb NOT NULL,
  content_key text NOT NULL,
  state text NOT NULL,
  says text NOT NULL,
  made_id uuid,
  CONSTRAINT import_row_pkey PRIMARY KEY (import_id, number),
  CONSTRAINT import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE,
  CONSTRAINT import_row_made_check CHECK (((made_id IS NULL) OR (state = 'made'::text))),
  CONSTRAINT import_row_number_check CHECK ((number >= 1)),
  CONSTRAINT import_row_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'faulty'::text, 'known'::text, 'made'::text, 'refused'::text])))
);
CREATE INDEX import_row_state_idx ON public.import_row USING btree (import_id, state, number);
COMMENT ON TABLE import_row IS 'Rows of imported files.';
COMMENT ON COLUMN import_row.number IS 'As the program of tables shows it.';
COMMENT ON COLUMN import_row.says IS 'What would be made, or why nothing is.';

CREATE TABLE imported_content (
  content_key text NOT NULL,
  made_id uuid NOT NULL,
  CONSTRAINT imported_content_pkey PRIMARY KEY (content_key)
);
COMMENT ON TABLE imported_content IS 'What was ever made of a row, by the digest of what it says: nothing is made twice.';

CREATE TABLE known_sender (
  participant_id uuid NOT NULL,
  sender text NOT NULL,
  unit text NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT known_sender_pkey PRIMARY KEY (participant_id, sender),
  CONSTRAINT known_sender_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT known_sender_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT known_sender_sender_check CHECK ((char_length(sender) <= 320))
);
CREATE INDEX known_sender_unit_idx ON public.known_sender USING btree (unit);
COMMENT ON TABLE known_sender IS 'For whom an address also speaks: the participant it was said of, and the same person in other visits of that unit.';

CREATE TABLE learning_check (
  visit_id uuid NOT NULL,
  day integer NOT NULL,
  participant_id uuid NOT NULL,
  token_hash text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  answer text,
  words text NOT NULL DEFAULT ''::text,
  answered_at timestamp with time zone,
  CONSTRAINT learning_check_pkey PRIMARY KEY (visit_id, day),
  CONSTRAINT learning_check_token_hash_key UNIQUE (token_hash),
  CONSTRAINT learning_check_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT learning_check_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT learning_check_answer_check CHECK ((answer = ANY (ARRAY['applied'::text, 'begun'::text, 'not-yet'::text, 'dropped'::text]))),
  CONSTRAINT learning_check_answered_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  CONSTRAINT learning_check_day_check CHECK ((day = ANY (ARRAY[30, 60, 90]))),
  CONSTRAINT learning_check_times_check CHECK ((expires_at > asked_at)),
  CONSTRAINT learning_check_words_check CHECK ((char_length(words) <= 2000))
);
CREATE INDEX learning_check_participant_idx ON public.learning_check USING btree (participant_id);
CREATE TRIGGER sinergi_counts_learning AFTER INSERT OR DELETE OR UPDATE ON public.learning_check FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
COMMENT ON TABLE learning_check IS 'That the guest''s leader was asked what is done of what was learned, and the answer.';
COMMENT ON COLUMN learning_check.day IS 'After the visit.';
COMMENT ON COLUMN learning_check.token_hash IS 'SHA-256 of the secret of the link, in hex.';
COMMENT ON COLUMN learning_check.answer IS 'Null while nobody answered.';

CREATE TABLE learning_question (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  "position" integer NOT NULL,
  words text NOT NULL,
  CONSTRAINT learning_question_pkey PRIMARY KEY (id),
  CONSTRAINT learning_question_position_key UNIQUE (visit_id, "position") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT learning_question_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT learning_question_position_check CHECK ((("position" >= 1) AND ("position" <= 5))),
  CONSTRAINT learning_question_words_check CHECK (((char_length(words) >= 1) AND (char_length(words) <= 300)))
);
CREATE TRIGGER sinergi_counts_question AFTER INSERT OR DELETE ON public.learning_question FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
COMMENT ON TABLE learning_question IS 'What the guest of a visit wants to learn: five at most, known by their ids however they are worded.';
COMMENT ON COLUMN learning_question."position" IS 'From 1, without gaps.';

CREATE TABLE letter (
  id uuid NOT NULL,
  visit_id uuid,
  trip_id uuid,
  organisation text NOT NULL,
  kind text NOT NULL,
  direction text NOT NULL,
  slot text,
  number text NOT NULL DEFAULT ''::text,
  dated_on date,
  nature text NOT NULL,
  attachment text NOT NULL DEFAULT ''::text,
  subject text NOT NULL DEFAULT ''::text,
  classification text,
  copies text[] NOT NULL DEFAULT '{}'::text[],
  basis text NOT NULL DEFAULT ''::text,
  dipa text NOT NULL DEFAULT ''::text,
  drawn_year integer,
  drawn_number integer,
  generated_file uuid,
  signed_file uuid,
  sent_at timestamp with time zone,
  snapshot jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  signing text NOT NULL DEFAULT 'wet'::text,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  minutes jsonb NOT NULL DEFAULT '[]'::jsonb,
  template uuid,
  CONSTRAINT letter_pkey PRIMARY KEY (id),
  CONSTRAINT letter_drawn_key UNIQUE (organisation, drawn_year, drawn_number),
  CONSTRAINT letter_slot_key UNIQUE (visit_id, slot),
  CONSTRAINT letter_generated_file_fkey FOREIGN KEY (generated_file) REFERENCES visit_file(id) ON DELETE SET NULL,
  CONSTRAINT letter_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT letter_signed_file_fkey FOREIGN KEY (signed_file) REFERENCES visit_file(id) ON DELETE SET NULL,
  CONSTRAINT letter_template_fkey FOREIGN KEY (template) REFERENCES letter_template(id),
  CONSTRAINT letter_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip(id) ON DELETE CASCADE,
  CONSTRAINT letter_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT letter_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  CONSTRAINT letter_dated_on_range_check CHECK (((dated_on >= '2000-01-01'::date) AND (dated_on <= '2100-12-31'::date))),
  CONSTRAINT letter_details_check CHECK ((jsonb_typeof(details) = 'object'::text)),
  CONSTRAINT letter_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  CONSTRAINT letter_drawn_check CHECK (((drawn_year IS NULL) = (drawn_number IS NULL))),
  CONSTRAINT letter_minutes_check CHECK ((jsonb_typeof(minutes) = 'array'::text)),
  CONSTRAINT letter_of_check CHECK ((num_nonnulls(visit_id, trip_id) = 1)),
  CONSTRAINT letter_slot_check CHECK ((slot = ANY (ARRAY['request'::text, 'reply'::text, 'assignment'::text]))),
  CONSTRAINT letter_slot_place_check CHECK (((slot IS NULL) OR ((visit_id IS NOT NULL) AND (number = ''::text) AND (dated_on IS NULL)))),
  CONSTRAINT letter_template_sent_check CHECK (((template IS NULL) OR (sent_at IS NOT NULL)))
);
CREATE INDEX letter_generated_file_idx ON public.letter USING btree (generated_file) WHERE (generated_file IS NOT NULL);
CREATE INDEX letter_signed_file_idx ON public.letter USING btree (signed_file) WHERE (signed_file IS NOT NULL);
CREATE INDEX letter_signed_sent_idx ON public.letter USING btree (sent_at) WHERE (signed_file IS NOT NULL);
CREATE INDEX letter_template_idx ON public.letter USING btree (template) WHERE (template IS NOT NULL);
CREATE INDEX letter_trip_idx ON public.letter USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX letter_written_by_idx ON public.letter USING btree (written_by);
COMMENT ON TABLE letter IS 'A letter or paper of a visit or a trip, in the register of one of its parties.';
COMMENT ON COLUMN letter.slot IS 'Which of the letters that the visit names it is; number and date then stand at the visit.';
COMMENT ON COLUMN letter.snapshot IS 'Letterhead, signer and party as they were; they stay when people and units change.';
COMMENT ON COLUMN letter.template IS 'The template that was current when it was sent; null for none, and before.';

CREATE TABLE letter_copy (
  letter_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  stored text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT letter_copy_pkey PRIMARY KEY (letter_id),
  CONSTRAINT letter_copy_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT letter_copy_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE,
  CONSTRAINT letter_copy_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file(sha256),
  CONSTRAINT letter_copy_name_check CHECK ((name <> ''::text)),
  CONSTRAINT letter_copy_size_check CHECK (((size >= 1) AND (size <= 20971520)))
);
CREATE INDEX letter_copy_added_by_idx ON public.letter_copy USING btree (added_by);
CREATE INDEX letter_copy_stored_idx ON public.letter_copy USING btree (stored);
CREATE TRIGGER letter_copy_holds AFTER INSERT OR DELETE OR UPDATE OF stored ON public.letter_copy FOR EACH ROW EXECUTE FUNCTION count_file_holders();
COMMENT ON TABLE letter_copy IS 'The signed copy of a letter.';
COMMENT ON COLUMN letter_copy.stored IS 'The object that holds its bytes.';

CREATE TABLE letter_counter (
  organisation text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT letter_counter_pkey PRIMARY KEY (organisation, year),
  CONSTRAINT letter_counter_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT letter_counter_last_check CHECK ((last >= 0))
);
COMMENT ON TABLE letter_counter IS 'The last number that an office gave to a letter of a year, without gaps.';

CREATE TABLE letter_template (
  id uuid NOT NULL,
  organisation text NOT NULL,
  kind text NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  size integer NOT NULL,
  content bytea NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  is_current boolean NOT NULL DEFAULT false,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT letter_template_pkey PRIMARY KEY (id),
  CONSTRAINT letter_template_number_key UNIQUE (organisation, kind, number),
  CONSTRAINT letter_template_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT letter_template_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id),
  CONSTRAINT letter_template_number_check CHECK ((number >= 1)),
  CONSTRAINT letter_template_size_check CHECK ((((size >= 1) AND (size <= 5242880)) AND (size = octet_length(content))))
);
CREATE UNIQUE INDEX letter_template_current_idx ON public.letter_template USING btree (organisation, kind) WHERE is_current;
CREATE INDEX letter_template_uploaded_by_idx ON public.letter_template USING btree (uploaded_by);
COMMENT ON TABLE letter_template IS 'Word templates of an office for its letters, each upload a version.';
COMMENT ON COLUMN letter_template.is_current IS 'Whether letters are written with it now; at most one an office and kind.';

CREATE TABLE mail (
  id uuid NOT NULL,
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  stream text,
  recipient_name text NOT NULL,
  recipient_email text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  calendar_method text,
  calendar_content text,
  message_id text NOT NULL,
  reference text,
  secrets text NOT NULL DEFAULT 'none'::text,
  state text NOT NULL DEFAULT 'queued'::text,
  tries integer NOT NULL DEFAULT 0,
  doubts integer NOT NULL DEFAULT 0,
  next_try_at timestamp with time zone NOT NULL,
  tried_at timestamp with time zone,
  last_error text,
  last_fate text,
  created_at timestamp with time zone NOT NULL,
  requeued_at timestamp with time zone,
  sent_at timestamp with time zone,
  topic text,
  cause text,
  bulk text,
  calendar_organizer text,
  body_dropped_at timestamp with time zone,
  CONSTRAINT mail_pkey PRIMARY KEY (id),
  CONSTRAINT mail_key_key UNIQUE (key),
  CONSTRAINT mail_message_id_key UNIQUE (message_id),
  CONSTRAINT mail_position_key UNIQUE ("position"),
  CONSTRAINT mail_body_dropped_check CHECK (((body_dropped_at IS NULL) OR (state <> 'queued'::text))),
  CONSTRAINT mail_bulk_check CHECK ((bulk = ANY (ARRAY['digest'::text, 'reminder'::text]))),
  CONSTRAINT mail_calendar_check CHECK ((((calendar_method IS NULL) = (calendar_content IS NULL)) AND ((calendar_method IS NULL) OR (calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))))),
  CONSTRAINT mail_cause_check CHECK ((cause = ANY (ARRAY['participation'::text, 'open-question'::text]))),
  CONSTRAINT mail_doubts_check CHECK (((doubts >= 0) AND (doubts <= 3))),
  CONSTRAINT mail_last_error_check CHECK (((state <> 'failed'::text) OR (last_error IS NOT NULL))),
  CONSTRAINT mail_last_fate_check CHECK ((last_fate = ANY (ARRAY['server-fault'::text, 'sender-blocked'::text, 'later'::text, 'in-doubt'::text, 'refused'::text, 'address-dead'::text]))),
  CONSTRAINT mail_redacted_check CHECK (((secrets <> 'redacted'::text) OR (state <> 'queued'::text))),
  CONSTRAINT mail_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 64))),
  CONSTRAINT mail_secrets_check CHECK ((secrets = ANY (ARRAY['none'::text, 'held'::text, 'redacted'::text]))),
  CONSTRAINT mail_sent_at_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'suppressed'::text, 'overtaken'::text]))),
  CONSTRAINT mail_tries_check CHECK ((tries >= 0))
);
CREATE INDEX mail_kept_body_idx ON public.mail USING btree (created_at) WHERE (body_dropped_at IS NULL);
CREATE INDEX mail_order_idx ON public.mail USING btree (stream, lower(recipient_email), "position") WHERE (state = 'queued'::text);
CREATE INDEX mail_queue_idx ON public.mail USING btree (tried_at NULLS FIRST, "position") WHERE (state = 'queued'::text);
CREATE INDEX mail_secrets_idx ON public.mail USING btree ("position") WHERE ((secrets = 'held'::text) AND (state <> 'queued'::text));
CREATE INDEX mail_sent_idx ON public.mail USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX mail_state_idx ON public.mail USING btree (state, "position");
CREATE INDEX mail_stream_idx ON public.mail USING btree (stream, "position") WHERE (stream IS NOT NULL);
CREATE INDEX mail_topic_idx ON public.mail USING btree (stream, topic) WHERE (topic IS NOT NULL);
COMMENT ON TABLE mail IS 'Mails of the outbox: those that wait, and what became of the others.';
COMMENT ON COLUMN mail."position" IS 'Order in which mails were posted.';
COMMENT ON COLUMN mail.key IS 'What the mail is about and for whom; one with a key that was posted before is not stored again.';
COMMENT ON COLUMN mail.stream IS 'What mails follow on from one another, mostly the id of a visit; those of one stream to one address leave in order.';
COMMENT ON COLUMN mail.calendar_method IS 'METHOD of the scheduling message (RFC 5546); null for a mail without one.';
COMMENT ON COLUMN mail.calendar_content IS 'The scheduling message (RFC 5545).';
COMMENT ON COLUMN mail.reference IS 'The request or job that the mail comes from, as the log names it.';
COMMENT ON COLUMN mail.secrets IS 'Whether the texts hold a link that signs somebody in; redacted once the mail is out for good.';
COMMENT ON COLUMN mail.tries IS 'Tries to send it that counted.';
COMMENT ON COLUMN mail.doubts IS 'Tries after which it may have arrived all the same.';
COMMENT ON COLUMN mail.last_error IS 'What the mail server said last, or what failed.';
COMMENT ON COLUMN mail.last_fate IS 'What the last failure means.';
COMMENT ON COLUMN mail.requeued_at IS 'When an administrator had it sent anew.';
COMMENT ON COLUMN mail.calendar_organizer IS 'What the ORGANIZER of the calendar part is called.';
COMMENT ON COLUMN mail.body_dropped_at IS 'When its text and files were dropped, since it was old.';

CREATE TABLE mail_attachment (
  mail_id uuid NOT NULL,
  "position" integer NOT NULL,
  filename text NOT NULL,
  content_type text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT mail_attachment_pkey PRIMARY KEY (mail_id, "position"),
  CONSTRAINT mail_attachment_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE,
  CONSTRAINT mail_attachment_content_check CHECK ((octet_length(content) <= 10485760))
);
COMMENT ON TABLE mail_attachment IS 'Files that go with a mail.';

CREATE TABLE mail_check (
  name text NOT NULL,
  state text NOT NULL,
  finding text NOT NULL,
  detail text NOT NULL,
  since timestamp with time zone NOT NULL,
  checked_at timestamp with time zone NOT NULL,
  good_at timestamp with time zone,
  CONSTRAINT mail_check_pkey PRIMARY KEY (name),
  CONSTRAINT mail_check_name_check CHECK ((name = ANY (ARRAY['smtp'::text, 'imap'::text, 'mx'::text, 'spf'::text, 'dkim'::text, 'dmarc'::text]))),
  CONSTRAINT mail_check_state_check CHECK ((state = ANY (ARRAY['good'::text, 'warning'::text, 'bad'::text, 'unknown'::text, 'off'::text])))
);
COMMENT ON TABLE mail_check IS 'What a check of sending or receiving mail found last.';
COMMENT ON COLUMN mail_check.since IS 'Since when it has been found so.';
COMMENT ON COLUMN mail_check.good_at IS 'When it was last found well.';

CREATE TABLE mail_domain_second (
  domain text NOT NULL,
  second timestamp with time zone NOT NULL,
  sent integer NOT NULL,
  CONSTRAINT mail_domain_second_pkey PRIMARY KEY (domain, second),
  CONSTRAINT mail_domain_second_sent_check CHECK ((sent > 0))
);
CREATE INDEX mail_domain_second_second_idx ON public.mail_domain_second USING btree (second);
COMMENT ON TABLE mail_domain_second IS 'How many mails a recipient domain got in a second; those of the last minute are its rate.';

CREATE TABLE mail_lease (
  mail_id uuid NOT NULL,
  domain text NOT NULL,
  holder uuid NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_lease_pkey PRIMARY KEY (mail_id),
  CONSTRAINT mail_lease_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE
);
CREATE INDEX mail_lease_holder_idx ON public.mail_lease USING btree (holder);
COMMENT ON TABLE mail_lease IS 'Mails that a process is sending now. A claim that ended may be taken by another.';
COMMENT ON COLUMN mail_lease.domain IS 'Recipient domain.';
COMMENT ON COLUMN mail_lease.holder IS 'The process that sends, by a number it drew when it started.';

CREATE TABLE mail_outage (
  scope text NOT NULL,
  cause text NOT NULL,
  words text NOT NULL,
  since timestamp with time zone NOT NULL,
  noticed_at timestamp with time zone NOT NULL,
  next_probe_at timestamp with time zone NOT NULL,
  refusals integer NOT NULL DEFAULT 0,
  CONSTRAINT mail_outage_pkey PRIMARY KEY (scope),
  CONSTRAINT mail_outage_cause_check CHECK ((cause = ANY (ARRAY['fault'::text, 'takes-none'::text]))),
  CONSTRAINT mail_outage_refusals_check CHECK ((refusals >= 0)),
  CONSTRAINT mail_outage_scope_check CHECK ((scope = lower(scope)))
);
COMMENT ON TABLE mail_outage IS 'What keeps mails from leaving, for no fault of their own.';
COMMENT ON COLUMN mail_outage.scope IS 'A recipient domain, or * for the mail server itself.';
COMMENT ON COLUMN mail_outage.words IS 'What the server said, or what failed; one line.';
COMMENT ON COLUMN mail_outage.noticed_at IS 'When it was last seen to be so.';
COMMENT ON COLUMN mail_outage.refusals IS 'Mails that were refused in a row.';

CREATE TABLE mail_refusal (
  kind text NOT NULL,
  email text NOT NULL,
  token text NOT NULL,
  refused_at timestamp with time zone,
  CONSTRAINT mail_refusal_pkey PRIMARY KEY (kind, email),
  CONSTRAINT mail_refusal_token_key UNIQUE (token),
  CONSTRAINT mail_refusal_email_check CHECK ((email = lower(email))),
  CONSTRAINT mail_refusal_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'reminder'::text])))
);
COMMENT ON TABLE mail_refusal IS 'What people say by the link of a mail that they no longer want (RFC 8058), and the secret of that link.';

CREATE TABLE mailbox_position (
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL,
  looked_at timestamp with time zone,
  CONSTRAINT mailbox_position_pkey PRIMARY KEY (mailbox)
);
COMMENT ON TABLE mailbox_position IS 'How far each mailbox was read; UIDs only grow while UIDVALIDITY stays (RFC 9051 section 2.3.1.1).';
COMMENT ON COLUMN mailbox_position.looked_at IS 'When the mailbox was last looked through.';

CREATE TABLE merged_organisation (
  code text NOT NULL,
  name text NOT NULL,
  became text NOT NULL,
  merged_by_name text NOT NULL,
  merged_at timestamp with time zone NOT NULL,
  CONSTRAINT merged_organisation_pkey PRIMARY KEY (code),
  CONSTRAINT merged_organisation_became_fkey FOREIGN KEY (became) REFERENCES unit(code)
);
CREATE INDEX merged_organisation_became_idx ON public.merged_organisation USING btree (became);
COMMENT ON TABLE merged_organisation IS 'Outside partners that were put together with another, by which each goes on.';

CREATE TABLE monthly_report (
  regional_office text NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT monthly_report_pkey PRIMARY KEY (regional_office),
  CONSTRAINT monthly_report_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code)
);
COMMENT ON TABLE monthly_report IS 'Regional offices that want the report of each month by mail.';
COMMENT ON COLUMN monthly_report.since IS 'When they said so.';

CREATE TABLE nip_look (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  participant_id uuid,
  whose text NOT NULL,
  looked_by uuid NOT NULL,
  looked_at timestamp with time zone NOT NULL,
  CONSTRAINT nip_look_pkey PRIMARY KEY (id),
  CONSTRAINT nip_look_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES person(id),
  CONSTRAINT nip_look_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE SET NULL,
  CONSTRAINT nip_look_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX nip_look_looked_at_idx ON public.nip_look USING btree (looked_at, id);
CREATE INDEX nip_look_looked_by_idx ON public.nip_look USING btree (looked_by);
CREATE INDEX nip_look_participant_idx ON public.nip_look USING btree (participant_id) WHERE (participant_id IS NOT NULL);
CREATE INDEX nip_look_visit_idx ON public.nip_look USING btree (visit_id);
COMMENT ON TABLE nip_look IS 'Each time that a NIP was shown whole: to whom, whose, in which visit.';
COMMENT ON COLUMN nip_look.whose IS 'The name under which it was shown; it goes when the person is erased.';

CREATE TABLE note (
  id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  visibility text NOT NULL DEFAULT 'nation'::text,
  unit text NOT NULL,
  visit_id uuid,
  author_id uuid NOT NULL,
  title text COLLATE indonesian NOT NULL,
  context text NOT NULL,
  what_was_done text NOT NULL,
  result text NOT NULL,
  how_to_copy text NOT NULL,
  resources text NOT NULL DEFAULT ''::text,
  pitfalls text NOT NULL DEFAULT ''::text,
  contact text NOT NULL DEFAULT ''::text,
  topics text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  review_due_on date,
  archived_at timestamp with time zone,
  CONSTRAINT note_pkey PRIMARY KEY (id),
  CONSTRAINT note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id),
  CONSTRAINT note_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT note_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  CONSTRAINT note_archived_check CHECK (((state = 'archived'::text) = (archived_at IS NOT NULL))),
  CONSTRAINT note_published_check CHECK ((((state = ANY (ARRAY['published'::text, 'archived'::text])) = (published_at IS NOT NULL)) AND ((state = 'draft'::text) OR (''::text <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy]))))),
  CONSTRAINT note_review_check CHECK (((state = 'published'::text) = (review_due_on IS NOT NULL))),
  CONSTRAINT note_review_due_on_range_check CHECK (((review_due_on >= '2000-01-01'::date) AND (review_due_on <= '2100-12-31'::date))),
  CONSTRAINT note_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'published'::text, 'archived'::text]))),
  CONSTRAINT note_version_check CHECK ((version >= 1)),
  CONSTRAINT note_visibility_check CHECK ((visibility = ANY (ARRAY['unit'::text, 'region'::text, 'nation'::text])))
);
CREATE INDEX note_changed_idx ON public.note USING btree (changed_at, id);
CREATE INDEX note_matter_idx ON public.note USING gin (matter_of(topics, VARIADIC ARRAY[title, context, what_was_done, how_to_copy, result]) gin_trgm_ops);
CREATE INDEX note_proposed_idx ON public.note USING btree (unit) WHERE (state = 'proposed'::text);
CREATE INDEX note_published_idx ON public.note USING btree (published_at) WHERE (state = 'published'::text);
CREATE INDEX note_review_idx ON public.note USING btree (review_due_on) WHERE (state = 'published'::text);
CREATE INDEX note_unit_idx ON public.note USING btree (unit, changed_at, id);
CREATE INDEX note_visit_idx ON public.note USING btree (visit_id) WHERE (visit_id IS NOT NULL);
CREATE TRIGGER note_note_search_trigger AFTER INSERT OR UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION note_note_search();
CREATE TRIGGER sinergi_counts_changed_note AFTER UPDATE ON public.note FOR EACH ROW WHEN (((((old.state IS DISTINCT FROM new.state) OR (old.visibility IS DISTINCT FROM new.visibility)) OR (old.unit IS DISTINCT FROM new.unit)) OR (old.published_at IS DISTINCT FROM new.published_at))) EXECUTE FUNCTION sinergi_note_changed();
CREATE TRIGGER sinergi_counts_note AFTER INSERT OR DELETE ON public.note FOR EACH ROW EXECUTE FUNCTION sinergi_note_changed();
COMMENT ON TABLE note IS 'Notes of practices that are worth copying.';
COMMENT ON COLUMN note.visibility IS 'Who reads it once it is published: the own unit, its region, or everybody.';
COMMENT ON COLUMN note.unit IS 'Unit whose practice it is.';
COMMENT ON COLUMN note.visit_id IS 'Visit that it comes from; null for none.';
COMMENT ON COLUMN note.review_due_on IS 'Calendar date by which a published note is to be read again.';

CREATE TABLE note_comment (
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  author_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  CONSTRAINT note_comment_pkey PRIMARY KEY (id),
  CONSTRAINT note_comment_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  CONSTRAINT note_comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id),
  CONSTRAINT note_comment_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_comment_answer_check CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) OR ((answer <> ''::text) AND (kind = 'question'::text))))),
  CONSTRAINT note_comment_body_check CHECK ((body <> ''::text)),
  CONSTRAINT note_comment_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'comment'::text])))
);
CREATE INDEX note_comment_note_idx ON public.note_comment USING btree (note_id, at, id);
CREATE INDEX note_comment_open_idx ON public.note_comment USING btree (note_id) WHERE ((kind = 'question'::text) AND (answer IS NULL));
COMMENT ON TABLE note_comment IS 'Questions and comments about a note.';

CREATE TABLE note_editing (
  note_id uuid NOT NULL,
  person_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  CONSTRAINT note_editing_pkey PRIMARY KEY (note_id, person_id),
  CONSTRAINT note_editing_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_editing_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
COMMENT ON TABLE note_editing IS 'Who opened the form of a note, to warn others; old rows mean nothing.';

CREATE TABLE note_file (
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  stored text,
  CONSTRAINT note_file_pkey PRIMARY KEY (id),
  CONSTRAINT note_file_sha256_key UNIQUE (note_id, sha256),
  CONSTRAINT note_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT note_file_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_file_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file(sha256),
  CONSTRAINT note_file_size_check CHECK ((((size >= 1) AND (size <= 20971520)) AND ((content IS NULL) OR (size = octet_length(content))))),
  CONSTRAINT note_file_stored_check CHECK (((num_nonnulls(content, stored) = 1) AND ((stored IS NULL) OR (stored = sha256))))
);
CREATE INDEX note_file_stored_idx ON public.note_file USING btree (stored) WHERE (stored IS NOT NULL);
CREATE INDEX note_file_unmoved_idx ON public.note_file USING btree (id) WHERE (content IS NOT NULL);
CREATE TRIGGER note_file_holds AFTER INSERT OR DELETE OR UPDATE OF stored ON public.note_file FOR EACH ROW EXECUTE FUNCTION count_file_holders();
COMMENT ON TABLE note_file IS 'Documents of a note.';
COMMENT ON COLUMN note_file.size IS 'Bytes.';
COMMENT ON COLUMN note_file.sha256 IS 'Of the content, in hex.';
COMMENT ON COLUMN note_file.content IS 'Of a document that was not moved to the store of files yet.';
COMMENT ON COLUMN note_file.stored IS 'The object that holds its bytes.';

CREATE TABLE note_picture (
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  caption text NOT NULL,
  picture bytea NOT NULL,
  thumbnail bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  cleared_by uuid,
  cleared_at timestamp with time zone,
  CONSTRAINT note_picture_pkey PRIMARY KEY (id),
  CONSTRAINT note_picture_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT note_picture_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES person(id),
  CONSTRAINT note_picture_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_picture_caption_check CHECK ((caption <> ''::text)),
  CONSTRAINT note_picture_cleared_check CHECK (((cleared_by IS NULL) = (cleared_at IS NULL)))
);
CREATE INDEX note_picture_note_idx ON public.note_picture USING btree (note_id, added_at, id);
COMMENT ON TABLE note_picture IS 'Pictures of a note.';
COMMENT ON COLUMN note_picture.width IS 'Pixels of the picture.';
COMMENT ON COLUMN note_picture.cleared_by IS 'Who said that it may be shown; null: others do not see it.';

CREATE TABLE note_program (
  note_id uuid NOT NULL,
  program text NOT NULL,
  CONSTRAINT note_program_pkey PRIMARY KEY (note_id, program),
  CONSTRAINT note_program_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_program_program_fkey FOREIGN KEY (program) REFERENCES program(code)
);
CREATE INDEX note_program_program_idx ON public.note_program USING btree (program);
CREATE TRIGGER note_program_note_search_trigger AFTER INSERT OR DELETE ON public.note_program FOR EACH ROW EXECUTE FUNCTION note_program_note_search();
CREATE TRIGGER sinergi_counts_note_program AFTER INSERT OR DELETE OR UPDATE ON public.note_program FOR EACH ROW EXECUTE FUNCTION sinergi_note_part_changed();
COMMENT ON TABLE note_program IS 'Programs that a note is about.';

CREATE TABLE note_revision (
  note_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  texts jsonb NOT NULL,
  reason text NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT note_revision_pkey PRIMARY KEY (note_id, version),
  CONSTRAINT note_revision_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT note_revision_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE
);
COMMENT ON TABLE note_revision IS 'What a note said at each version, and who made it so.';
COMMENT ON COLUMN note_revision.reason IS 'Why it went back to a draft; empty otherwise.';

CREATE TABLE note_search (
  note_id uuid NOT NULL,
  vector tsvector NOT NULL,
  is_open boolean NOT NULL,
  fresh_at timestamp with time zone NOT NULL,
  uses integer NOT NULL,
  CONSTRAINT note_search_pkey PRIMARY KEY (note_id),
  CONSTRAINT note_search_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE
);
CREATE INDEX note_search_used_idx ON public.note_search USING btree (uses, fresh_at);
CREATE INDEX note_search_vector_idx ON public.note_search USING gin (vector);
COMMENT ON TABLE note_search IS 'What each note is found by; triggers keep it.';
COMMENT ON COLUMN note_search.vector IS 'Stems weighed by where they stand: A title; B topics, unit and programs; C what was done and came of it; D the rest. Marks without a place: ^ stems of the title, #y year, #o office, #t type of unit, #p programs, #used by several units.';
COMMENT ON COLUMN note_search.is_open IS 'Whether it is published to everybody.';
COMMENT ON COLUMN note_search.fresh_at IS 'When it was published; of a draft, when it was changed.';
COMMENT ON COLUMN note_search.uses IS 'How many units use it.';

CREATE TABLE note_use (
  note_id uuid NOT NULL,
  unit text NOT NULL,
  since date NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT note_use_pkey PRIMARY KEY (note_id, unit),
  CONSTRAINT note_use_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT note_use_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_use_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT note_use_since_range_check CHECK (((since >= '2000-01-01'::date) AND (since <= '2100-12-31'::date)))
);
CREATE INDEX note_use_unit_idx ON public.note_use USING btree (unit);
CREATE TRIGGER note_use_note_search_trigger AFTER INSERT OR DELETE ON public.note_use FOR EACH ROW EXECUTE FUNCTION note_use_note_search();
COMMENT ON TABLE note_use IS 'Units that say they use what a note describes.';
COMMENT ON COLUMN note_use.since IS 'Calendar date.';

CREATE TABLE office_paper (
  organisation text NOT NULL,
  letterhead text[] NOT NULL DEFAULT '{}'::text[],
  emblem text,
  place_of_signing text,
  copies text[] NOT NULL DEFAULT '{}'::text[],
  classification_code text,
  number_code text,
  number_pattern text,
  version integer NOT NULL DEFAULT 1,
  signing text NOT NULL DEFAULT 'wet'::text,
  signature_mark text NOT NULL DEFAULT ''::text,
  CONSTRAINT office_paper_pkey PRIMARY KEY (organisation),
  CONSTRAINT office_paper_emblem_fkey FOREIGN KEY (emblem) REFERENCES emblem(sha256),
  CONSTRAINT office_paper_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT office_paper_letterhead_check CHECK ((cardinality(letterhead) <= 6))
);
CREATE INDEX office_paper_emblem_idx ON public.office_paper USING btree (emblem) WHERE (emblem IS NOT NULL);
COMMENT ON TABLE office_paper IS 'What stands on the papers of an organisation; a row once somebody said something.';

CREATE TABLE participant_address (
  token_hash text NOT NULL,
  participant_id uuid NOT NULL,
  email text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT participant_address_pkey PRIMARY KEY (token_hash),
  CONSTRAINT participant_address_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT participant_address_email_check CHECK ((email = lower(email)))
);
CREATE INDEX participant_address_participant_id_idx ON public.participant_address USING btree (participant_id, created_at);
COMMENT ON TABLE participant_address IS 'Links by which the owner of a mailbox says that a participant is to have its address.';
COMMENT ON COLUMN participant_address.token_hash IS 'SHA-256 of its secret, in hex.';

CREATE TABLE participant_link (
  token_hash text NOT NULL,
  participant_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  feed_hash text,
  feed_digest text,
  feed_changed_at timestamp with time zone,
  feed_used_at timestamp with time zone,
  by_message boolean NOT NULL DEFAULT false,
  feed_held text,
  CONSTRAINT participant_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT participant_link_feed_hash_key UNIQUE (feed_hash),
  CONSTRAINT participant_link_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE
);
CREATE INDEX participant_link_created_idx ON public.participant_link USING btree (created_at);
CREATE INDEX participant_link_participant_idx ON public.participant_link USING btree (participant_id);
CREATE TRIGGER participant_link_forgets BEFORE UPDATE ON public.participant_link FOR EACH ROW WHEN ((old.participant_id IS DISTINCT FROM new.participant_id)) EXECUTE FUNCTION participant_link_forgets();
COMMENT ON TABLE participant_link IS 'Links to the pages of participants, which need no account; each mail has one of its own.';
COMMENT ON COLUMN participant_link.token_hash IS 'SHA-256 of its secret, in hex.';
COMMENT ON COLUMN participant_link.ended_at IS 'When links were sent anew and this one ended; its holder may still ask for another.';
COMMENT ON COLUMN participant_link.feed_hash IS 'SHA-256 of the secret of the feed''s address, in hex; null while a link of older mails has no feed.';
COMMENT ON COLUMN participant_link.feed_digest IS 'Of what the feed held when it was read last.';
COMMENT ON COLUMN participant_link.feed_changed_at IS 'Since when the feed has held that, in whole seconds.';
COMMENT ON COLUMN participant_link.feed_used_at IS 'When a program read the feed last, to the hour.';
COMMENT ON COLUMN participant_link.by_message IS 'Whether it was written into a message to the participant''s telephone, and not into a mail.';
COMMENT ON COLUMN participant_link.feed_held IS 'As feed.held.';

CREATE TABLE participant_reach (
  participant_id uuid NOT NULL,
  sequence integer NOT NULL,
  reached_at timestamp with time zone NOT NULL,
  reached_by uuid NOT NULL,
  reached_by_name text NOT NULL,
  CONSTRAINT participant_reach_pkey PRIMARY KEY (participant_id, sequence),
  CONSTRAINT participant_reach_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT participant_reach_reached_by_fkey FOREIGN KEY (reached_by) REFERENCES person(id)
);
COMMENT ON TABLE participant_reach IS 'Participants whom somebody told of a visit otherwise than by mail.';
COMMENT ON COLUMN participant_reach.sequence IS 'The visit''s SEQUENCE then: who was told of an old time or place was not told of the new one.';
COMMENT ON COLUMN participant_reach.reached_by IS 'Who says that they told them.';

CREATE TABLE participant_session (
  participant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT participant_session_pkey PRIMARY KEY (participant_id, session_id),
  CONSTRAINT participant_session_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE
);
CREATE TRIGGER participant_session_raises_feeds_delete AFTER DELETE ON public.participant_session REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_session_raises_feeds();
CREATE TRIGGER participant_session_raises_feeds_insert AFTER INSERT ON public.participant_session REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_session_raises_feeds();
CREATE TRIGGER participant_session_raises_feeds_update AFTER UPDATE ON public.participant_session REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_session_raises_feeds();
COMMENT ON TABLE participant_session IS 'Participants who come for some sessions only; one without a row comes for all.';
COMMENT ON COLUMN participant_session.session_id IS 'Id of an agenda_item; no foreign key can point there, since a save stores them anew.';

CREATE TABLE partner_name (
  key text NOT NULL,
  partner text NOT NULL,
  CONSTRAINT partner_name_pkey PRIMARY KEY (key),
  CONSTRAINT partner_name_partner_fkey FOREIGN KEY (partner) REFERENCES unit(code),
  CONSTRAINT partner_name_key_check CHECK ((key <> ''::text))
);
CREATE INDEX partner_name_partner_idx ON public.partner_name USING btree (partner);
COMMENT ON TABLE partner_name IS 'What outside partners are called, each name of one of them.';
COMMENT ON COLUMN partner_name.key IS 'The name without what writers differ in: case, accents, signs, abbreviations.';

CREATE TABLE password_link (
  token_hash text NOT NULL,
  person_id uuid,
  purpose text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT password_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT password_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT password_link_person_check CHECK (((purpose = 'first-administrator'::text) = (person_id IS NULL))),
  CONSTRAINT password_link_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text, 'first-administrator'::text])))
);
CREATE INDEX password_link_expires_at_idx ON public.password_link USING btree (expires_at);
CREATE INDEX password_link_person_id_idx ON public.password_link USING btree (person_id, created_at);
COMMENT ON TABLE password_link IS 'Links by which a password is set, each once.';
COMMENT ON COLUMN password_link.person_id IS 'Null for the link that makes the first administrator.';

CREATE TABLE person (
  id uuid NOT NULL,
  name text COLLATE indonesian NOT NULL,
  email text NOT NULL,
  phone text,
  nip text,
  "position" text,
  role text NOT NULL,
  unit text,
  regional_office text,
  password_hash text,
  suspended_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  rank text,
  erased_at timestamp with time zone,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_email_key UNIQUE (email),
  CONSTRAINT person_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT person_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT person_email_check CHECK ((email = lower(email))),
  CONSTRAINT person_erased_check CHECK (((erased_at IS NULL) OR ((suspended_at IS NOT NULL) AND (password_hash IS NULL)))),
  CONSTRAINT person_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT person_place_check CHECK ((((role = ANY (ARRAY['officer'::text, 'unit-head'::text])) AND (unit IS NOT NULL) AND (regional_office IS NULL)) OR ((role = 'regional'::text) AND (unit IS NULL) AND (regional_office IS NOT NULL)) OR ((role = 'administrator'::text) AND (unit IS NULL) AND (regional_office IS NULL)))),
  CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['officer'::text, 'unit-head'::text, 'regional'::text, 'administrator'::text])))
);
CREATE INDEX person_name_idx ON public.person USING btree (name, id);
CREATE INDEX person_regional_office_idx ON public.person USING btree (regional_office, name, id);
CREATE INDEX person_unit_idx ON public.person USING btree (unit, name, id);
CREATE TRIGGER person_raises_feeds_delete AFTER DELETE ON public.person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION person_raises_feeds();
CREATE TRIGGER person_raises_feeds_insert AFTER INSERT ON public.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION person_raises_feeds();
CREATE TRIGGER person_raises_feeds_update AFTER UPDATE ON public.person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION person_raises_feeds();
COMMENT ON TABLE person IS 'Accounts. One is suspended and never deleted, since what people did names them.';
COMMENT ON COLUMN person.nip IS 'Number of a civil servant (Nomor Induk Pegawai), 18 digits.';
COMMENT ON COLUMN person."position" IS 'Office they hold, in their own words.';
COMMENT ON COLUMN person.password_hash IS 'Argon2id; null until a password was set.';
COMMENT ON COLUMN person.version IS 'Counts changes of who somebody is and what they do.';
COMMENT ON COLUMN person.erased_at IS 'From then on nobody signs in by it, ever; it stands for whoever did things under it.';

CREATE TABLE photo_in_note (
  picture_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  CONSTRAINT photo_in_note_pkey PRIMARY KEY (picture_id),
  CONSTRAINT photo_in_note_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES visit_entry(id) ON DELETE CASCADE,
  CONSTRAINT photo_in_note_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES note_picture(id) ON DELETE CASCADE
);
CREATE INDEX photo_in_note_entry_id_idx ON public.photo_in_note USING btree (entry_id);
COMMENT ON TABLE photo_in_note IS 'Pictures of notes that were taken over from an album: they are blurred and removed along with their photo.';

CREATE TABLE press_point (
  text_id uuid NOT NULL,
  version integer NOT NULL,
  point text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  said_by uuid NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT press_point_pkey PRIMARY KEY (text_id, version, point),
  CONSTRAINT press_point_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  CONSTRAINT press_point_text_id_version_fkey FOREIGN KEY (text_id, version) REFERENCES press_revision(text_id, version) ON DELETE CASCADE,
  CONSTRAINT press_point_reason_check CHECK ((char_length(reason) <= 300))
);
CREATE INDEX press_point_said_by_idx ON public.press_point USING btree (said_by);
COMMENT ON TABLE press_point IS 'Points of a revision that somebody ticked, or said do not matter there.';

CREATE TABLE press_quote (
  visit_id uuid NOT NULL,
  organisation text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  speaker text NOT NULL DEFAULT ''::text,
  "position" text NOT NULL DEFAULT ''::text,
  words text NOT NULL DEFAULT ''::text,
  link_hash text,
  asked_by uuid,
  asked_at timestamp with time zone,
  said_at timestamp with time zone,
  said_by uuid,
  CONSTRAINT press_quote_pkey PRIMARY KEY (visit_id, organisation),
  CONSTRAINT press_quote_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT press_quote_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT press_quote_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  CONSTRAINT press_quote_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT press_quote_length_check CHECK ((char_length(words) <= 600)),
  CONSTRAINT press_quote_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'approved'::text, 'declined'::text]))),
  CONSTRAINT press_quote_words_check CHECK (((words <> ''::text) OR (state = ANY (ARRAY['asked'::text, 'declined'::text]))))
);
CREATE INDEX press_quote_asked_by_idx ON public.press_quote USING btree (asked_by) WHERE (asked_by IS NOT NULL);
CREATE INDEX press_quote_organisation_idx ON public.press_quote USING btree (organisation);
CREATE INDEX press_quote_said_by_idx ON public.press_quote USING btree (said_by) WHERE (said_by IS NOT NULL);
COMMENT ON TABLE press_quote IS 'What the head of a party says of a visit, and whether it may be printed.';
COMMENT ON COLUMN press_quote.link_hash IS 'Of the newest link, the only one that is good.';
COMMENT ON COLUMN press_quote.said_by IS 'Whoever wrote it with an account; null for what came by a link.';

CREATE TABLE press_quote_link (
  token_hash text NOT NULL,
  visit_id uuid NOT NULL,
  organisation text NOT NULL,
  email text,
  made_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT press_quote_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT press_quote_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  CONSTRAINT press_quote_link_visit_id_organisation_fkey FOREIGN KEY (visit_id, organisation) REFERENCES press_quote(visit_id, organisation) ON DELETE CASCADE,
  CONSTRAINT press_quote_link_times_check CHECK ((expires_at > created_at))
);
CREATE INDEX press_quote_link_created_idx ON public.press_quote_link USING btree (created_at);
CREATE INDEX press_quote_link_email_idx ON public.press_quote_link USING btree (email, created_at) WHERE (email IS NOT NULL);
CREATE INDEX press_quote_link_made_by_idx ON public.press_quote_link USING btree (made_by);
CREATE INDEX press_quote_link_quote_idx ON public.press_quote_link USING btree (visit_id, organisation, created_at);
COMMENT ON TABLE press_quote_link IS 'Links by which heads give their quotes without an account; the newest of a quote alone is good, and only a hash of the secret is kept.';

CREATE TABLE press_revision (
  text_id uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  photos jsonb NOT NULL DEFAULT '[]'::jsonb,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT press_revision_pkey PRIMARY KEY (text_id, version),
  CONSTRAINT press_revision_text_id_fkey FOREIGN KEY (text_id) REFERENCES press_text(id) ON DELETE CASCADE,
  CONSTRAINT press_revision_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  CONSTRAINT press_revision_body_check CHECK ((char_length(body) <= 12000)),
  CONSTRAINT press_revision_photos_check CHECK ((jsonb_typeof(photos) = 'array'::text)),
  CONSTRAINT press_revision_title_check CHECK ((char_length(title) <= 200)),
  CONSTRAINT press_revision_version_check CHECK ((version >= 1))
);
CREATE INDEX press_revision_written_by_idx ON public.press_revision USING btree (written_by);
COMMENT ON TABLE press_revision IS 'What a press text said, each time that it was saved.';
COMMENT ON COLUMN press_revision.photos IS 'Ids of photos of the day with their captions; the photos themselves are looked up.';

CREATE TABLE press_text (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  organisation text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  approver text NOT NULL DEFAULT ''::text,
  approved_by uuid,
  approved_at timestamp with time zone,
  readied_by uuid,
  readied_at timestamp with time zone,
  CONSTRAINT press_text_pkey PRIMARY KEY (id),
  CONSTRAINT press_text_visit_id_organisation_kind_key UNIQUE (visit_id, organisation, kind),
  CONSTRAINT press_text_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id),
  CONSTRAINT press_text_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT press_text_readied_by_fkey FOREIGN KEY (readied_by) REFERENCES person(id),
  CONSTRAINT press_text_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT press_text_approved_check CHECK ((((approved_at IS NULL) = (approved_by IS NULL)) AND ((approved_at IS NULL) = (state = 'draft'::text)) AND ((approved_at IS NULL) = (approver = ''::text)))),
  CONSTRAINT press_text_kind_check CHECK ((kind = ANY (ARRAY['panjang'::text, 'pendek'::text, 'laporan-wa'::text]))),
  CONSTRAINT press_text_readied_check CHECK ((((readied_at IS NULL) = (readied_by IS NULL)) AND ((readied_at IS NULL) = (state <> 'ready'::text)))),
  CONSTRAINT press_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'ready'::text]))),
  CONSTRAINT press_text_version_check CHECK ((version >= 1))
);
CREATE INDEX press_text_approved_by_idx ON public.press_text USING btree (approved_by) WHERE (approved_by IS NOT NULL);
CREATE INDEX press_text_organisation_idx ON public.press_text USING btree (organisation);
CREATE INDEX press_text_readied_by_idx ON public.press_text USING btree (readied_by) WHERE (readied_by IS NOT NULL);
COMMENT ON TABLE press_text IS 'A text that a party of a visit writes for the press or for its superiors.';
COMMENT ON COLUMN press_text.version IS 'The last revision: what the text says now.';
COMMENT ON COLUMN press_text.approver IS 'Name of the head who approved it, also where somebody else wrote that down.';

CREATE TABLE program (
  code text NOT NULL,
  framework text NOT NULL,
  number integer,
  title text COLLATE indonesian NOT NULL,
  from_date date NOT NULL,
  retired_on date,
  verified boolean NOT NULL,
  CONSTRAINT program_pkey PRIMARY KEY (code),
  CONSTRAINT program_from_date_range_check CHECK (((from_date >= '2000-01-01'::date) AND (from_date <= '2100-12-31'::date)))
);
CREATE TRIGGER program_note_search_trigger AFTER UPDATE OF title ON public.program FOR EACH ROW WHEN ((old.title IS DISTINCT FROM new.title)) EXECUTE FUNCTION program_note_search();
CREATE TRIGGER program_raises_feeds_delete AFTER DELETE ON public.program REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION program_raises_feeds();
CREATE TRIGGER program_raises_feeds_insert AFTER INSERT ON public.program REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION program_raises_feeds();
CREATE TRIGGER program_raises_feeds_update AFTER UPDATE ON public.program REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION program_raises_feeds();
COMMENT ON TABLE program IS 'Programs of the ministry that visits and notes are about.';
COMMENT ON COLUMN program.framework IS 'Name of the list that the program belongs to.';
COMMENT ON COLUMN program.number IS 'Place in that list; null for none.';
COMMENT ON COLUMN program.from_date IS 'Calendar date from which it holds.';
COMMENT ON COLUMN program.retired_on IS 'Calendar date from which it is not offered any more; what refers to it stays.';
COMMENT ON COLUMN program.verified IS 'Whether its words were compared with an official text.';

CREATE TABLE received_mail (
  id uuid NOT NULL,
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  digest text NOT NULL,
  sender text NOT NULL,
  subject text NOT NULL,
  source bytea,
  outcome text NOT NULL,
  visit_id uuid,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT received_mail_pkey PRIMARY KEY (id),
  CONSTRAINT received_mail_digest_key UNIQUE (digest),
  CONSTRAINT received_mail_position_key UNIQUE ("position"),
  CONSTRAINT received_mail_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE SET NULL,
  CONSTRAINT received_mail_outcome_check CHECK ((outcome = ANY (ARRAY['answer'::text, 'other-time'::text, 'substitute'::text, 'refresh'::text, 'words'::text, 'question'::text, 'question-dismissed'::text, 'bounce'::text, 'bounce-unknown'::text, 'unknown-visit'::text, 'sender-not-invited'::text, 'sender-forged'::text, 'attendee-missing'::text, 'answer-outdated'::text, 'answer-unchanged'::text, 'answer-too-late'::text, 'refresh-unproven'::text, 'refreshed-too-often'::text, 'not-understood'::text])))
);
CREATE INDEX received_mail_kept_source_idx ON public.received_mail USING btree (received_at) WHERE (source IS NOT NULL);
CREATE INDEX received_mail_visit_idx ON public.received_mail USING btree (visit_id, "position");
COMMENT ON TABLE received_mail IS 'Every mail that came in, once, and what became of it.';
COMMENT ON COLUMN received_mail."position" IS 'Order in which mails came in.';
COMMENT ON COLUMN received_mail.digest IS 'SHA-256 of the source, in hex: it tells a repeat.';
COMMENT ON COLUMN received_mail.source IS 'The mail as it came (RFC 5322); null once it was dropped, long after it was handled.';

CREATE TABLE regional_office (
  code text NOT NULL,
  name text COLLATE indonesian NOT NULL,
  short_name text COLLATE indonesian NOT NULL,
  region text NOT NULL,
  seat text NOT NULL,
  time_zone text NOT NULL,
  email text,
  approves_inside boolean NOT NULL DEFAULT false,
  approves_across boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT regional_office_pkey PRIMARY KEY (code),
  CONSTRAINT regional_office_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);
CREATE TRIGGER regional_office_organisation AFTER INSERT OR UPDATE ON public.regional_office FOR EACH ROW EXECUTE FUNCTION regional_office_organisation();
CREATE TRIGGER regional_office_raises_feeds_delete AFTER DELETE ON public.regional_office REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION regional_office_raises_feeds();
CREATE TRIGGER regional_office_raises_feeds_insert AFTER INSERT ON public.regional_office REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION regional_office_raises_feeds();
CREATE TRIGGER regional_office_raises_feeds_update AFTER UPDATE ON public.regional_office REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION regional_office_raises_feeds();
COMMENT ON TABLE regional_office IS 'Regional offices (Kantor Wilayah), each above the units of its region.';
COMMENT ON COLUMN regional_office.seat IS 'Town it sits in.';
COMMENT ON COLUMN regional_office.time_zone IS 'Zone of its own calendar days (IANA).';
COMMENT ON COLUMN regional_office.approves_inside IS 'Whether it must approve visits inside its region.';
COMMENT ON COLUMN regional_office.approves_across IS 'Whether it must approve visits across regions.';
COMMENT ON COLUMN regional_office.version IS 'Counts changes, so that a save on an old state is refused.';

CREATE TABLE reminder_setting (
  unit text NOT NULL,
  days_before integer[] NOT NULL,
  evening_before boolean NOT NULL,
  learning_days integer[] NOT NULL DEFAULT '{30,60,90}'::integer[],
  CONSTRAINT reminder_setting_pkey PRIMARY KEY (unit),
  CONSTRAINT reminder_setting_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code) ON DELETE CASCADE,
  CONSTRAINT reminder_setting_days_check CHECK (((cardinality(days_before) <= 5) AND (1 <= ALL (days_before)) AND (14 >= ALL (days_before)))),
  CONSTRAINT reminder_setting_learning_check CHECK (((cardinality(learning_days) <= 3) AND (learning_days <@ ARRAY[30, 60, 90])))
);
COMMENT ON TABLE reminder_setting IS 'How a unit''s own participants are reminded; a unit without a row has the usual setting.';
COMMENT ON COLUMN reminder_setting.days_before IS 'Days before a visit, by the participant''s side''s calendar.';
COMMENT ON COLUMN reminder_setting.evening_before IS 'Whether they are reminded on the evening before as well.';
COMMENT ON COLUMN reminder_setting.learning_days IS 'Days after a visit on which the leader of the unit''s party is asked what is done of what was learned.';

CREATE TABLE replication (
  id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  follow_up_state text NOT NULL DEFAULT 'done'::text,
  note_id uuid,
  practice text NOT NULL,
  from_unit text NOT NULL,
  to_unit text NOT NULL,
  since date NOT NULL,
  result text NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_name text NOT NULL,
  confirmed_at timestamp with time zone NOT NULL,
  CONSTRAINT replication_pkey PRIMARY KEY (id),
  CONSTRAINT replication_follow_up_key UNIQUE (follow_up_id),
  CONSTRAINT replication_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id),
  CONSTRAINT replication_done_fkey FOREIGN KEY (follow_up_id, follow_up_state) REFERENCES follow_up(id, state) ON DELETE CASCADE,
  CONSTRAINT replication_from_unit_fkey FOREIGN KEY (from_unit) REFERENCES unit(code),
  CONSTRAINT replication_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id),
  CONSTRAINT replication_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES unit(code),
  CONSTRAINT replication_done_check CHECK ((follow_up_state = 'done'::text)),
  CONSTRAINT replication_practice_check CHECK (((note_id IS NOT NULL) OR (practice <> ''::text))),
  CONSTRAINT replication_result_check CHECK ((result <> ''::text)),
  CONSTRAINT replication_since_check CHECK ((since <= ((confirmed_at AT TIME ZONE 'Asia/Jayapura'::text))::date)),
  CONSTRAINT replication_since_range_check CHECK (((since >= '2000-01-01'::date) AND (since <= '2100-12-31'::date))),
  CONSTRAINT replication_units_check CHECK ((from_unit <> to_unit))
);
CREATE INDEX replication_from_unit_idx ON public.replication USING btree (from_unit, since);
CREATE INDEX replication_note_idx ON public.replication USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX replication_since_idx ON public.replication USING btree (since, id);
CREATE INDEX replication_to_unit_idx ON public.replication USING btree (to_unit, since);
CREATE TRIGGER sinergi_counts_replication AFTER INSERT OR DELETE OR UPDATE ON public.replication FOR EACH ROW EXECUTE FUNCTION sinergi_follow_up_part_changed();
COMMENT ON TABLE replication IS 'Follow-ups that the other side confirmed as a practice copied from one unit to another; one that is withdrawn is gone.';
COMMENT ON COLUMN replication.follow_up_state IS 'Always done: the reference holds only while the follow-up is.';
COMMENT ON COLUMN replication.practice IS 'Title of the practice; may be empty beside a note.';
COMMENT ON COLUMN replication.since IS 'Calendar date from which the practice is in use.';
COMMENT ON COLUMN replication.confirmed_name IS 'Name at that time.';

CREATE TABLE reply_question (
  received_mail_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  kind text NOT NULL,
  answer text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  substitute text,
  words text NOT NULL,
  is_proven boolean NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT reply_question_pkey PRIMARY KEY (received_mail_id),
  CONSTRAINT reply_question_participant_key UNIQUE (participant_id, is_proven),
  CONSTRAINT reply_question_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT reply_question_received_mail_id_fkey FOREIGN KEY (received_mail_id) REFERENCES received_mail(id) ON DELETE CASCADE,
  CONSTRAINT reply_question_answer_check CHECK ((((kind = 'answer'::text) = (answer IS NOT NULL)) AND (answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text])))),
  CONSTRAINT reply_question_ends_at_range_check CHECK (((ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT reply_question_is_proven_check CHECK (((kind = 'words'::text) OR (NOT is_proven))),
  CONSTRAINT reply_question_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'other-time'::text, 'substitute'::text, 'words'::text]))),
  CONSTRAINT reply_question_said_at_range_check CHECK (((said_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (said_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT reply_question_starts_at_range_check CHECK (((starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT reply_question_substitute_check CHECK ((((kind = 'substitute'::text) = (substitute IS NOT NULL)) AND (char_length(substitute) <= 320))),
  CONSTRAINT reply_question_time_check CHECK ((((kind = 'other-time'::text) = (starts_at IS NOT NULL)) AND ((kind = 'other-time'::text) = (ends_at IS NOT NULL)) AND (starts_at < ends_at))),
  CONSTRAINT reply_question_words_check CHECK (((char_length(words) <= 500) AND ((kind <> 'words'::text) OR (words <> ''::text))))
);
COMMENT ON TABLE reply_question IS 'What a mail says of a participant that waits for an officer''s word: one at a time, and beside it one that is proved.';
COMMENT ON COLUMN reply_question.starts_at IS 'Begin of the other time that the mail asks for.';
COMMENT ON COLUMN reply_question.substitute IS 'Mail address of who is to come instead.';
COMMENT ON COLUMN reply_question.words IS 'Plain text of the mail; empty for none.';
COMMENT ON COLUMN reply_question.is_proven IS 'Whether it is certain that the participant wrote it.';

CREATE TABLE retention_run (
  kind text NOT NULL,
  ran_at timestamp with time zone NOT NULL,
  dropped integer NOT NULL,
  dropped_in_all integer NOT NULL,
  CONSTRAINT retention_run_pkey PRIMARY KEY (kind),
  CONSTRAINT retention_run_dropped_check CHECK (((dropped >= 0) AND (dropped_in_all >= dropped)))
);
COMMENT ON TABLE retention_run IS 'When what is old was last dropped, a row a kind.';

CREATE TABLE return_address (
  stream text NOT NULL,
  email text NOT NULL,
  token text NOT NULL,
  CONSTRAINT return_address_pkey PRIMARY KEY (stream, email),
  CONSTRAINT return_address_token_key UNIQUE (token),
  CONSTRAINT return_address_email_check CHECK ((email = lower(email))),
  CONSTRAINT return_address_token_check CHECK ((token ~ '^[a-z2-7]{26}$'::text))
);
COMMENT ON TABLE return_address IS 'The address that answers to one stream''s mails to one person go to, the same for as long as the stream lives.';
COMMENT ON COLUMN return_address.token IS 'What stands after its plus: a secret of that person.';

CREATE TABLE schema_migration (
  id integer NOT NULL DEFAULT nextval('schema_migration_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT "PK_0edff5015b71cc0389ae0f4b9a1" PRIMARY KEY (id)
);

CREATE TABLE search_synonym (
  id text NOT NULL,
  terms text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamp with time zone NOT NULL,
  removed_at timestamp with time zone,
  CONSTRAINT search_synonym_pkey PRIMARY KEY (id),
  CONSTRAINT search_synonym_terms_check CHECK (((cardinality(terms) >= 2) AND (cardinality(terms) <= 20))),
  CONSTRAINT search_synonym_version_check CHECK ((version >= 1))
);
COMMENT ON TABLE search_synonym IS 'Words that the search takes for one another.';
COMMENT ON COLUMN search_synonym.terms IS 'In small letters.';
COMMENT ON COLUMN search_synonym.removed_at IS 'A removed one stays, so that loading the reference data does not bring it back.';

CREATE TABLE search_word (
  word text NOT NULL,
  CONSTRAINT search_word_pkey PRIMARY KEY (word)
);
CREATE INDEX search_word_trgm_idx ON public.search_word USING gin (word gin_trgm_ops);
COMMENT ON TABLE search_word IS 'Words of notes that were published, which a misspelt one may have meant; triggers keep it.';

CREATE TABLE sent_form (
  key text NOT NULL,
  digest text NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  location text,
  CONSTRAINT sent_form_pkey PRIMARY KEY (key, digest),
  CONSTRAINT sent_form_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{16,64}$'::text)),
  CONSTRAINT sent_form_location_check CHECK ((location ~ '^/'::text))
);
CREATE INDEX sent_form_begun_at_idx ON public.sent_form USING btree (begun_at);
COMMENT ON TABLE sent_form IS 'Forms that were sent lately, so that the same one again is not done again';
COMMENT ON COLUMN sent_form.key IS 'Of one rendering of the form';
COMMENT ON COLUMN sent_form.digest IS 'SHA-256 of who sent what where, in base64url';
COMMENT ON COLUMN sent_form.location IS 'Where its sender was sent on to; null while it is being done';

CREATE TABLE series (
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  first_on date NOT NULL,
  frequency text NOT NULL,
  every integer NOT NULL,
  ordinal integer,
  until date NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT series_pkey PRIMARY KEY (id),
  CONSTRAINT series_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT series_guest_unit_fkey FOREIGN KEY (guest_unit) REFERENCES unit(code),
  CONSTRAINT series_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT series_every_check CHECK (((every >= 1) AND (every <=
CASE frequency
    WHEN 'weekly'::text THEN 8
    ELSE 6
END))),
  CONSTRAINT series_first_on_range_check CHECK (((first_on >= '2000-01-01'::date) AND (first_on <= '2100-12-31'::date))),
  CONSTRAINT series_frequency_check CHECK ((frequency = ANY (ARRAY['weekly'::text, 'monthly'::text]))),
  CONSTRAINT series_ordinal_check CHECK ((((frequency = 'monthly'::text) = (ordinal IS NOT NULL)) AND (ordinal = ANY (ARRAY[1, 2, 3, 4, '-1'::integer])))),
  CONSTRAINT series_until_check CHECK (((until > first_on) AND (until <= (first_on + 366)))),
  CONSTRAINT series_until_range_check CHECK (((until >= '2000-01-01'::date) AND (until <= '2100-12-31'::date)))
);
CREATE INDEX series_guest_unit_idx ON public.series USING btree (guest_unit);
CREATE INDEX series_host_unit_idx ON public.series USING btree (host_unit);
CREATE TRIGGER series_raises_feeds_delete AFTER DELETE ON public.series REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION series_raises_feeds();
CREATE TRIGGER series_raises_feeds_insert AFTER INSERT ON public.series REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION series_raises_feeds();
CREATE TRIGGER series_raises_feeds_update AFTER UPDATE ON public.series REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION series_raises_feeds();
COMMENT ON TABLE series IS 'A meeting that repeats: its rule, a subset of RFC 5545 section 3.3.10.';
COMMENT ON COLUMN series.every IS 'Every so many weeks or months.';
COMMENT ON COLUMN series.ordinal IS 'Which of its weekdays the date is in its month, -1 for the last; null for weeks.';

CREATE TABLE series_date (
  series_id uuid NOT NULL,
  on_date date NOT NULL,
  visit_id uuid,
  skipped text,
  CONSTRAINT series_date_pkey PRIMARY KEY (series_id, on_date),
  CONSTRAINT series_date_visit_key UNIQUE (visit_id),
  CONSTRAINT series_date_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE,
  CONSTRAINT series_date_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT series_date_on_date_range_check CHECK (((on_date >= '2000-01-01'::date) AND (on_date <= '2100-12-31'::date))),
  CONSTRAINT series_date_skipped_check CHECK ((((visit_id IS NULL) = (skipped IS NOT NULL)) AND (skipped <> ''::text)))
);
CREATE TRIGGER series_date_raises_feeds_delete AFTER DELETE ON public.series_date REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION series_date_raises_feeds();
CREATE TRIGGER series_date_raises_feeds_insert AFTER INSERT ON public.series_date REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION series_date_raises_feeds();
CREATE TRIGGER series_date_raises_feeds_update AFTER UPDATE ON public.series_date REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION series_date_raises_feeds();
COMMENT ON TABLE series_date IS 'A date of a series by its rule, wherever its visit was moved.';
COMMENT ON COLUMN series_date.skipped IS 'Why there is no visit on it.';

CREATE TABLE session (
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX session_expires_at_idx ON public.session USING btree (expires_at);
CREATE INDEX session_person_id_idx ON public.session USING btree (person_id);
COMMENT ON TABLE session IS 'Browsers that are signed in.';

CREATE TABLE session_question (
  question_id uuid NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT session_question_pkey PRIMARY KEY (question_id),
  CONSTRAINT session_question_question_id_fkey FOREIGN KEY (question_id) REFERENCES learning_question(id) ON DELETE CASCADE
);
COMMENT ON TABLE session_question IS 'The session at which a learning question comes up; none for one that is anywhere.';

CREATE TABLE setup_dismissal (
  person_id uuid NOT NULL,
  item text NOT NULL,
  dismissed_at timestamp with time zone NOT NULL,
  CONSTRAINT setup_dismissal_pkey PRIMARY KEY (person_id, item),
  CONSTRAINT setup_dismissal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT setup_dismissal_item_check CHECK (((length(item) >= 1) AND (length(item) <= 100)))
);
COMMENT ON TABLE setup_dismissal IS 'What of setting up somebody put away from the start page.';

CREATE TABLE sign_in_failure (
  id uuid NOT NULL,
  email text NOT NULL,
  network text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_failure_at_idx ON public.sign_in_failure USING btree (at);
CREATE INDEX sign_in_failure_email_idx ON public.sign_in_failure USING btree (email, network, at);
COMMENT ON TABLE sign_in_failure IS 'Failed tries to sign in of the last hour, also for addresses without an account.';
COMMENT ON COLUMN sign_in_failure.network IS 'Where the try came from: an IPv4 address or an IPv6 /64.';

CREATE TABLE signer (
  id uuid NOT NULL,
  organisation text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  "position" text NOT NULL,
  nip text,
  rank text,
  from_on date NOT NULL,
  until_on date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT signer_pkey PRIMARY KEY (id),
  CONSTRAINT signer_no_overlap_excl EXCLUDE USING gist (organisation WITH =, (
CASE
    WHEN (kind = 'head'::text) THEN 'head'::text
    ELSE 'acting'::text
END) WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  CONSTRAINT signer_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT signer_from_on_range_check CHECK (((from_on >= '2000-01-01'::date) AND (from_on <= '2100-12-31'::date))),
  CONSTRAINT signer_kind_check CHECK ((kind = ANY (ARRAY['head'::text, 'plt'::text, 'plh'::text]))),
  CONSTRAINT signer_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT signer_order_check CHECK (((from_on <= until_on) AND ((kind = 'head'::text) OR (until_on IS NOT NULL)))),
  CONSTRAINT signer_until_on_range_check CHECK (((until_on >= '2000-01-01'::date) AND (until_on <= '2100-12-31'::date)))
);
CREATE INDEX signer_organisation_idx ON public.signer USING btree (organisation, from_on);
COMMENT ON TABLE signer IS 'Who signs for an organisation: its head, or who acts in the place of one; by date.';
COMMENT ON COLUMN signer.nip IS 'NIP, 18 digits; shown whole on official papers only.';
COMMENT ON COLUMN signer.until_on IS 'The last date, itself inside; null for a head who has not gone.';

CREATE TABLE sinergi_delta (
  cube text NOT NULL,
  month date NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  mark text NOT NULL,
  unit text NOT NULL,
  hours integer,
  due_on date,
  ends_at timestamp with time zone,
  program text NOT NULL,
  count integer NOT NULL
);
COMMENT ON TABLE sinergi_delta IS 'Changes of counts since the last fold. Only appended to, so that who counts the same thing never waits for another.';
COMMENT ON COLUMN sinergi_delta.cube IS 'What is counted: visits, joined, learning, answers, summaries, follow-ups, replications or notes.';
COMMENT ON COLUMN sinergi_delta.month IS 'First day of a month by the host''s calendar.';
COMMENT ON COLUMN sinergi_delta.mark IS 'What the cube tells apart, mostly a state; empty for nothing.';
COMMENT ON COLUMN sinergi_delta.unit IS 'The responsible unit; empty for none.';
COMMENT ON COLUMN sinergi_delta.hours IS 'Whole hours that the host took to answer.';
COMMENT ON COLUMN sinergi_delta.due_on IS 'When what is open is due.';
COMMENT ON COLUMN sinergi_delta.ends_at IS 'End of a visit that has no summary yet.';
COMMENT ON COLUMN sinergi_delta.program IS 'As in sinergi_figure.';

CREATE TABLE sinergi_fact (
  source uuid NOT NULL,
  owner uuid NOT NULL,
  cube text NOT NULL,
  month date NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  mark text NOT NULL,
  unit text NOT NULL,
  hours integer,
  due_on date,
  ends_at timestamp with time zone,
  programs text[] NOT NULL,
  CONSTRAINT sinergi_fact_pkey PRIMARY KEY (source, cube)
);
CREATE INDEX sinergi_fact_owner_idx ON public.sinergi_fact USING btree (owner);
COMMENT ON TABLE sinergi_fact IS 'What each thing is counted under now, so that a change takes away exactly what was added; triggers keep it.';
COMMENT ON COLUMN sinergi_fact.source IS 'The thing that is counted.';
COMMENT ON COLUMN sinergi_fact.owner IS 'The visit or note that it belongs to; its row''s lock guards its facts.';
COMMENT ON COLUMN sinergi_fact.cube IS 'What is counted: visits, joined, learning, answers, summaries, follow-ups, replications or notes.';
COMMENT ON COLUMN sinergi_fact.month IS 'First day of a month by the host''s calendar.';
COMMENT ON COLUMN sinergi_fact.mark IS 'What the cube tells apart, mostly a state; empty for nothing.';
COMMENT ON COLUMN sinergi_fact.unit IS 'The responsible unit; empty for none.';
COMMENT ON COLUMN sinergi_fact.hours IS 'Whole hours that the host took to answer.';
COMMENT ON COLUMN sinergi_fact.due_on IS 'When what is open is due.';
COMMENT ON COLUMN sinergi_fact.ends_at IS 'End of a visit that has no summary yet.';

CREATE TABLE sinergi_figure (
  cube text NOT NULL,
  month date NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  mark text NOT NULL,
  unit text NOT NULL,
  hours integer,
  due_on date,
  ends_at timestamp with time zone,
  program text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT sinergi_figure_key UNIQUE NULLS NOT DISTINCT (cube, program, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at) INCLUDE (count),
  CONSTRAINT sinergi_figure_count_check CHECK ((count > 0))
);
CREATE INDEX sinergi_figure_ends_at_idx ON public.sinergi_figure USING btree (ends_at) WHERE (ends_at IS NOT NULL);
CREATE INDEX sinergi_figure_host_idx ON public.sinergi_figure USING btree (cube, program, host_unit, month) INCLUDE (guest_unit, mark, hours, count) WHERE (cube = ANY (ARRAY['visits'::text, 'joined'::text, 'answers'::text]));
CREATE INDEX sinergi_figure_mark_idx ON public.sinergi_figure USING btree (cube, mark, program);
COMMENT ON TABLE sinergi_figure IS 'Folded counts.';
COMMENT ON COLUMN sinergi_figure.cube IS 'What is counted: visits, joined, learning, answers, summaries, follow-ups, replications or notes.';
COMMENT ON COLUMN sinergi_figure.month IS 'First day of a month by the host''s calendar.';
COMMENT ON COLUMN sinergi_figure.mark IS 'What the cube tells apart, mostly a state; empty for nothing.';
COMMENT ON COLUMN sinergi_figure.unit IS 'The responsible unit; empty for none.';
COMMENT ON COLUMN sinergi_figure.hours IS 'Whole hours that the host took to answer.';
COMMENT ON COLUMN sinergi_figure.due_on IS 'When what is open is due.';
COMMENT ON COLUMN sinergi_figure.ends_at IS 'End of a visit that has no summary yet.';
COMMENT ON COLUMN sinergi_figure.program IS 'Empty counts each thing once, a program each thing that has it.';

CREATE TABLE sinergi_pending (
  owner uuid NOT NULL
);
COMMENT ON TABLE sinergi_pending IS 'Owners of what changed since they were counted last. Only appended to, so that no writer waits for another.';
COMMENT ON COLUMN sinergi_pending.owner IS 'A visit or a note.';

CREATE TABLE sinergi_sum (
  cube text NOT NULL,
  place text NOT NULL,
  program text NOT NULL,
  day date NOT NULL,
  mark text NOT NULL,
  hours integer NOT NULL,
  count integer NOT NULL,
  CONSTRAINT sinergi_sum_pkey PRIMARY KEY (cube, place, program, day, mark, hours) INCLUDE (count),
  CONSTRAINT sinergi_sum_count_check CHECK ((count > 0))
);
COMMENT ON TABLE sinergi_sum IS 'Sums of the folded counts, as pages show them.';
COMMENT ON COLUMN sinergi_sum.cube IS 'As in sinergi_figure, and promises, owed, guests, hosts, inside, offices and busy, of what is in them.';
COMMENT ON COLUMN sinergi_sum.place IS 'A regional office, empty for the whole country.';
COMMENT ON COLUMN sinergi_sum.program IS 'As in sinergi_figure.';
COMMENT ON COLUMN sinergi_sum.day IS 'First day of the month in which it is counted; of promises when they are due, of summaries that are owed when the visit ended (UTC).';
COMMENT ON COLUMN sinergi_sum.mark IS 'As in sinergi_figure, or whom the sum is of; empty for nothing.';
COMMENT ON COLUMN sinergi_sum.hours IS 'As in sinergi_figure; 0 for nothing.';

CREATE TABLE stored_file (
  sha256 text NOT NULL,
  size integer NOT NULL,
  place text NOT NULL,
  holders integer NOT NULL DEFAULT 0,
  claimed_until timestamp with time zone,
  damaged_at timestamp with time zone,
  CONSTRAINT stored_file_pkey PRIMARY KEY (sha256),
  CONSTRAINT stored_file_holders_check CHECK ((holders >= 0)),
  CONSTRAINT stored_file_place_check CHECK ((place = ANY (ARRAY['folder'::text, 's3'::text]))),
  CONSTRAINT stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT stored_file_size_check CHECK ((size > 0))
);
CREATE INDEX stored_file_damaged_idx ON public.stored_file USING btree (sha256) WHERE (damaged_at IS NOT NULL);
CREATE INDEX stored_file_loose_idx ON public.stored_file USING btree (sha256) WHERE (holders = 0);
COMMENT ON TABLE stored_file IS 'Objects of the store of files, which several rows may hold, each by its digest.';
COMMENT ON COLUMN stored_file.holders IS 'How many rows hold it; triggers count.';
COMMENT ON COLUMN stored_file.claimed_until IS 'Until when it is left alone though no row holds it: somebody is about to.';
COMMENT ON COLUMN stored_file.damaged_at IS 'Since when it is known to be missing or not as it was written.';

CREATE TABLE summary (
  visit_id uuid NOT NULL,
  version integer NOT NULL,
  outcomes text NOT NULL,
  decisions text NOT NULL,
  notes text NOT NULL,
  links jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 0,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  answers jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT summary_pkey PRIMARY KEY (visit_id),
  CONSTRAINT summary_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT summary_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT summary_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  CONSTRAINT summary_links_check CHECK ((jsonb_typeof(links) = 'array'::text)),
  CONSTRAINT summary_revision_check CHECK ((revision >= 0)),
  CONSTRAINT summary_version_check CHECK ((version >= 1))
);
CREATE INDEX summary_draft_idx ON public.summary USING btree (changed_by) WHERE (revision = 0);
COMMENT ON TABLE summary IS 'What came of a visit, as it is worked on.';
COMMENT ON COLUMN summary.revision IS 'Its last publication, counted from 1; 0 before the first.';
COMMENT ON COLUMN summary.changed_by IS 'Null when the system itself wrote it.';
COMMENT ON COLUMN summary.answers IS 'What the visit answered of its learning questions.';

CREATE TABLE summary_entry (
  visit_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  CONSTRAINT summary_entry_pkey PRIMARY KEY (visit_id, entry_id),
  CONSTRAINT summary_entry_visit_id_entry_id_fkey FOREIGN KEY (visit_id, entry_id) REFERENCES visit_entry(visit_id, id) ON DELETE CASCADE,
  CONSTRAINT summary_entry_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES summary(visit_id) ON DELETE CASCADE
);
CREATE TRIGGER summary_entry_cleared BEFORE INSERT ON public.summary_entry FOR EACH ROW EXECUTE FUNCTION summary_entry_cleared();
COMMENT ON TABLE summary_entry IS 'Notes and photos of the day that a summary takes in, each once; one that was removed since is told by nobody.';

CREATE TABLE summary_revision (
  visit_id uuid NOT NULL,
  revision integer NOT NULL,
  published_at timestamp with time zone NOT NULL,
  published_by uuid,
  content jsonb NOT NULL,
  CONSTRAINT summary_revision_pkey PRIMARY KEY (visit_id, revision),
  CONSTRAINT summary_revision_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id),
  CONSTRAINT summary_revision_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES summary(visit_id) ON DELETE CASCADE,
  CONSTRAINT summary_revision_revision_check CHECK ((revision >= 1))
);
CREATE INDEX summary_revision_first_idx ON public.summary_revision USING btree (published_at) WHERE (revision = 1);
CREATE TRIGGER sinergi_counts_summary AFTER INSERT OR DELETE OR UPDATE ON public.summary_revision FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
COMMENT ON TABLE summary_revision IS 'What was mailed of a summary; never changed afterwards.';
COMMENT ON COLUMN summary_revision.published_by IS 'Null for one that went out by itself.';

CREATE TABLE trip (
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  guest_unit text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT trip_pkey PRIMARY KEY (id),
  CONSTRAINT trip_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT trip_guest_unit_fkey FOREIGN KEY (guest_unit) REFERENCES unit(code)
);
CREATE INDEX trip_guest_unit_idx ON public.trip USING btree (guest_unit, created_at);
CREATE TRIGGER trip_raises_feeds_delete AFTER DELETE ON public.trip REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_raises_feeds();
CREATE TRIGGER trip_raises_feeds_insert AFTER INSERT ON public.trip REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_raises_feeds();
CREATE TRIGGER trip_raises_feeds_update AFTER UPDATE ON public.trip REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_raises_feeds();
COMMENT ON TABLE trip IS 'A party that sees several hosts on one journey.';

CREATE TABLE trip_leg (
  visit_id uuid NOT NULL,
  trip_id uuid NOT NULL,
  during tstzrange,
  CONSTRAINT trip_leg_pkey PRIMARY KEY (visit_id),
  CONSTRAINT trip_leg_no_overlap EXCLUDE USING gist (trip_id WITH =, during WITH &&),
  CONSTRAINT trip_leg_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip(id) ON DELETE CASCADE,
  CONSTRAINT trip_leg_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX trip_leg_trip_idx ON public.trip_leg USING btree (trip_id);
CREATE TRIGGER trip_leg_raises_feeds_delete AFTER DELETE ON public.trip_leg REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_leg_raises_feeds();
CREATE TRIGGER trip_leg_raises_feeds_insert AFTER INSERT ON public.trip_leg REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_leg_raises_feeds();
CREATE TRIGGER trip_leg_raises_feeds_update AFTER UPDATE ON public.trip_leg REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION trip_leg_raises_feeds();
COMMENT ON TABLE trip_leg IS 'A leg of a trip is a visit of its own.';
COMMENT ON COLUMN trip_leg.during IS 'The time that it takes of the party, kept by a trigger; null once it fell out.';

CREATE TABLE trip_member (
  id uuid NOT NULL,
  trip_id uuid NOT NULL,
  line integer NOT NULL,
  name text NOT NULL,
  office text,
  email text,
  phone text,
  role text NOT NULL,
  "position" text,
  rank text,
  nip text,
  CONSTRAINT trip_member_pkey PRIMARY KEY (id),
  CONSTRAINT trip_member_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip(id) ON DELETE CASCADE,
  CONSTRAINT trip_member_name_check CHECK ((name <> ''::text)),
  CONSTRAINT trip_member_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT trip_member_role_check CHECK ((role = ANY (ARRAY['leader'::text, 'member'::text])))
);
CREATE INDEX trip_member_trip_idx ON public.trip_member USING btree (trip_id);
COMMENT ON TABLE trip_member IS 'The one party that sees all legs of a trip.';
COMMENT ON COLUMN trip_member.line IS 'At which line of the list they stand, from 0.';
COMMENT ON COLUMN trip_member."position" IS 'As what they work, where that is told apart from the office.';
COMMENT ON COLUMN trip_member.rank IS 'Pangkat and golongan, as they were written.';
COMMENT ON COLUMN trip_member.nip IS 'NIP, 18 digits; shown whole on official papers only.';

CREATE TABLE trip_participant (
  participant_id uuid NOT NULL,
  member_id uuid NOT NULL,
  CONSTRAINT trip_participant_pkey PRIMARY KEY (participant_id),
  CONSTRAINT trip_participant_member_id_fkey FOREIGN KEY (member_id) REFERENCES trip_member(id) ON DELETE CASCADE,
  CONSTRAINT trip_participant_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE
);
CREATE INDEX trip_participant_member_idx ON public.trip_participant USING btree (member_id);
COMMENT ON TABLE trip_participant IS 'Which participant of a leg somebody of the party is.';

CREATE TABLE umkm_product (
  id uuid NOT NULL,
  visit_id uuid,
  note_id uuid,
  organisation text NOT NULL,
  name text NOT NULL,
  maker text NOT NULL DEFAULT ''::text,
  price numeric(14,2),
  sold_by text NOT NULL DEFAULT ''::text,
  version integer NOT NULL DEFAULT 1,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT umkm_product_pkey PRIMARY KEY (id),
  CONSTRAINT umkm_product_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT umkm_product_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT umkm_product_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT umkm_product_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  CONSTRAINT umkm_product_maker_check CHECK ((char_length(maker) <= 120)),
  CONSTRAINT umkm_product_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT umkm_product_of_check CHECK ((num_nonnulls(visit_id, note_id) = 1)),
  CONSTRAINT umkm_product_price_check CHECK ((price > (0)::numeric)),
  CONSTRAINT umkm_product_sold_by_check CHECK ((char_length(sold_by) <= 40))
);
CREATE INDEX umkm_product_note_id_idx ON public.umkm_product USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX umkm_product_organisation_idx ON public.umkm_product USING btree (organisation);
CREATE INDEX umkm_product_visit_id_idx ON public.umkm_product USING btree (visit_id) WHERE (visit_id IS NOT NULL);
CREATE INDEX umkm_product_written_by_idx ON public.umkm_product USING btree (written_by);
COMMENT ON TABLE umkm_product IS 'A product of small enterprise that was shown at a visit, or that a practice makes; its makers have no names.';

CREATE TABLE unit (
  code text NOT NULL,
  name text COLLATE indonesian NOT NULL,
  type text,
  subtype text,
  class text,
  place text NOT NULL,
  regional_office text,
  time_zone text NOT NULL,
  area_group text,
  latitude double precision,
  longitude double precision,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  email text,
  phone text,
  address text,
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL DEFAULT 'upt'::text,
  position_confirmed_at timestamp with time zone,
  position_confirmed_by uuid,
  web_page text,
  postcode text,
  opened_on date,
  closed_on date,
  active boolean NOT NULL DEFAULT true,
  successor text,
  heir text NOT NULL,
  CONSTRAINT unit_pkey PRIMARY KEY (code),
  CONSTRAINT unit_heir_fkey FOREIGN KEY (heir) REFERENCES unit(code),
  CONSTRAINT unit_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT unit_successor_fkey FOREIGN KEY (successor) REFERENCES unit(code),
  CONSTRAINT unit_type_fkey FOREIGN KEY (type) REFERENCES unit_type(code),
  CONSTRAINT unit_closed_on_range_check CHECK (((closed_on >= '2000-01-01'::date) AND (closed_on <= '2100-12-31'::date))),
  CONSTRAINT unit_kanwil_code_check CHECK (((kind <> 'kanwil'::text) OR (code = ('kanwil-'::text || regional_office)))),
  CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['upt'::text, 'kanwil'::text, 'directorate'::text, 'partner'::text]))),
  CONSTRAINT unit_kind_region_check CHECK (((kind = ANY (ARRAY['upt'::text, 'kanwil'::text])) = (regional_office IS NOT NULL))),
  CONSTRAINT unit_kind_type_check CHECK (((kind = 'upt'::text) = (type IS NOT NULL))),
  CONSTRAINT unit_life_check CHECK ((((opened_on IS NULL) OR (closed_on IS NULL) OR (opened_on < closed_on)) AND (active OR (closed_on IS NOT NULL)) AND ((successor IS NULL) OR ((closed_on IS NOT NULL) AND (successor <> code))) AND ((heir = code) OR ((NOT active) AND (successor IS NOT NULL))))),
  CONSTRAINT unit_opened_on_range_check CHECK (((opened_on >= '2000-01-01'::date) AND (opened_on <= '2100-12-31'::date))),
  CONSTRAINT unit_position_check CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) OR (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))))),
  CONSTRAINT unit_position_confirmed_check CHECK ((((position_confirmed_by IS NULL) OR (position_confirmed_at IS NOT NULL)) AND ((position_confirmed_at IS NULL) OR (latitude IS NOT NULL)))),
  CONSTRAINT unit_postcode_check CHECK ((postcode ~ '^[0-9]{5}$'::text)),
  CONSTRAINT unit_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);
CREATE INDEX unit_heir_idx ON public.unit USING btree (heir);
CREATE INDEX unit_name_idx ON public.unit USING btree (name, code);
CREATE INDEX unit_name_trgm_idx ON public.unit USING gin (name gin_trgm_ops);
CREATE INDEX unit_regional_office_idx ON public.unit USING btree (regional_office, name, code);
CREATE INDEX unit_successor_idx ON public.unit USING btree (successor) WHERE (successor IS NOT NULL);
CREATE INDEX unit_type_idx ON public.unit USING btree (type, name, code);
CREATE TRIGGER sinergi_counts_heir AFTER UPDATE OF heir ON public.unit FOR EACH ROW WHEN ((old.heir <> new.heir)) EXECUTE FUNCTION sinergi_heir_changed();
CREATE TRIGGER sinergi_counts_offices AFTER UPDATE ON public.unit REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sinergi_offices_changed();
CREATE TRIGGER sinergi_counts_time_zone AFTER UPDATE OF time_zone ON public.unit FOR EACH ROW WHEN ((old.time_zone <> new.time_zone)) EXECUTE FUNCTION sinergi_time_zone_changed();
CREATE TRIGGER unit_heir_trigger BEFORE INSERT ON public.unit FOR EACH ROW EXECUTE FUNCTION unit_own_heir();
CREATE TRIGGER unit_kanwil BEFORE INSERT OR UPDATE ON public.unit FOR EACH ROW WHEN ((new.kind = 'kanwil'::text)) EXECUTE FUNCTION unit_kanwil();
CREATE TRIGGER unit_note_search_trigger AFTER UPDATE OF name, place, aliases, regional_office, type, time_zone ON public.unit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION unit_note_search('code');
CREATE TRIGGER unit_position_trigger BEFORE UPDATE OF latitude, longitude ON public.unit FOR EACH ROW WHEN (((old.latitude IS DISTINCT FROM new.latitude) OR (old.longitude IS DISTINCT FROM new.longitude))) EXECUTE FUNCTION unit_position_unconfirm();
CREATE TRIGGER unit_raises_feeds_delete AFTER DELETE ON public.unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_raises_feeds();
CREATE TRIGGER unit_raises_feeds_insert AFTER INSERT ON public.unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_raises_feeds();
CREATE TRIGGER unit_raises_feeds_update AFTER UPDATE ON public.unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_raises_feeds();
CREATE TRIGGER visit_readers_moved AFTER UPDATE OF regional_office ON public.unit FOR EACH ROW WHEN ((old.regional_office IS DISTINCT FROM new.regional_office)) EXECUTE FUNCTION visit_reader_unit_moved();
COMMENT ON TABLE unit IS 'Organisations that take part in visits: corrections units (UPT), regional offices, directorates, outside partners.';
COMMENT ON COLUMN unit.type IS 'Type of a UPT; null for every other kind.';
COMMENT ON COLUMN unit.subtype IS 'For whom it is, in Indonesian (perempuan, narkotika …); null for everybody.';
COMMENT ON COLUMN unit.class IS 'Class in the ministry''s order (I, IIA …).';
COMMENT ON COLUMN unit.place IS 'Town or district.';
COMMENT ON COLUMN unit.regional_office IS 'Region it belongs to, a Kanwil its own; null for directorates and partners.';
COMMENT ON COLUMN unit.time_zone IS 'Zone of its calendar days and of the visits it hosts (IANA).';
COMMENT ON COLUMN unit.area_group IS 'Neighbouring units that work together, as the regional office groups them.';
COMMENT ON COLUMN unit.latitude IS 'Degrees north (WGS 84).';
COMMENT ON COLUMN unit.longitude IS 'Degrees east (WGS 84).';
COMMENT ON COLUMN unit.aliases IS 'Other names that people look for.';
COMMENT ON COLUMN unit.address IS 'Street and number.';
COMMENT ON COLUMN unit.version IS 'Counts changes of the unit and of how it receives guests.';
COMMENT ON COLUMN unit.kind IS 'What it is; a Kanwil is the one row of its regional office.';
COMMENT ON COLUMN unit.position_confirmed_at IS 'When somebody compared the position with a map; null while it is only about there.';
COMMENT ON COLUMN unit.position_confirmed_by IS 'Person who confirmed it; null where that is not known any more.';
COMMENT ON COLUMN unit.opened_on IS 'First calendar date of its life; null for long ago.';
COMMENT ON COLUMN unit.closed_on IS 'First calendar date on which it is no more; null for one that lives on.';
COMMENT ON COLUMN unit.active IS 'Whether it is a unit today; its closing ends it on its day.';
COMMENT ON COLUMN unit.successor IS 'The unit into which it merges or merged.';
COMMENT ON COLUMN unit.heir IS 'The unit for which it counts today: itself, or the last of those into which it merged.';

CREATE TABLE unit_change (
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  effective_on date NOT NULL,
  regional_office text,
  time_zone text NOT NULL,
  unit text,
  successor text,
  name text COLLATE indonesian,
  type text,
  class text,
  opens jsonb NOT NULL DEFAULT '[]'::jsonb,
  ends_origin boolean NOT NULL DEFAULT false,
  calls_off boolean NOT NULL DEFAULT false,
  moves_people boolean NOT NULL DEFAULT false,
  decree text NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text NOT NULL DEFAULT ''::text,
  done_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT unit_change_pkey PRIMARY KEY (id),
  CONSTRAINT unit_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT unit_change_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT unit_change_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT unit_change_successor_fkey FOREIGN KEY (successor) REFERENCES unit(code),
  CONSTRAINT unit_change_type_fkey FOREIGN KEY (type) REFERENCES unit_type(code),
  CONSTRAINT unit_change_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT unit_change_decided_check CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((state <> ALL (ARRAY['decided'::text, 'refused'::text, 'done'::text])) OR (decided_by IS NOT NULL)) AND ((state <> 'refused'::text) OR (decision_reason <> ''::text)) AND ((state = 'done'::text) = (done_at IS NOT NULL)))),
  CONSTRAINT unit_change_effective_on_range_check CHECK (((effective_on >= '2000-01-01'::date) AND (effective_on <= '2100-12-31'::date))),
  CONSTRAINT unit_change_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'closed'::text, 'merged'::text, 'split'::text, 'renamed'::text]))),
  CONSTRAINT unit_change_parts_check CHECK ((((kind = 'opened'::text) = (unit IS NULL)) AND ((kind = 'merged'::text) = (successor IS NOT NULL)) AND ((kind = 'renamed'::text) = ((name IS NOT NULL) AND (type IS NOT NULL))) AND ((kind = ANY (ARRAY['opened'::text, 'split'::text])) = (opens <> '[]'::jsonb)) AND ((successor IS NULL) OR (successor <> unit)))),
  CONSTRAINT unit_change_region_check CHECK (((regional_office IS NOT NULL) OR (kind = 'closed'::text))),
  CONSTRAINT unit_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'decided'::text, 'refused'::text, 'withdrawn'::text, 'done'::text]))),
  CONSTRAINT unit_change_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);
CREATE INDEX unit_change_decided_by_idx ON public.unit_change USING btree (decided_by);
CREATE INDEX unit_change_due_idx ON public.unit_change USING btree (id) WHERE (state = 'decided'::text);
CREATE INDEX unit_change_list_idx ON public.unit_change USING btree (effective_on, id);
CREATE INDEX unit_change_office_idx ON public.unit_change USING btree (regional_office, effective_on, id);
CREATE UNIQUE INDEX unit_change_pending_key ON public.unit_change USING btree (unit, kind) WHERE (state = ANY (ARRAY['proposed'::text, 'decided'::text]));
CREATE INDEX unit_change_proposed_by_idx ON public.unit_change USING btree (proposed_by);
CREATE INDEX unit_change_successor_idx ON public.unit_change USING btree (successor) WHERE (successor IS NOT NULL);
CREATE INDEX unit_change_type_idx ON public.unit_change USING btree (type) WHERE (type IS NOT NULL);
CREATE INDEX unit_change_unit_idx ON public.unit_change USING btree (unit);
COMMENT ON TABLE unit_change IS 'What becomes of units: opened, closed, merged into another, split, renamed.';
COMMENT ON COLUMN unit_change.effective_on IS 'Calendar date in the unit''s zone from which it holds.';
COMMENT ON COLUMN unit_change.regional_office IS 'The region in which it happens; null where a directorate or a partner closes.';
COMMENT ON COLUMN unit_change.unit IS 'The unit that changes; null for a new one.';
COMMENT ON COLUMN unit_change.name IS 'What it is called from then on, with its type and class.';
COMMENT ON COLUMN unit_change.opens IS 'New units: code, name, type, class, place, regionalOffice, timeZone.';
COMMENT ON COLUMN unit_change.ends_origin IS 'Whether the unit that is split closes.';
COMMENT ON COLUMN unit_change.calls_off IS 'Whether agreed visits from that date on are called off.';
COMMENT ON COLUMN unit_change.moves_people IS 'Whether the accounts of a unit that merges move to the successor.';
COMMENT ON COLUMN unit_change.decree IS 'Number of the decree; empty for none.';

CREATE TABLE unit_name (
  unit text NOT NULL,
  during daterange NOT NULL,
  name text COLLATE indonesian NOT NULL,
  type text,
  class text,
  CONSTRAINT unit_name_pkey PRIMARY KEY (unit, during),
  CONSTRAINT unit_name_no_overlap_excl EXCLUDE USING gist (unit WITH =, during WITH &&),
  CONSTRAINT unit_name_type_fkey FOREIGN KEY (type) REFERENCES unit_type(code),
  CONSTRAINT unit_name_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT unit_name_during_check CHECK (((NOT isempty(during)) AND (NOT (lower_inf(during) AND upper_inf(during)))))
);
CREATE TRIGGER unit_name_note_search_trigger AFTER INSERT OR UPDATE ON public.unit_name FOR EACH ROW EXECUTE FUNCTION unit_note_search('unit');
CREATE TRIGGER unit_name_raises_feeds_delete AFTER DELETE ON public.unit_name REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_name_raises_feeds();
CREATE TRIGGER unit_name_raises_feeds_insert AFTER INSERT ON public.unit_name REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_name_raises_feeds();
CREATE TRIGGER unit_name_raises_feeds_update AFTER UPDATE ON public.unit_name REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION unit_name_raises_feeds();
COMMENT ON TABLE unit_name IS 'What units were or will be called on other days than today; today''s name stands at the unit itself.';
COMMENT ON COLUMN unit_name.during IS 'Calendar dates by the clock of whoever hosts; the last is not itself inside.';
COMMENT ON COLUMN unit_name.class IS 'Class in the ministry''s order (I, IIA …).';

CREATE TABLE unit_type (
  code text NOT NULL,
  name text COLLATE indonesian NOT NULL,
  head text NOT NULL,
  CONSTRAINT unit_type_pkey PRIMARY KEY (code)
);
COMMENT ON TABLE unit_type IS 'Kinds of units: Lapas, Rutan, Bapas …';
COMMENT ON COLUMN unit_type.head IS 'What its head is called.';

CREATE TABLE visit (
  id uuid NOT NULL,
  reference text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  sequence integer NOT NULL DEFAULT 0,
  kind text NOT NULL,
  title text NOT NULL,
  purpose text NOT NULL,
  topics text[] NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  place text NOT NULL,
  contact_name text NOT NULL,
  contact_phone text,
  contact_email text,
  party_size integer NOT NULL,
  request_letter_number text,
  request_letter_date date,
  reply_letter_number text,
  reply_letter_date date,
  assignment_letter_number text,
  assignment_letter_date date,
  proposed_starts_at timestamp with time zone,
  proposed_ends_at timestamp with time zone,
  proposed_by text,
  proposed_at timestamp with time zone,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  submitted_at timestamp with time zone,
  agreed_party integer,
  asked_party integer,
  recorded_by text,
  reviewed_by text[] NOT NULL DEFAULT '{}'::text[],
  disputed_by text,
  disputed_at timestamp with time zone,
  answer_entered_at timestamp with time zone,
  arranged_by text,
  awaits_guest boolean NOT NULL DEFAULT false,
  host_message text NOT NULL DEFAULT ''::text,
  conditions text NOT NULL DEFAULT ''::text,
  mode text NOT NULL DEFAULT 'on-site'::text,
  meeting_link text,
  own_hours int4multirange,
  proposed_own_hours int4multirange,
  CONSTRAINT visit_pkey PRIMARY KEY (id),
  CONSTRAINT visit_reference_key UNIQUE (reference),
  CONSTRAINT visit_arranged_by_fkey FOREIGN KEY (arranged_by) REFERENCES regional_office(code),
  CONSTRAINT visit_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT visit_guest_unit_fkey FOREIGN KEY (guest_unit) REFERENCES unit(code),
  CONSTRAINT visit_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT visit_agreed_party_check CHECK (((agreed_party >= 1) AND (agreed_party <= 1000))),
  CONSTRAINT visit_arranged_check CHECK ((((NOT awaits_guest) OR ((arranged_by IS NOT NULL) AND (state = ANY (ARRAY['arranged'::text, 'counter-proposed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))) AND ((state <> 'arranged'::text) OR (awaits_guest AND (proposed_by IS DISTINCT FROM 'guest'::text))) AND ((arranged_by IS NULL) OR (state <> 'draft'::text)))),
  CONSTRAINT visit_asked_party_check CHECK (((asked_party >= 1) AND (asked_party <= 1000))),
  CONSTRAINT visit_assignment_letter_date_range_check CHECK (((assignment_letter_date >= '2000-01-01'::date) AND (assignment_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_disputed_check CHECK ((((disputed_by IS NULL) = (disputed_at IS NULL)) AND ((disputed_by IS NULL) OR (((recorded_by IS NOT NULL) AND (disputed_by = ANY (ARRAY['guest'::text, 'host'::text])) AND (disputed_by <> recorded_by)) OR ((recorded_by IS NULL) AND (answer_entered_at IS NOT NULL) AND (disputed_by = 'host'::text)))))),
  CONSTRAINT visit_ends_at_range_check CHECK (((ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_kind_check CHECK ((kind = ANY (ARRAY['study-visit'::text, 'working-visit'::text, 'coordination'::text]))),
  CONSTRAINT visit_length_check CHECK (((ends_at <= (starts_at + '336:00:00'::interval)) AND (proposed_ends_at <= (proposed_starts_at + '336:00:00'::interval)))),
  CONSTRAINT visit_longest_check CHECK (((ends_at - starts_at) <= '14 days'::interval)),
  CONSTRAINT visit_longest_proposal_check CHECK (((proposed_ends_at - proposed_starts_at) <= '14 days'::interval)),
  CONSTRAINT visit_meeting_link_check CHECK (((meeting_link ~ '^https://[^[:space:]]+$'::text) AND (length(meeting_link) <= 1000))),
  CONSTRAINT visit_mode_check CHECK ((mode = ANY (ARRAY['on-site'::text, 'online'::text, 'hybrid'::text]))),
  CONSTRAINT visit_own_hours_check CHECK (((own_hours IS NULL) OR ((NOT (lower(own_hours) IS DISTINCT FROM 0)) AND (NOT ((starts_at + ((upper(own_hours))::double precision * '00:01:00'::interval)) IS DISTINCT FROM ends_at)) AND (own_hours <> int4multirange(range_merge(own_hours)))))),
  CONSTRAINT visit_party_size_check CHECK (((party_size >= 1) AND (party_size <= 1000))),
  CONSTRAINT visit_proposal_check CHECK (((num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) = ANY (ARRAY[0, 4])) AND ((proposed_starts_at IS NULL) OR (proposed_starts_at < proposed_ends_at)) AND ((proposed_by IS NULL) OR (proposed_by = ANY (ARRAY['guest'::text, 'host'::text]))) AND ((state <> 'counter-proposed'::text) OR (proposed_at IS NOT NULL)))),
  CONSTRAINT visit_proposed_ends_at_range_check CHECK (((proposed_ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (proposed_ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_proposed_own_hours_check CHECK (((proposed_own_hours IS NULL) OR ((proposed_starts_at IS NOT NULL) AND (NOT (lower(proposed_own_hours) IS DISTINCT FROM 0)) AND (NOT ((proposed_starts_at + ((upper(proposed_own_hours))::double precision * '00:01:00'::interval)) IS DISTINCT FROM proposed_ends_at)) AND (proposed_own_hours <> int4multirange(range_merge(proposed_own_hours)))))),
  CONSTRAINT visit_proposed_starts_at_range_check CHECK (((proposed_starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (proposed_starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_recorded_check CHECK (((recorded_by IS NULL) OR ((recorded_by = ANY (ARRAY['guest'::text, 'host'::text, 'regional'::text])) AND (state = ANY (ARRAY['confirmed'::text, 'held'::text, 'closed'::text, 'withdrawn'::text, 'cancelled'::text, 'not-held'::text]))))),
  CONSTRAINT visit_recorded_since_check CHECK (((recorded_by IS NULL) OR (starts_at >= '2014-12-31 15:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_reply_letter_date_range_check CHECK (((reply_letter_date >= '2000-01-01'::date) AND (reply_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_request_letter_date_range_check CHECK (((request_letter_date >= '2000-01-01'::date) AND (request_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_reviewed_check CHECK (((reviewed_by <@ ARRAY['guest'::text, 'host'::text]) AND ((recorded_by IS NOT NULL) OR (answer_entered_at IS NOT NULL) OR (reviewed_by = '{}'::text[])))),
  CONSTRAINT visit_starts_at_range_check CHECK (((starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'arranged'::text, 'requested'::text, 'counter-proposed'::text, 'confirmed'::text, 'held'::text, 'closed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'cancelled'::text, 'not-held'::text]))),
  CONSTRAINT visit_submitted_check CHECK (
CASE state
    WHEN 'draft'::text THEN (submitted_at IS NULL)
    WHEN 'withdrawn'::text THEN true
    ELSE (submitted_at IS NOT NULL)
END),
  CONSTRAINT visit_times_check CHECK ((starts_at < ends_at)),
  CONSTRAINT visit_units_check CHECK ((guest_unit <> host_unit))
);
CREATE INDEX visit_answer_entered_idx ON public.visit USING btree (answer_entered_at) WHERE (answer_entered_at IS NOT NULL);
CREATE INDEX visit_arranged_by_idx ON public.visit USING btree (arranged_by, starts_at) WHERE (arranged_by IS NOT NULL);
CREATE INDEX visit_asked_party_idx ON public.visit USING btree (host_unit) WHERE (asked_party IS NOT NULL);
CREATE INDEX visit_contact_idx ON public.visit USING btree (lower(contact_email)) WHERE (contact_email IS NOT NULL);
CREATE INDEX visit_created_by_idx ON public.visit USING btree (created_by, state);
CREATE INDEX visit_disputed_idx ON public.visit USING btree (disputed_at) WHERE (disputed_at IS NOT NULL);
CREATE INDEX visit_ended_idx ON public.visit USING btree (ends_at) WHERE (state = ANY (ARRAY['confirmed'::text, 'held'::text]));
CREATE INDEX visit_guest_state_idx ON public.visit USING btree (guest_unit, state, changed_at);
CREATE INDEX visit_guest_unit_idx ON public.visit USING btree (guest_unit, starts_at, id);
CREATE INDEX visit_host_state_idx ON public.visit USING btree (host_unit, state, changed_at);
CREATE INDEX visit_host_unit_idx ON public.visit USING btree (host_unit, starts_at, id);
CREATE INDEX visit_matter_idx ON public.visit USING gin (matter_of(topics, VARIADIC ARRAY[title, purpose]) gin_trgm_ops);
CREATE INDEX visit_proposed_idx ON public.visit USING btree (proposed_starts_at) WHERE (proposed_starts_at IS NOT NULL);
CREATE INDEX visit_recorded_idx ON public.visit USING btree (created_at) WHERE (recorded_by IS NOT NULL);
CREATE INDEX visit_starts_at_idx ON public.visit USING btree (starts_at, id, ends_at);
CREATE INDEX visit_state_idx ON public.visit USING btree (state, starts_at, id, ends_at);
CREATE INDEX visit_words_idx ON public.visit USING gin (title gin_trgm_ops, reference gin_trgm_ops);
CREATE TRIGGER hosted_visits_changed AFTER UPDATE OF state, host_unit ON public.visit FOR EACH ROW WHEN ((((old.state = ANY (ARRAY['held'::text, 'closed'::text])) OR (new.state = ANY (ARRAY['held'::text, 'closed'::text]))) AND ((old.host_unit <> new.host_unit) OR ((old.state = ANY (ARRAY['held'::text, 'closed'::text])) <> (new.state = ANY (ARRAY['held'::text, 'closed'::text])))))) EXECUTE FUNCTION hosted_visits_of_visit();
CREATE TRIGGER hosted_visits_forgotten BEFORE DELETE ON public.visit FOR EACH ROW WHEN ((old.state = ANY (ARRAY['held'::text, 'closed'::text]))) EXECUTE FUNCTION hosted_visits_of_visit();
CREATE TRIGGER hosted_visits_written AFTER INSERT ON public.visit FOR EACH ROW WHEN ((new.state = ANY (ARRAY['held'::text, 'closed'::text]))) EXECUTE FUNCTION hosted_visits_of_visit();
CREATE TRIGGER sinergi_counts_changed_visit AFTER UPDATE ON public.visit FOR EACH ROW WHEN ((((((old.state IS DISTINCT FROM new.state) OR (old.starts_at IS DISTINCT FROM new.starts_at)) OR (old.ends_at IS DISTINCT FROM new.ends_at)) OR (old.guest_unit IS DISTINCT FROM new.guest_unit)) OR (old.host_unit IS DISTINCT FROM new.host_unit))) EXECUTE FUNCTION sinergi_visit_changed();
CREATE TRIGGER sinergi_counts_disputed_visit AFTER UPDATE OF disputed_at ON public.visit FOR EACH ROW WHEN ((old.disputed_at IS DISTINCT FROM new.disputed_at)) EXECUTE FUNCTION sinergi_visit_changed();
CREATE TRIGGER sinergi_counts_visit AFTER INSERT OR DELETE ON public.visit FOR EACH ROW EXECUTE FUNCTION sinergi_visit_changed();
CREATE TRIGGER trip_leg_time AFTER UPDATE OF state, starts_at, ends_at ON public.visit FOR EACH ROW EXECUTE FUNCTION follow_leg_time();
CREATE CONSTRAINT TRIGGER visit_around_agenda AFTER UPDATE OF starts_at, ends_at, own_hours ON public.visit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.starts_at <> new.starts_at) OR (old.ends_at <> new.ends_at) OR (old.own_hours IS DISTINCT FROM new.own_hours))) EXECUTE FUNCTION agenda_stays_inside_visit();
CREATE TRIGGER visit_leads_guests AFTER INSERT OR UPDATE OF guest_unit, host_unit ON public.visit FOR EACH ROW EXECUTE FUNCTION visit_leads_guests();
CREATE TRIGGER visit_parties BEFORE INSERT OR UPDATE OF guest_unit, host_unit ON public.visit FOR EACH ROW EXECUTE FUNCTION visit_parties();
CREATE TRIGGER visit_raises_feeds_delete AFTER DELETE ON public.visit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_raises_feeds();
CREATE TRIGGER visit_raises_feeds_insert AFTER INSERT ON public.visit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_raises_feeds();
CREATE TRIGGER visit_raises_feeds_update AFTER UPDATE ON public.visit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_raises_feeds();
CREATE TRIGGER visit_readers_changed AFTER UPDATE ON public.visit FOR EACH ROW WHEN (((old.guest_unit <> new.guest_unit) OR (old.host_unit <> new.host_unit) OR (old.starts_at <> new.starts_at) OR (old.state <> new.state) OR ((old.submitted_at IS NULL) <> (new.submitted_at IS NULL)))) EXECUTE FUNCTION visit_reader_changed();
CREATE TRIGGER visit_readers_written AFTER INSERT ON public.visit REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_written();
CREATE TRIGGER visit_submission BEFORE INSERT OR UPDATE OF state, submitted_at ON public.visit FOR EACH ROW EXECUTE FUNCTION visit_keeps_submission();
COMMENT ON TABLE visit IS 'Visits of one unit at another. One is withdrawn or cancelled and never deleted.';
COMMENT ON COLUMN visit.reference IS 'Number that people quote.';
COMMENT ON COLUMN visit.version IS 'Counts changes, so that a save on an old state is refused.';
COMMENT ON COLUMN visit.sequence IS 'SEQUENCE of its calendar event (RFC 5545).';
COMMENT ON COLUMN visit.starts_at IS 'Instant; days and hours are told by the host''s zone.';
COMMENT ON COLUMN visit.place IS 'Where at the host; empty for the host itself.';
COMMENT ON COLUMN visit.party_size IS 'How many guests come, named or not.';
COMMENT ON COLUMN visit.proposed_starts_at IS 'Begin of the time that one side offers instead; the four stand together.';
COMMENT ON COLUMN visit.submitted_at IS 'When the host first got it; null for one that was never sent. A trigger keeps it.';
COMMENT ON COLUMN visit.recorded_by IS 'The side that entered it, where it was agreed upon elsewhere.';
COMMENT ON COLUMN visit.reviewed_by IS 'The units that said whether it is right as it was entered.';
COMMENT ON COLUMN visit.disputed_by IS 'The unit whose objection to what was entered stands; it counts nowhere.';
COMMENT ON COLUMN visit.answer_entered_at IS 'When the guest entered an answer of the host that came by letter or telephone; null once the host itself answered.';
COMMENT ON COLUMN visit.arranged_by IS 'The regional office that arranged it; null where its guest asked for it.';
COMMENT ON COLUMN visit.awaits_guest IS 'Whether its guest has yet to say yes to what the regional office arranged.';
COMMENT ON COLUMN visit.host_message IS 'What the host says to its guests.';
COMMENT ON COLUMN visit.conditions IS 'What the host asks of its guests: clothes, papers, what stays outside.';
COMMENT ON COLUMN visit.mode IS 'How guests and host meet: at the host, by video, or some by video. An online visit has no place.';
COMMENT ON COLUMN visit.meeting_link IS 'Address of the meeting, https only; kept, but told to nobody, while the visit is on site. Known to its units, their regional offices and its participants alone.';

CREATE TABLE visit_album (
  visit_id uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT visit_album_pkey PRIMARY KEY (visit_id),
  CONSTRAINT visit_album_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_album_version_check CHECK ((version > 0))
);
COMMENT ON TABLE visit_album IS 'The version of a visit''s album: raised when photos are described, ordered, chosen, blurred or removed.';

CREATE TABLE visit_approval (
  visit_id uuid NOT NULL,
  regional_office text NOT NULL,
  approved_by uuid NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  during tstzrange NOT NULL,
  CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office, during),
  CONSTRAINT visit_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id),
  CONSTRAINT visit_approval_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT visit_approval_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_approval_during_check CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
);
COMMENT ON TABLE visit_approval IS 'Approvals of visits by regional offices.';

CREATE TABLE visit_entry (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  author uuid NOT NULL,
  author_unit text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  photo bytea,
  thumbnail bytea,
  width integer,
  height integer,
  cleared boolean NOT NULL DEFAULT false,
  head_cleared_by uuid,
  head_cleared_at timestamp with time zone,
  entered_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  removed_at timestamp with time zone,
  late boolean NOT NULL DEFAULT false,
  "position" integer,
  chosen boolean NOT NULL DEFAULT false,
  blurs integer NOT NULL DEFAULT 0,
  CONSTRAINT visit_entry_pkey PRIMARY KEY (id),
  CONSTRAINT visit_entry_visit_id_id_key UNIQUE (visit_id, id),
  CONSTRAINT visit_entry_author_fkey FOREIGN KEY (author) REFERENCES person(id),
  CONSTRAINT visit_entry_author_unit_fkey FOREIGN KEY (author_unit) REFERENCES unit(code),
  CONSTRAINT visit_entry_head_cleared_by_fkey FOREIGN KEY (head_cleared_by) REFERENCES person(id),
  CONSTRAINT visit_entry_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_entry_blurs_check CHECK (((blurs >= 0) AND ((blurs = 0) OR (kind = 'photo'::text)))),
  CONSTRAINT visit_entry_chosen_check CHECK (((NOT chosen) OR ((kind = 'photo'::text) AND (removed_at IS NULL)))),
  CONSTRAINT visit_entry_content_check CHECK (
CASE
    WHEN (removed_at IS NOT NULL) THEN ((text = ''::text) AND (photo IS NULL) AND (thumbnail IS NULL))
    WHEN (kind = 'note'::text) THEN ((text <> ''::text) AND (photo IS NULL) AND (thumbnail IS NULL))
    ELSE ((photo IS NOT NULL) AND (thumbnail IS NOT NULL) AND (width > 0) AND (height > 0))
END),
  CONSTRAINT visit_entry_entered_at_range_check CHECK (((entered_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (entered_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_entry_entered_check CHECK ((entered_at <= received_at)),
  CONSTRAINT visit_entry_head_cleared_check CHECK ((((head_cleared_by IS NULL) = (head_cleared_at IS NULL)) AND ((head_cleared_by IS NULL) OR cleared))),
  CONSTRAINT visit_entry_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'photo'::text]))),
  CONSTRAINT visit_entry_photo_check CHECK ((octet_length(photo) <= 4194304)),
  CONSTRAINT visit_entry_position_check CHECK ((("position" IS NULL) OR (("position" > 0) AND (kind = 'photo'::text)))),
  CONSTRAINT visit_entry_text_check CHECK ((char_length(text) <= 4000))
);
CREATE INDEX visit_entry_uncleared_idx ON public.visit_entry USING btree (received_at) WHERE ((kind = 'photo'::text) AND (NOT cleared) AND (removed_at IS NULL));
CREATE INDEX visit_entry_visit_id_idx ON public.visit_entry USING btree (visit_id, entered_at);
COMMENT ON TABLE visit_entry IS 'Notes and photos of the day of a visit.';
COMMENT ON COLUMN visit_entry.id IS 'Made by the device, so that what it sends again is stored once.';
COMMENT ON COLUMN visit_entry.author_unit IS 'Unit of the author at that time.';
COMMENT ON COLUMN visit_entry.text IS 'The note, or what the photo shows.';
COMMENT ON COLUMN visit_entry.width IS 'Pixels of the photo.';
COMMENT ON COLUMN visit_entry.cleared IS 'Whether its author says that others may see the photo.';
COMMENT ON COLUMN visit_entry.head_cleared_by IS 'Head of the host who said so too, as at an LPKA it takes.';
COMMENT ON COLUMN visit_entry.entered_at IS 'By the device''s clock, no later than it was received.';
COMMENT ON COLUMN visit_entry.removed_at IS 'What it said is forgotten then; its id stays.';
COMMENT ON COLUMN visit_entry."position" IS 'Place in the album once somebody put its photos in order; those without one follow by time.';
COMMENT ON COLUMN visit_entry.chosen IS 'Whether the photo goes on into report, summary, press text and note; the first of them is the cover.';
COMMENT ON COLUMN visit_entry.blurs IS 'How often parts of the photo were blurred: the version of its picture.';

CREATE TABLE visit_file (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  stored text,
  CONSTRAINT visit_file_pkey PRIMARY KEY (id),
  CONSTRAINT visit_file_content_key UNIQUE (visit_id, sha256),
  CONSTRAINT visit_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT visit_file_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file(sha256),
  CONSTRAINT visit_file_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT visit_file_size_check CHECK ((((size >= 1) AND (size <= 20971520)) AND ((content IS NULL) OR (size = octet_length(content))))),
  CONSTRAINT visit_file_stored_check CHECK (((num_nonnulls(content, stored) = 1) AND ((stored IS NULL) OR (stored = sha256))))
);
CREATE INDEX visit_file_stored_idx ON public.visit_file USING btree (stored) WHERE (stored IS NOT NULL);
CREATE INDEX visit_file_unmoved_idx ON public.visit_file USING btree (id) WHERE (content IS NOT NULL);
CREATE TRIGGER visit_file_holds AFTER INSERT OR DELETE OR UPDATE OF stored ON public.visit_file FOR EACH ROW EXECUTE FUNCTION count_file_holders();
COMMENT ON TABLE visit_file IS 'Documents of a visit; one is kept once a visit.';
COMMENT ON COLUMN visit_file.size IS 'Bytes.';
COMMENT ON COLUMN visit_file.sha256 IS 'Of the content, in hex.';
COMMENT ON COLUMN visit_file.content IS 'Of a document that was not moved to the store of files yet.';
COMMENT ON COLUMN visit_file.stored IS 'The object that holds its bytes.';

CREATE TABLE visit_guest (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  organisation text NOT NULL,
  is_leading boolean NOT NULL DEFAULT false,
  answer text NOT NULL,
  asked_by uuid,
  asked_at timestamp with time zone NOT NULL,
  due_on date,
  message text NOT NULL DEFAULT ''::text,
  answered_by uuid,
  answered_at timestamp with time zone,
  reason text NOT NULL DEFAULT ''::text,
  party_size integer,
  reminded_at timestamp with time zone,
  CONSTRAINT visit_guest_pkey PRIMARY KEY (id),
  CONSTRAINT visit_guest_visit_id_organisation_key UNIQUE (visit_id, organisation),
  CONSTRAINT visit_guest_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  CONSTRAINT visit_guest_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT visit_guest_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit(code),
  CONSTRAINT visit_guest_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_guest_answer_check CHECK ((answer = ANY (ARRAY['asked'::text, 'joined'::text, 'declined'::text, 'left'::text, 'lapsed'::text, 'taken-back'::text, 'ended'::text]))),
  CONSTRAINT visit_guest_due_check CHECK (((answer <> 'asked'::text) OR (due_on IS NOT NULL))),
  CONSTRAINT visit_guest_due_on_range_check CHECK (((due_on >= '2000-01-01'::date) AND (due_on <= '2100-12-31'::date))),
  CONSTRAINT visit_guest_leading_check CHECK (((NOT is_leading) OR (answer = 'joined'::text))),
  CONSTRAINT visit_guest_party_size_check CHECK (((party_size >= 1) AND (party_size <= 1000)))
);
CREATE INDEX visit_guest_due_idx ON public.visit_guest USING btree (due_on) WHERE (answer = 'asked'::text);
CREATE INDEX visit_guest_joined_idx ON public.visit_guest USING btree (visit_id, organisation) WHERE (NOT is_leading);
CREATE UNIQUE INDEX visit_guest_leading_key ON public.visit_guest USING btree (visit_id) WHERE is_leading;
CREATE INDEX visit_guest_organisation_idx ON public.visit_guest USING btree (organisation, visit_id);
CREATE TRIGGER sinergi_counts_guest AFTER INSERT OR DELETE OR UPDATE ON public.visit_guest FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
CREATE TRIGGER visit_guest_leads BEFORE INSERT OR UPDATE ON public.visit_guest FOR EACH ROW EXECUTE FUNCTION visit_guest_leads();
CREATE TRIGGER visit_guest_raises_feeds_delete AFTER DELETE ON public.visit_guest REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_guest_raises_feeds();
CREATE TRIGGER visit_guest_raises_feeds_insert AFTER INSERT ON public.visit_guest REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_guest_raises_feeds();
CREATE TRIGGER visit_guest_raises_feeds_update AFTER UPDATE ON public.visit_guest REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_guest_raises_feeds();
CREATE TRIGGER visit_readers_answered AFTER UPDATE ON public.visit_guest FOR EACH ROW WHEN (((old.visit_id <> new.visit_id) OR (old.organisation <> new.organisation) OR (old.is_leading <> new.is_leading) OR (old.answer <> new.answer))) EXECUTE FUNCTION visit_reader_part_changed();
CREATE TRIGGER visit_readers_joined AFTER INSERT ON public.visit_guest REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_written();
CREATE TRIGGER visit_readers_left AFTER DELETE ON public.visit_guest REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_removed();
COMMENT ON TABLE visit_guest IS 'The organisations that visit together, and those that were asked to.';
COMMENT ON COLUMN visit_guest.is_leading IS 'Whether it is the visit''s guest_unit, which asks and is answered; triggers keep it.';
COMMENT ON COLUMN visit_guest.due_on IS 'Last day on which it can answer, by its own calendar; null where nobody was asked.';
COMMENT ON COLUMN visit_guest.message IS 'What whoever asked wrote beside it.';
COMMENT ON COLUMN visit_guest.reason IS 'What was written with the last answer.';
COMMENT ON COLUMN visit_guest.party_size IS 'Size of its part of the party, as it was given; null for the leading guest, whose part is the visit''s party_size.';

CREATE TABLE visit_history (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  side text,
  came_by text,
  changes jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT visit_history_pkey PRIMARY KEY (id),
  CONSTRAINT visit_history_version_key UNIQUE (visit_id, version),
  CONSTRAINT visit_history_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  CONSTRAINT visit_history_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_history_came_by_check CHECK ((came_by = ANY (ARRAY['link'::text, 'regional'::text, 'letter'::text, 'telephone'::text]))),
  CONSTRAINT visit_history_changes_check CHECK ((jsonb_typeof(changes) = 'array'::text)),
  CONSTRAINT visit_history_side_check CHECK ((side = ANY (ARRAY['guest'::text, 'host'::text, 'joined'::text, 'regional'::text, 'system'::text])))
);
CREATE INDEX visit_history_accepted_idx ON public.visit_history USING btree (actor_id, visit_id) WHERE ((action = 'accept'::text) AND (side = 'host'::text));
CREATE INDEX visit_history_at_idx ON public.visit_history USING btree (at);
CREATE TRIGGER sinergi_counts_changed_step AFTER DELETE OR UPDATE OF action, at, side ON public.visit_history FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
CREATE TRIGGER sinergi_counts_step AFTER INSERT ON public.visit_history FOR EACH ROW WHEN ((new.action = ANY (ARRAY['submit'::text, 'arrange'::text, 'accept'::text, 'decline'::text, 'propose'::text]))) EXECUTE FUNCTION sinergi_part_changed();
COMMENT ON TABLE visit_history IS 'Who did what with a visit, when and why.';
COMMENT ON COLUMN visit_history.version IS 'Version of the visit that the step made.';
COMMENT ON COLUMN visit_history.actor_id IS 'Null for the system itself.';
COMMENT ON COLUMN visit_history.actor_name IS 'Name at that time.';
COMMENT ON COLUMN visit_history.from_state IS 'Null for the step that made the visit.';
COMMENT ON COLUMN visit_history.side IS 'For whom it was done; null for participants who act for themselves.';
COMMENT ON COLUMN visit_history.came_by IS 'How an answer of the host came, where its own people did not give it by an account.';
COMMENT ON COLUMN visit_history.changes IS 'The fields that changed, with what stood before and what stands after; of contact data only the field.';

CREATE TABLE visit_idempotency_key (
  person_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  visit_id uuid NOT NULL,
  CONSTRAINT visit_idempotency_key_pkey PRIMARY KEY (person_id, key),
  CONSTRAINT visit_idempotency_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT visit_idempotency_key_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX visit_idempotency_key_visit_idx ON public.visit_idempotency_key USING btree (visit_id);
COMMENT ON TABLE visit_idempotency_key IS 'Keys with which requests were sent, so that one sent again makes no second visit.';
COMMENT ON COLUMN visit_idempotency_key.request_hash IS 'SHA-256 of the request, in hex: a key serves one request alone.';

CREATE TABLE visit_number (
  prefix text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT visit_number_pkey PRIMARY KEY (prefix, year)
);
COMMENT ON TABLE visit_number IS 'The last number set aside in a year, by what references of visits begin with.';

CREATE TABLE visit_number_free (
  prefix text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  CONSTRAINT visit_number_free_pkey PRIMARY KEY (prefix, year, number),
  CONSTRAINT visit_number_free_number_check CHECK ((number > 0))
);
COMMENT ON TABLE visit_number_free IS 'Numbers set aside for visits of a year and not given yet.';

CREATE TABLE visit_participant (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  person_id uuid,
  name text COLLATE indonesian NOT NULL,
  office text,
  email text,
  phone text,
  contact_written_by text,
  side text NOT NULL,
  role text NOT NULL,
  answer text NOT NULL DEFAULT 'needs-action'::text,
  answered_at timestamp with time zone,
  attendance text,
  attendance_by uuid,
  attendance_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  heard_at timestamp with time zone,
  heard_from text,
  attendance_entry uuid,
  attendance_late_at timestamp with time zone,
  brought_by text,
  nip text,
  rank text,
  "position" text,
  represented_by text,
  walk_in text,
  attendance_own boolean NOT NULL DEFAULT false,
  CONSTRAINT visit_participant_pkey PRIMARY KEY (id),
  CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email, name),
  CONSTRAINT visit_participant_attendance_by_fkey FOREIGN KEY (attendance_by) REFERENCES person(id),
  CONSTRAINT visit_participant_brought_by_fkey FOREIGN KEY (visit_id, brought_by) REFERENCES visit_guest(visit_id, organisation) ON UPDATE CASCADE,
  CONSTRAINT visit_participant_contact_written_by_fkey FOREIGN KEY (contact_written_by) REFERENCES unit(code),
  CONSTRAINT visit_participant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT visit_participant_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_participant_answer_check CHECK ((answer = ANY (ARRAY['needs-action'::text, 'accepted'::text, 'tentative'::text, 'declined'::text]))),
  CONSTRAINT visit_participant_attendance_check CHECK ((((attendance IS NULL) = (attendance_at IS NULL)) AND ((attendance IS NULL) OR (attendance = ANY (ARRAY['present'::text, 'late'::text, 'excused'::text, 'absent'::text, 'represented'::text]))))),
  CONSTRAINT visit_participant_attendance_late_check CHECK ((attendance_at <= attendance_late_at)),
  CONSTRAINT visit_participant_attendance_own_check CHECK (((NOT attendance_own) OR ((attendance IS NOT NULL) AND (attendance_by IS NULL)))),
  CONSTRAINT visit_participant_brought_by_check CHECK (((brought_by IS NULL) OR (side = 'guest'::text))),
  CONSTRAINT visit_participant_email_check CHECK ((email = lower(email))),
  CONSTRAINT visit_participant_heard_at_range_check CHECK (((heard_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (heard_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_participant_heard_check CHECK (((answer = 'needs-action'::text) OR ((answered_at IS NOT NULL) AND (heard_at IS NOT NULL) AND (heard_from IS NOT NULL)))),
  CONSTRAINT visit_participant_heard_from_check CHECK ((heard_from = ANY (ARRAY['link'::text, 'officer'::text, 'mail'::text]))),
  CONSTRAINT visit_participant_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT visit_participant_represented_by_check CHECK ((((represented_by IS NOT NULL) = (NOT (attendance IS DISTINCT FROM 'represented'::text))) AND (represented_by <> ''::text))),
  CONSTRAINT visit_participant_role_check CHECK ((role = ANY (ARRAY['leader'::text, 'member'::text, 'speaker'::text, 'minute-taker'::text, 'observer'::text]))),
  CONSTRAINT visit_participant_side_check CHECK ((side = ANY (ARRAY['guest'::text, 'host'::text, 'invited'::text]))),
  CONSTRAINT visit_participant_walk_in_check CHECK ((walk_in = ANY (ARRAY['waits'::text, 'seen'::text])))
);
CREATE INDEX visit_participant_brought_by_idx ON public.visit_participant USING btree (visit_id, brought_by);
CREATE INDEX visit_participant_contact_written_by_idx ON public.visit_participant USING btree (contact_written_by) WHERE (contact_written_by IS NOT NULL);
CREATE INDEX visit_participant_email_idx ON public.visit_participant USING btree (email) WHERE (email IS NOT NULL);
CREATE INDEX visit_participant_person_idx ON public.visit_participant USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE TRIGGER visit_participant_raises_feeds_delete AFTER DELETE ON public.visit_participant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_participant_raises_feeds();
CREATE TRIGGER visit_participant_raises_feeds_insert AFTER INSERT ON public.visit_participant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_participant_raises_feeds();
CREATE TRIGGER visit_participant_raises_feeds_update AFTER UPDATE ON public.visit_participant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_participant_raises_feeds();
CREATE TRIGGER visit_readers_named AFTER INSERT ON public.visit_participant REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_named();
CREATE TRIGGER visit_readers_readdressed AFTER UPDATE ON public.visit_participant FOR EACH ROW WHEN (((old.visit_id <> new.visit_id) OR (old.email IS DISTINCT FROM new.email))) EXECUTE FUNCTION visit_reader_part_changed();
CREATE TRIGGER visit_readers_removed AFTER DELETE ON public.visit_participant REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_unnamed();
COMMENT ON TABLE visit_participant IS 'People who take part in a visit, with or without an account.';
COMMENT ON COLUMN visit_participant.person_id IS 'Their account; null for somebody without one.';
COMMENT ON COLUMN visit_participant.office IS 'Where they work and as what, as it was written.';
COMMENT ON COLUMN visit_participant.contact_written_by IS 'Unit whose people wrote address and telephone down, and may go on seeing them; null when they came from the account.';
COMMENT ON COLUMN visit_participant.answer IS 'PARTSTAT of their calendar (RFC 5545), in lower case.';
COMMENT ON COLUMN visit_participant.attendance IS 'Whether they were there; null until somebody says so.';
COMMENT ON COLUMN visit_participant.heard_at IS 'When the last word that counts was said.';
COMMENT ON COLUMN visit_participant.heard_from IS 'By which way it came.';
COMMENT ON COLUMN visit_participant.brought_by IS 'The joined guest in whose part of the party they come; null for the leading guest''s and for all others.';
COMMENT ON COLUMN visit_participant.nip IS 'NIP, 18 digits; shown whole on official papers only.';
COMMENT ON COLUMN visit_participant.rank IS 'Pangkat and golongan, as they were written.';
COMMENT ON COLUMN visit_participant."position" IS 'As what they work, where that is told apart from the office.';
COMMENT ON COLUMN visit_participant.represented_by IS 'Who came instead, by name.';
COMMENT ON COLUMN visit_participant.walk_in IS 'Whether an officer has yet to look at somebody who came unasked; null for all others.';
COMMENT ON COLUMN visit_participant.attendance_own IS 'Whether the attendance was said in person at the door.';

CREATE TABLE visit_photo_original (
  entry_id uuid NOT NULL,
  content bytea NOT NULL,
  sha256 text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  CONSTRAINT visit_photo_original_pkey PRIMARY KEY (entry_id),
  CONSTRAINT visit_photo_original_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES visit_entry(id) ON DELETE CASCADE,
  CONSTRAINT visit_photo_original_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760))),
  CONSTRAINT visit_photo_original_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT visit_photo_original_size_check CHECK (((width > 0) AND (height > 0)))
);
COMMENT ON TABLE visit_photo_original IS 'Photos as large as they came, as JPEG, upright and without what the camera wrote into them.';

CREATE TABLE visit_program (
  visit_id uuid NOT NULL,
  program text NOT NULL,
  CONSTRAINT visit_program_pkey PRIMARY KEY (visit_id, program),
  CONSTRAINT visit_program_program_fkey FOREIGN KEY (program) REFERENCES program(code),
  CONSTRAINT visit_program_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX visit_program_program_idx ON public.visit_program USING btree (program);
CREATE TRIGGER hosted_visits_given_programs AFTER INSERT ON public.visit_program REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION hosted_visits_of_program('1');
CREATE TRIGGER hosted_visits_taken_programs AFTER DELETE ON public.visit_program REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION hosted_visits_of_program('-1');
CREATE TRIGGER sinergi_counts_visit_program AFTER INSERT OR DELETE OR UPDATE ON public.visit_program FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
CREATE TRIGGER visit_program_raises_feeds_delete AFTER DELETE ON public.visit_program REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_program_raises_feeds();
CREATE TRIGGER visit_program_raises_feeds_insert AFTER INSERT ON public.visit_program REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_program_raises_feeds();
CREATE TRIGGER visit_program_raises_feeds_update AFTER UPDATE ON public.visit_program REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION visit_program_raises_feeds();
COMMENT ON TABLE visit_program IS 'Programs that a visit is about.';

CREATE TABLE visit_reader (
  visit_id uuid NOT NULL,
  reader text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  CONSTRAINT visit_reader_pkey PRIMARY KEY (visit_id, reader),
  CONSTRAINT visit_reader_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_reader_reader_check CHECK ((reader ~ '^(unit|office|asked|mail):.'::text))
);
CREATE INDEX visit_reader_starts_at_idx ON public.visit_reader USING btree (reader, starts_at, visit_id);
CREATE INDEX visit_reader_state_idx ON public.visit_reader USING btree (reader, state, starts_at, visit_id);
CREATE TRIGGER follow_up_readers_named AFTER INSERT ON public.visit_reader REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_up_reader_named();
COMMENT ON TABLE visit_reader IS 'Who reads a visit in lists; triggers keep it. Who reads everything is not named.';
COMMENT ON COLUMN visit_reader.reader IS 'unit:, office: or asked: and a code, or mail: and the address of a participant.';
COMMENT ON COLUMN visit_reader.starts_at IS 'Of the visit, so that its readers find it in order.';
COMMENT ON COLUMN visit_reader.state IS 'Of the visit, so that its readers find it among those in one state.';

CREATE TABLE walk_in_contact (
  participant_id uuid NOT NULL,
  device text NOT NULL,
  email text,
  phone text,
  came_at timestamp with time zone NOT NULL,
  CONSTRAINT walk_in_contact_pkey PRIMARY KEY (participant_id),
  CONSTRAINT walk_in_contact_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT walk_in_contact_email_check CHECK ((email = lower(email))),
  CONSTRAINT walk_in_contact_reached_check CHECK (((email IS NOT NULL) OR (phone IS NOT NULL)))
);
CREATE INDEX walk_in_contact_device_idx ON public.walk_in_contact USING btree (device);
COMMENT ON TABLE walk_in_contact IS 'How somebody who came unasked is reached, until an officer has looked.';

CREATE TABLE weekly_digest (
  regional_office text NOT NULL,
  monday text NOT NULL,
  CONSTRAINT weekly_digest_pkey PRIMARY KEY (regional_office, monday),
  CONSTRAINT weekly_digest_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT weekly_digest_monday_check CHECK ((monday ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
);
COMMENT ON TABLE weekly_digest IS 'Weeks whose digest was made, so that one of a day on which no server ran is made up for, once.';

CREATE VIEW account_address AS
 SELECT email
   FROM person p
  WHERE (suspended_at IS NULL);
COMMENT ON VIEW account_address IS 'Addresses of those who can open pages that need an account.';

CREATE VIEW closed_address AS
 SELECT email
   FROM person p
  WHERE ((suspended_at IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM unit u
          WHERE (lower(u.email) = p.email)))) AND (NOT (EXISTS ( SELECT
           FROM regional_office o
          WHERE (lower(o.email) = p.email)))));
COMMENT ON VIEW closed_address IS 'Addresses that nothing is mailed to: those of suspended accounts, unless an office is reached there, too.';

CREATE VIEW sinergi_count AS
 SELECT sinergi_figure.cube,
    sinergi_figure.month,
    sinergi_figure.guest_unit,
    sinergi_figure.host_unit,
    sinergi_figure.mark,
    sinergi_figure.unit,
    sinergi_figure.hours,
    sinergi_figure.due_on,
    sinergi_figure.ends_at,
    sinergi_figure.program,
    sinergi_figure.count
   FROM sinergi_figure
UNION ALL
 SELECT sinergi_delta.cube,
    sinergi_delta.month,
    sinergi_delta.guest_unit,
    sinergi_delta.host_unit,
    sinergi_delta.mark,
    sinergi_delta.unit,
    sinergi_delta.hours,
    sinergi_delta.due_on,
    sinergi_delta.ends_at,
    sinergi_delta.program,
    sinergi_delta.count
   FROM sinergi_delta
UNION ALL
 SELECT sinergi_uncounted.cube,
    sinergi_uncounted.month,
    sinergi_uncounted.guest_unit,
    sinergi_uncounted.host_unit,
    sinergi_uncounted.mark,
    sinergi_uncounted.unit,
    sinergi_uncounted.hours,
    sinergi_uncounted.due_on,
    sinergi_uncounted.ends_at,
    sinergi_uncounted.program,
    sinergi_uncounted.count
   FROM sinergi_uncounted() sinergi_uncounted(cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count);
COMMENT ON VIEW sinergi_count IS 'What readers sum: folded counts and what changed since.';

CREATE VIEW sinergi_fresh AS
 SELECT f.source,
    f.owner,
    f.cube,
    f.month,
    g.heir AS guest_unit,
    h.heir AS host_unit,
    f.mark,
    COALESCE(r.heir, ''::text) AS unit,
    f.hours,
    f.due_on,
    f.ends_at,
    f.programs
   FROM (((( SELECT sinergi_fresh_of_visits.source,
            sinergi_fresh_of_visits.owner,
            sinergi_fresh_of_visits.cube,
            sinergi_fresh_of_visits.month,
            sinergi_fresh_of_visits.guest_unit,
            sinergi_fresh_of_visits.host_unit,
            sinergi_fresh_of_visits.mark,
            sinergi_fresh_of_visits.unit,
            sinergi_fresh_of_visits.hours,
            sinergi_fresh_of_visits.due_on,
            sinergi_fresh_of_visits.ends_at,
            sinergi_fresh_of_visits.programs
           FROM sinergi_fresh_of_visits
          WHERE (NOT (EXISTS ( SELECT
                   FROM visit v
                  WHERE ((v.id = sinergi_fresh_of_visits.owner) AND (v.disputed_at IS NOT NULL)))))
        UNION ALL
         SELECT sinergi_fresh_of_guests.source,
            sinergi_fresh_of_guests.owner,
            sinergi_fresh_of_guests.cube,
            sinergi_fresh_of_guests.month,
            sinergi_fresh_of_guests.guest_unit,
            sinergi_fresh_of_guests.host_unit,
            sinergi_fresh_of_guests.mark,
            sinergi_fresh_of_guests.unit,
            sinergi_fresh_of_guests.hours,
            sinergi_fresh_of_guests.due_on,
            sinergi_fresh_of_guests.ends_at,
            sinergi_fresh_of_guests.programs
           FROM sinergi_fresh_of_guests
          WHERE (NOT (EXISTS ( SELECT
                   FROM visit v
                  WHERE ((v.id = sinergi_fresh_of_guests.owner) AND (v.disputed_at IS NOT NULL)))))
        UNION ALL
         SELECT sinergi_fresh_of_learning.source,
            sinergi_fresh_of_learning.owner,
            sinergi_fresh_of_learning.cube,
            sinergi_fresh_of_learning.month,
            sinergi_fresh_of_learning.guest_unit,
            sinergi_fresh_of_learning.host_unit,
            sinergi_fresh_of_learning.mark,
            sinergi_fresh_of_learning.unit,
            sinergi_fresh_of_learning.hours,
            sinergi_fresh_of_learning.due_on,
            sinergi_fresh_of_learning.ends_at,
            sinergi_fresh_of_learning.programs
           FROM sinergi_fresh_of_learning
          WHERE (NOT (EXISTS ( SELECT
                   FROM visit v
                  WHERE ((v.id = sinergi_fresh_of_learning.owner) AND (v.disputed_at IS NOT NULL)))))
        UNION ALL
         SELECT sinergi_fresh_of_notes.source,
            sinergi_fresh_of_notes.owner,
            sinergi_fresh_of_notes.cube,
            sinergi_fresh_of_notes.month,
            sinergi_fresh_of_notes.guest_unit,
            sinergi_fresh_of_notes.host_unit,
            sinergi_fresh_of_notes.mark,
            sinergi_fresh_of_notes.unit,
            sinergi_fresh_of_notes.hours,
            sinergi_fresh_of_notes.due_on,
            sinergi_fresh_of_notes.ends_at,
            sinergi_fresh_of_notes.programs
           FROM sinergi_fresh_of_notes) f
     JOIN unit g ON ((g.code = f.guest_unit)))
     JOIN unit h ON ((h.code = f.host_unit)))
     LEFT JOIN unit r ON ((r.code = f.unit)));
COMMENT ON VIEW sinergi_fresh IS 'Everything counted afresh from what it is counted of: what sinergi_fact should say.';

CREATE VIEW sinergi_fresh_of_guests AS
 SELECT x.id AS source,
    v.id AS owner,
    'joined'::text AS cube,
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
    x.organisation AS guest_unit,
    v.host_unit,
    v.state AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM ((visit_guest x
     JOIN visit v ON ((v.id = x.visit_id)))
     JOIN unit h ON ((h.code = v.host_unit)))
  WHERE ((NOT x.is_leading) AND (x.answer = 'joined'::text) AND (v.submitted_at IS NOT NULL));
COMMENT ON VIEW sinergi_fresh_of_guests IS 'Guests that joined a visit beside its leading one, by the visit''s state; counted afresh.';

CREATE VIEW sinergi_fresh_of_learning AS
 SELECT v.id AS source,
    v.id AS owner,
    'learning'::text AS cube,
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
    v.guest_unit,
    v.host_unit,
    COALESCE(( SELECT c.answer
           FROM learning_check c
          WHERE ((c.visit_id = v.id) AND (c.answer IS NOT NULL))
          ORDER BY c.day DESC
         LIMIT 1), 'unanswered'::text) AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM (visit v
     JOIN unit h ON ((h.code = v.host_unit)))
  WHERE ((v.state = ANY (ARRAY['held'::text, 'closed'::text])) AND (EXISTS ( SELECT
           FROM learning_question q
          WHERE (q.visit_id = v.id))));
COMMENT ON VIEW sinergi_fresh_of_learning IS 'Visits that took place and had learning questions, by the newest answer to what is done of it; counted afresh.';

CREATE VIEW sinergi_fresh_of_notes AS
 SELECT n.id AS source,
    n.id AS owner,
    'notes'::text AS cube,
    (date_trunc('month'::text, (n.published_at AT TIME ZONE u.time_zone)))::date AS month,
    n.unit AS guest_unit,
    n.unit AS host_unit,
    ''::text AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM note_program p
          WHERE (p.note_id = n.id)
          ORDER BY p.program) AS programs
   FROM (note n
     JOIN unit u ON ((u.code = n.unit)))
  WHERE ((n.state = 'published'::text) AND (n.visibility = 'nation'::text));
COMMENT ON VIEW sinergi_fresh_of_notes IS 'Notes that are published for everybody, by the month of their publication where their unit is.';

CREATE VIEW sinergi_fresh_of_visits AS
 SELECT v.id AS source,
    v.id AS owner,
    'visits'::text AS cube,
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
    v.guest_unit,
    v.host_unit,
    v.state AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM (visit v
     JOIN unit h ON ((h.code = v.host_unit)))
  WHERE (v.submitted_at IS NOT NULL)
UNION ALL
 SELECT v.id AS source,
    v.id AS owner,
    'answers'::text AS cube,
    (date_trunc('month'::text, (a.answered AT TIME ZONE h.time_zone)))::date AS month,
    v.guest_unit,
    v.host_unit,
    ''::text AS mark,
    ''::text AS unit,
    (floor((EXTRACT(epoch FROM (a.answered - a.asked)) / (3600)::numeric)))::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM ((visit v
     JOIN unit h ON ((h.code = v.host_unit)))
     JOIN LATERAL ( SELECT s.asked,
            min(y.at) AS answered
           FROM (( SELECT min(x.at) AS asked
                   FROM visit_history x
                  WHERE ((x.visit_id = v.id) AND (x.action = ANY (ARRAY['submit'::text, 'arrange'::text])))) s
             JOIN visit_history y ON (((y.visit_id = v.id) AND (y.action = ANY (ARRAY['accept'::text, 'decline'::text, 'propose'::text])) AND (y.at >= s.asked) AND (y.side = 'host'::text))))
          GROUP BY s.asked) a ON (true))
  WHERE (v.submitted_at IS NOT NULL)
UNION ALL
 SELECT v.id AS source,
    v.id AS owner,
    'summaries'::text AS cube,
        CASE
            WHEN (r.visit_id IS NULL) THEN (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date
            ELSE (date_trunc('month'::text, (r.published_at AT TIME ZONE h.time_zone)))::date
        END AS month,
    v.guest_unit,
    v.host_unit,
        CASE
            WHEN (r.visit_id IS NULL) THEN 'none'::text
            WHEN (r.published_by IS NULL) THEN 'system'::text
            ELSE 'person'::text
        END AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
        CASE
            WHEN (r.visit_id IS NULL) THEN v.ends_at
            ELSE NULL::timestamp with time zone
        END AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM ((visit v
     JOIN unit h ON ((h.code = v.host_unit)))
     LEFT JOIN summary_revision r ON (((r.visit_id = v.id) AND (r.revision = 1))))
  WHERE (v.state = ANY (ARRAY['confirmed'::text, 'held'::text, 'closed'::text]))
UNION ALL
 SELECT f.id AS source,
    v.id AS owner,
    'follow-ups'::text AS cube,
        CASE f.state
            WHEN 'done'::text THEN (date_trunc('month'::text, (f.done_at AT TIME ZONE h.time_zone)))::date
            WHEN 'dropped'::text THEN (date_trunc('month'::text, (f.changed_at AT TIME ZONE h.time_zone)))::date
            ELSE (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date
        END AS month,
    v.guest_unit,
    v.host_unit,
    f.state AS mark,
    f.unit,
    NULL::integer AS hours,
        CASE
            WHEN (f.state = ANY (ARRAY['open'::text, 'in-progress'::text])) THEN f.due_on
            ELSE NULL::date
        END AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM ((follow_up f
     JOIN visit v ON ((v.id = f.visit_id)))
     JOIN unit h ON ((h.code = v.host_unit)))
  WHERE (v.submitted_at IS NOT NULL)
UNION ALL
 SELECT r.id AS source,
    v.id AS owner,
    'replications'::text AS cube,
    (date_trunc('month'::text, (r.since)::timestamp with time zone))::date AS month,
    r.to_unit AS guest_unit,
    r.from_unit AS host_unit,
    COALESCE((r.note_id)::text, ''::text) AS mark,
    ''::text AS unit,
    NULL::integer AS hours,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS ends_at,
    ARRAY( SELECT p.program
           FROM visit_program p
          WHERE (p.visit_id = v.id)
          ORDER BY p.program) AS programs
   FROM ((replication r
     JOIN follow_up f ON ((f.id = r.follow_up_id)))
     JOIN visit v ON ((v.id = f.visit_id)));
COMMENT ON VIEW sinergi_fresh_of_visits IS 'Counted afresh from visits that were submitted, one part a cube.';

CREATE VIEW sinergi_total AS
 SELECT sinergi_sum.cube,
    sinergi_sum.place,
    sinergi_sum.program,
    sinergi_sum.day,
    sinergi_sum.mark,
    sinergi_sum.hours,
    sinergi_sum.count
   FROM sinergi_sum
UNION ALL
 SELECT sinergi_unsummed.cube,
    sinergi_unsummed.place,
    sinergi_unsummed.program,
    sinergi_unsummed.day,
    sinergi_unsummed.mark,
    sinergi_unsummed.hours,
    sinergi_unsummed.count
   FROM sinergi_unsummed() sinergi_unsummed(cube, place, program, day, mark, hours, count);
COMMENT ON VIEW sinergi_total IS 'What pages sum: kept sums and what changed since.';

CREATE VIEW staffed_unit AS
 SELECT p.unit
   FROM person p
  WHERE ((p.unit IS NOT NULL) AND (p.suspended_at IS NULL) AND (p.password_hash IS NOT NULL))
UNION ALL
 SELECT ('kanwil-'::text || p.regional_office) AS unit
   FROM person p
  WHERE ((p.regional_office IS NOT NULL) AND (p.suspended_at IS NULL) AND (p.password_hash IS NOT NULL))
UNION ALL
 SELECT m.code AS unit
   FROM (unit m
     JOIN person p ON ((p.unit = m.heir)))
  WHERE ((m.heir <> m.code) AND (p.suspended_at IS NULL) AND (p.password_hash IS NOT NULL));
COMMENT ON VIEW staffed_unit IS 'Organisations that use Sambang: somebody there, or at the unit into which it merged, has an active account, so that a request is seen and answered.';
