-- Each statement of src/ as it is sent, with the types of its parameters and columns as PostgreSQL
-- describes them. Of one that conditions change, the longest and the shortest text stand here.

-- == src/agendas/queries/led-sessions.ts

-- LedSessions.find, 3 texts
-- takes $1 text[], $2 text[], $3 text, $4 text, $5 text
-- gives id uuid, visitId uuid, title text, visitTitle text, startsAt timestamptz, endsAt timestamptz, timeZone text
SELECT i.id, i.visit_id AS "visitId", i.title, v.title AS "visitTitle", i.starts_at AS "startsAt",
  i.ends_at AS "endsAt", h.time_zone AS "timeZone"
  FROM agenda_item i JOIN visit v ON v.id = i.visit_id JOIN unit g ON g.code = v.guest_unit
  JOIN unit h ON h.code = v.host_unit
  WHERE ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))) AND (v.state = ANY ($2) AND EXISTS (
  SELECT FROM unnest(i.persons) named
  WHERE regexp_replace(lower(btrim(named)), '\s+', ' ', 'g') = regexp_replace(lower(btrim($3::text)), '\s+', ' ', 'g'))
  AND v.id IN (
  SELECT x.id FROM visit x WHERE x.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $4::text OR cf.code = $4::text) AND x.state = ANY ($2)
  UNION SELECT x.id FROM visit x WHERE x.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $4::text OR cf.code = $4::text) AND x.state = ANY ($2)
  UNION SELECT t.visit_id FROM visit_participant t WHERE t.email = $5)) ORDER BY i.starts_at, i.id;

-- LedSessions.find, 3 texts
-- takes $1 text[], $2 text, $3 text, $4 text
-- gives id uuid, visitId uuid, title text, visitTitle text, startsAt timestamptz, endsAt timestamptz, timeZone text
SELECT i.id, i.visit_id AS "visitId", i.title, v.title AS "visitTitle", i.starts_at AS "startsAt",
  i.ends_at AS "endsAt", h.time_zone AS "timeZone"
  FROM agenda_item i JOIN visit v ON v.id = i.visit_id JOIN unit g ON g.code = v.guest_unit
  JOIN unit h ON h.code = v.host_unit
  WHERE (v.state = ANY ($1) AND EXISTS (
  SELECT FROM unnest(i.persons) named
  WHERE regexp_replace(lower(btrim(named)), '\s+', ' ', 'g') = regexp_replace(lower(btrim($2::text)), '\s+', ' ', 'g'))
  AND v.id IN (
  SELECT x.id FROM visit x WHERE x.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3::text OR cf.code = $3::text) AND x.state = ANY ($1)
  UNION SELECT x.id FROM visit x WHERE x.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3::text OR cf.code = $3::text) AND x.state = ANY ($1)
  UNION SELECT t.visit_id FROM visit_participant t WHERE t.email = $4)) ORDER BY i.starts_at, i.id;

-- == src/agendas/queries/unpublished-agendas.ts

-- UnpublishedAgendas.execute
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 text[]
-- gives visitId uuid, title text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id AS "visitId", v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", u.time_zone AS "timeZone"
  FROM visit v JOIN unit u ON u.code = v.host_unit LEFT JOIN agenda a ON a.visit_id = v.id
  WHERE v.state = ANY ($4) AND (v.guest_unit = ANY ($1) OR v.host_unit = ANY ($1)) AND v.starts_at >= $2 AND v.starts_at < $3
  AND a.public_revision IS NULL
  ORDER BY v.starts_at, v.id
  LIMIT 20;

-- == src/agendas/storage/agenda-repository.ts

-- AgendaRepository.ofVisit
-- takes $1 uuid
-- gives visitId uuid, state text, version integer, revision integer, publicRevision integer | null, changedAt timestamptz, publishedAt timestamptz | null, publicItems jsonb | null, items jsonb
SELECT a.visit_id AS "visitId", a.state, a.version, a.revision, a.public_revision AS "publicRevision",
  a.changed_at AS "changedAt", a.published_at AS "publishedAt", r.items AS "publicItems",
  coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', i.id, 'startsAt', i.starts_at, 'endsAt', i.ends_at,
  'title', i.title, 'kind', i.kind, 'place', i.place, 'persons', i.persons, 'note', i.note)
  ORDER BY i.position)
  FROM agenda_item i WHERE i.visit_id = a.visit_id), '[]') AS items
  FROM agenda a
  LEFT JOIN agenda_revision r ON r.visit_id = a.visit_id AND r.revision = a.public_revision
  WHERE a.visit_id = $1;

-- AgendaRepository.keepRevision
-- takes $1 uuid, $2 integer, $3 timestamptz, $4 jsonb
INSERT INTO agenda_revision (visit_id, revision, published_at, items) VALUES ($1, $2, $3, $4);

-- AgendaRepository.publicItems
-- takes $1 uuid[]
-- gives visitId uuid, items jsonb
SELECT r.visit_id AS "visitId", r.items FROM agenda a
  JOIN agenda_revision r ON r.visit_id = a.visit_id AND r.revision = a.public_revision
  WHERE a.visit_id = ANY ($1);

-- AgendaRepository.lock
-- takes $1 uuid
-- gives ?column? integer
SELECT 1 FROM agenda WHERE visit_id = $1 FOR UPDATE;

-- == src/agendas/storage/attended-session-repository.ts

-- AttendedSessionRepository.ofVisits
-- takes $1 uuid[]
-- gives visitId uuid, participantId uuid, email text | null, sessionIds uuid[], isSharedWithWhole boolean
SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email,
  array_agg(s.session_id ORDER BY s.session_id) AS "sessionIds",
  EXISTS (SELECT FROM visit_participant x WHERE x.visit_id = p.visit_id AND x.email = p.email
  AND NOT EXISTS (SELECT FROM participant_session y WHERE y.participant_id = x.id)) AS "isSharedWithWhole"
  FROM visit_participant p JOIN participant_session s ON s.participant_id = p.id
  WHERE p.visit_id = ANY ($1) GROUP BY p.id ORDER BY p.id;

-- == src/agendas/storage/recipient-repository.ts

-- RecipientRepository.behind
-- takes $1 uuid, $2 integer
-- gives email text, participantIds uuid[] | null, names text[], knownRevision integer | null
SELECT p.email,
  array_agg(p.id ORDER BY p.id) FILTER (WHERE r.revision IS NULL OR r.revision < $2)
  AS "participantIds" /* never null: HAVING asks for one */,
  array_agg(p.name ORDER BY p.created_at, p.id) AS names, max(r.revision) AS "knownRevision"
  FROM visit_participant p LEFT JOIN agenda_recipient r ON r.participant_id = p.id
  WHERE p.visit_id = $1 AND p.email IS NOT NULL
  GROUP BY p.email HAVING bool_or(r.revision IS NULL OR r.revision < $2)
  ORDER BY min(p.created_at), (array_agg(p.id ORDER BY p.id))[1];

-- == src/backups/storage/backup-objects.ts

-- copyObjects
-- gives sha256 text, place text
SELECT sha256, place FROM public.stored_file WHERE holders > 0 ORDER BY sha256;

-- == src/backups/storage/backup-run-repository.ts

-- BackupRunRepository.facts
-- gives goodAt timestamptz | null, bytes bigint | null, failedAt timestamptz | null, fault text | null
SELECT good.started_at AS "goodAt", good.bytes, failed.ended_at AS "failedAt", failed.fault
  FROM (SELECT) AS one
  LEFT JOIN LATERAL (SELECT started_at, bytes FROM backup_run WHERE bytes IS NOT NULL
  ORDER BY started_at DESC LIMIT 1) AS good ON true
  LEFT JOIN LATERAL (SELECT ended_at, fault FROM backup_run
  WHERE fault IS NOT NULL AND started_at > coalesce(good.started_at, '-infinity')
  ORDER BY started_at DESC LIMIT 1) AS failed ON true;

-- == src/backups/storage/load-tables.ts

-- isEmptyDatabase
-- gives found boolean
SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS found;

-- loadTables
-- takes $1 regclass, $2 bigint, $3 boolean
-- gives setval bigint
SELECT setval($1::regclass, $2::bigint, $3);

-- foreignKeys
-- gives table text, name text, definition text | null
SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid)
  AS definition /* never null: the constraint is there */
  FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY conrelid, conname;

-- enabledTriggers
-- gives table text, name text
SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT tgisinternal AND tgenabled = 'O' AND tgparentid = 0
  AND relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY tgrelid, tgname;

-- == src/backups/storage/stored-tables.ts

-- storedTables
-- takes $1 text[]
-- gives schema name, name name, columns text[] | null
SELECT n.nspname AS schema, c.relname AS name,
  array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
  AS columns /* never null: no table has generated columns alone */
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') AND n.nspname || '.' || c.relname <> ALL ($1)
  GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname;

-- storedSequences
-- gives schema name, name name | null, value text | null, isCalled boolean
SELECT schemaname AS schema, sequencename AS name /* never null: the catalog's view does not say so */,
  coalesce(last_value, start_value)::text AS value /* never null: nor does it of the start */, last_value IS NOT NULL AS "isCalled"
  FROM pg_catalog.pg_sequences WHERE schemaname IN ('public', 'pgboss') ORDER BY schemaname, sequencename;

-- doneMigrations
-- gives name varchar
SELECT name FROM public.schema_migration ORDER BY timestamp, id;

-- queueVersion
-- gives version integer
SELECT version FROM pgboss.version;

-- == src/backups/use-cases/restore-backup.ts

-- fill
-- takes $1 text
UPDATE public.stored_file SET place = $1;

-- == src/backups/use-cases/write-backup.ts

-- writeBackup
-- takes $1 bigint
-- gives taken boolean
SELECT pg_try_advisory_lock($1) AS taken;

-- writeBackup
-- takes $1 bigint
-- gives pg_advisory_lock void
SELECT pg_advisory_lock($1);

-- == src/booking/queries/arranging-units.ts

-- ArrangingUnits.ofRegion
-- takes $1 text, $2 text[], $3 text
-- gives code text, name text
SELECT code, name FROM unit WHERE regional_office = $1 AND kind = ANY ($2) AND code IS DISTINCT FROM $3 ORDER BY name, code;

-- == src/booking/queries/booking-choices.ts

-- BookingChoices.execute
-- takes $1 bigint
-- gives programs jsonb, offices jsonb, types jsonb, topics jsonb
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', title, 'framework', framework)
  ORDER BY framework, number NULLS LAST, code) FROM program WHERE retired_on IS NULL), '[]') AS programs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name) ORDER BY short_name, code)
  FROM regional_office), '[]') AS offices,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name, code)
  FROM unit_type), '[]') AS types,
  coalesce((SELECT jsonb_agg(topic ORDER BY times DESC, topic) FROM (
  SELECT topic, count(*) AS times FROM note, unnest(topics) AS topic
  WHERE state = 'published' AND visibility = 'nation' GROUP BY topic ORDER BY times DESC, topic LIMIT $1) t), '[]') AS topics;

-- == src/booking/queries/find-clashes.ts

-- FindClashes.execute
-- takes $1 text, $2 text, $3 timestamptz, $4 timestamptz, $5 timestamptz, $6 text[], $7 text[], $8 text[], $9 text[], $10 boolean, $11 int4multirange
-- gives taken integer, capacity integer, own jsonb, people jsonb
SELECT
  coalesce((SELECT max(x.places)::int FROM (SELECT count(DISTINCT t.place) AS places
  FROM unnest(day_hours($3, $4, (SELECT u.time_zone FROM unit u WHERE u.code = $1), $11)) AS d (during) JOIN host_time t ON t.host_unit = $1 AND t.during && d.during
  AND (t.expires_at IS NULL OR t.expires_at > $5)
  WHERE $10::boolean OR EXISTS (SELECT FROM hosting_policy h WHERE h.unit = $1 AND h.online_takes_place)
  GROUP BY d.during) x), 0) AS taken,
  coalesce((SELECT capacity FROM hosting_policy WHERE unit = $1), 1) AS capacity,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'title', title, 'state', state,
  'startsAt', starts_at, 'endsAt', ends_at, 'ownHours', own_hours) ORDER BY starts_at, id)
  FROM visit v WHERE (guest_unit = $2 OR (host_unit = $2 AND state = ANY ($7)))
  AND state = ANY ($8)
  AND starts_at < $4 AND v.ends_at > $3 AND v.starts_at > ($3)::timestamptz - interval '14 days' AND day_hours($3, $4, (SELECT u.time_zone FROM unit u WHERE u.code = $1), $11) && day_hours(v.starts_at, v.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = v.host_unit), v.own_hours)), '[]') AS own,
  coalesce((SELECT jsonb_agg(DISTINCT q.name) FROM visit_participant q
  JOIN visit o ON o.id = q.visit_id AND o.state = ANY ($9)
  AND o.starts_at < $4 AND o.ends_at > $3 AND o.starts_at > ($3)::timestamptz - interval '14 days' AND day_hours($3, $4, (SELECT u.time_zone FROM unit u WHERE u.code = $1), $11) && day_hours(o.starts_at, o.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = o.host_unit), o.own_hours)
  WHERE (q.email = ANY($6) OR q.person_id IN (SELECT a.id FROM person a WHERE a.email = ANY($6))) AND q.answer <> 'declined'
  AND ($2 IN (o.guest_unit, o.host_unit)
  OR EXISTS (SELECT FROM person a WHERE a.email = q.email AND a.unit = $2))), '[]') AS people;

-- == src/booking/queries/find-hosts.ts

-- FindHosts.execute, 17 texts
-- takes $1 text, $2 text, $3 text, $4 text, $5 text, $6 boolean, $7 text, $8 text, $9 text
-- gives code text, name text, kind text, place text, officeName text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, open boolean, receivesKind boolean, usesSambang boolean, hasEmail boolean, largestParty integer | null, shortestNoticeDays integer, nameRank integer, fits boolean, notes integer, titles jsonb, hosted integer
SELECT u.code, u.name, u.kind, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone",
  u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", p.open, coalesce(k.receives, true) AS "receivesKind",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang", u.email IS NOT NULL AS "hasEmail",
  coalesce(k.largest_party, p.largest_party) AS "largestParty",
  coalesce(k.shortest_notice_days, p.shortest_notice_days) AS "shortestNoticeDays", CASE WHEN u.name ILIKE $8 OR u.code ILIKE $8 THEN 0 ELSE 1 END AS "nameRank", coalesce(((u.active) AND (u.type = $4) AND (u.regional_office = $5) AND (EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) = $6) AND ((u.name ILIKE $7 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = u.code AND un.name ILIKE $7)) OR u.code ILIKE $7 OR u.place ILIKE $7
  OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE $7))), false) AS fits,
  coalesce(n.notes, 0) AS notes, coalesce(n.titles, '[]') AS titles, coalesce(v.hosted, 0) AS hosted
  FROM unit u
  LEFT JOIN regional_office o ON o.code = u.regional_office
  JOIN hosting_policy p ON p.unit = u.code
  LEFT JOIN hosting_kind k ON k.unit = u.code AND k.kind = $3
  LEFT JOIN (
  SELECT nu.heir AS unit, count(*)::int AS notes,
  jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title)
  ORDER BY n.published_at DESC, n.id), '$[0 to 2]') AS titles
  FROM note n JOIN unit nu ON nu.code = n.unit
  WHERE n.state = 'published' AND (false) AND EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $9) GROUP BY nu.heir) n ON n.unit = u.code
  LEFT JOIN (SELECT hu.heir AS unit, sum(c.visits)::int AS hosted FROM hosted_visits c JOIN unit hu ON hu.code = c.host_unit
  WHERE c.program = $9 AND c.visits > 0 GROUP BY hu.heir) v ON v.unit = u.code
  WHERE u.code IN ($1, $2) OR ((u.active) AND (u.type = $4) AND (u.regional_office = $5) AND (EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) = $6) AND ((u.name ILIKE $7 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = u.code AND un.name ILIKE $7)) OR u.code ILIKE $7 OR u.place ILIKE $7
  OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE $7)));

-- FindHosts.execute, 17 texts
-- takes $1 text, $2 text, $3 text, $4 text
-- gives code text, name text, kind text, place text, officeName text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, open boolean, receivesKind boolean, usesSambang boolean, hasEmail boolean, largestParty integer | null, shortestNoticeDays integer, nameRank integer, fits boolean, notes integer, titles jsonb, hosted integer
SELECT u.code, u.name, u.kind, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone",
  u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", p.open, coalesce(k.receives, true) AS "receivesKind",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang", u.email IS NOT NULL AS "hasEmail",
  coalesce(k.largest_party, p.largest_party) AS "largestParty",
  coalesce(k.shortest_notice_days, p.shortest_notice_days) AS "shortestNoticeDays", 0 AS "nameRank", coalesce(((u.active) AND (u.kind = $4)), false) AS fits,
  coalesce(n.notes, 0) AS notes, coalesce(n.titles, '[]') AS titles, coalesce(v.hosted, 0) AS hosted
  FROM unit u
  LEFT JOIN regional_office o ON o.code = u.regional_office
  JOIN hosting_policy p ON p.unit = u.code
  LEFT JOIN hosting_kind k ON k.unit = u.code AND k.kind = $3
  LEFT JOIN (
  SELECT nu.heir AS unit, count(*)::int AS notes,
  jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title)
  ORDER BY n.published_at DESC, n.id), '$[0 to 2]') AS titles
  FROM note n JOIN unit nu ON nu.code = n.unit
  WHERE n.state = 'published' AND (false) AND true GROUP BY nu.heir) n ON n.unit = u.code
  LEFT JOIN (SELECT hu.heir AS unit, sum(c.visits)::int AS hosted FROM hosted_visits c JOIN unit hu ON hu.code = c.host_unit
  WHERE c.program = '' AND c.visits > 0 GROUP BY hu.heir) v ON v.unit = u.code
  WHERE u.code IN ($1, $2) OR ((u.active) AND (u.kind = $4));

-- == src/bundles/queries/visits-of-year.ts

-- VisitsOfYear.execute
-- takes $1 text, $2 timestamptz, $3 timestamptz, $4 text[], $5 bigint
-- gives id uuid
SELECT v.id FROM visit v
  WHERE v.id IN (SELECT x.id FROM visit x WHERE x.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND x.starts_at >= $2::timestamptz AND x.starts_at < $3::timestamptz
  UNION SELECT x.id FROM visit x WHERE x.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND x.starts_at >= $2::timestamptz AND x.starts_at < $3::timestamptz
  UNION SELECT x.id FROM visit_guest jg JOIN visit x ON x.id = jg.visit_id AND x.starts_at >= $2::timestamptz AND x.starts_at < $3::timestamptz
  WHERE jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND NOT jg.is_leading AND jg.answer = 'joined')
  AND v.state = ANY ($4)
  ORDER BY v.starts_at, v.id LIMIT $5;

-- == src/bundles/storage/bundle-repository.ts

-- BundleRepository.waiting
-- takes $1 uuid, $2 bigint
-- gives number integer
SELECT number FROM bundle_part WHERE bundle_id = $1 AND state = 'waiting' ORDER BY number LIMIT $2;

-- BundleRepository.progress
-- takes $1 uuid
-- gives waiting integer, done integer, missing integer
SELECT (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
  (count(*) FILTER (WHERE state = 'done'))::int AS done,
  (count(*) FILTER (WHERE state = 'missing'))::int AS missing
  FROM bundle_part WHERE bundle_id = $1;

-- BundleRepository.old
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint
-- gives id uuid
SELECT id FROM bundle WHERE asked_at < $1 AND ($2::uuid IS NULL OR id > $2) AND ($3::uuid IS NULL OR id = $3)
  ORDER BY id LIMIT $4;

-- BundleRepository.known
-- takes $1 uuid[]
-- gives id uuid
SELECT id FROM bundle WHERE id = ANY ($1);

-- == src/calendars/queries/calendar-days.ts

-- CalendarDays.holidays
-- takes $1 date, $2 date
-- gives date text, name text, kind text
SELECT to_char(date, 'YYYY-MM-DD') AS date, name, kind FROM holiday
  WHERE date BETWEEN $1::date AND $2::date ORDER BY date, kind, name;

-- == src/calendars/queries/calendar-sources.ts

-- CalendarSources.byId
-- takes $1 uuid
-- gives id uuid, reference text, state text, sequence integer, kind text, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, contactName text, contactPhone text | null, contactEmail text | null, programs text[], guestUnitName text, hostUnitName text, timeZone text, hostAddress text | null, latitude double precision | null, longitude double precision | null, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, createdAt timestamptz, changedAt timestamptz
SELECT v.id, v.reference, v.state, v.sequence, v.kind, v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
  WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt" FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id = $1;

-- CalendarSources.ofParticipant
-- takes $1 timestamptz, $2 text[], $3 text[], $4 timestamptz, $5 uuid, $6 uuid
-- gives id uuid, reference text, state text, sequence integer, kind text, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, contactName text, contactPhone text | null, contactEmail text | null, programs text[], guestUnitName text, hostUnitName text, timeZone text, hostAddress text | null, latitude double precision | null, longitude double precision | null, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, createdAt timestamptz, changedAt timestamptz
SELECT v.id, v.reference, v.state, v.sequence, v.kind, v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
  WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt" FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL) AND (v.ends_at > ($1::timestamptz - interval '90 days') AND v.starts_at > (($1::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND (v.state = ANY ($2)) AND (v.state <> ALL ($3) OR (v.sequence > 0 AND v.changed_at > $4::timestamptz - interval '30 days')) AND (v.id = $5 AND EXISTS (SELECT FROM visit_participant p
  WHERE p.id = $6 AND p.visit_id = v.id AND p.answer <> 'declined'));

-- CalendarSources.ofFeed, 7 texts
-- takes $1 timestamptz, $2 text[], $3 text[], $4 timestamptz, $5 text[], $6 text, $7 timestamptz
-- gives id uuid, reference text, state text, sequence integer, kind text, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, contactName text, contactPhone text | null, contactEmail text | null, programs text[], guestUnitName text, hostUnitName text, timeZone text, hostAddress text | null, latitude double precision | null, longitude double precision | null, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, createdAt timestamptz, changedAt timestamptz
SELECT v.id, v.reference, v.state, v.sequence, v.kind, v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
  WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt" FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL) AND (v.ends_at > ($1::timestamptz - interval '90 days') AND v.starts_at > (($1::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND (v.state = ANY ($2)) AND (v.state <> ALL ($3) OR (v.sequence > 0 AND v.changed_at > $4::timestamptz - interval '30 days')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ANY ($5))) AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader IN (SELECT 'mail:' || $6::text) AND me.starts_at > (($7::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND EXISTS (SELECT FROM visit_participant p
  WHERE p.visit_id = v.id AND p.email = $6 AND p.answer <> 'declined')) ORDER BY v.starts_at, v.id;

-- CalendarSources.ofFeed, 7 texts
-- takes $1 timestamptz, $2 text[], $3 text[], $4 timestamptz, $5 text, $6 timestamptz
-- gives id uuid, reference text, state text, sequence integer, kind text, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, contactName text, contactPhone text | null, contactEmail text | null, programs text[], guestUnitName text, hostUnitName text, timeZone text, hostAddress text | null, latitude double precision | null, longitude double precision | null, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, createdAt timestamptz, changedAt timestamptz
SELECT v.id, v.reference, v.state, v.sequence, v.kind, v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
  WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt" FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL) AND (v.ends_at > ($1::timestamptz - interval '90 days') AND v.starts_at > (($1::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND (v.state = ANY ($2)) AND (v.state <> ALL ($3) OR (v.sequence > 0 AND v.changed_at > $4::timestamptz - interval '30 days')) AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader IN (SELECT 'office:' || $5::text) AND me.starts_at > (($6::timestamptz - interval '90 days'))::timestamptz - interval '14 days')) ORDER BY v.starts_at, v.id;

-- CalendarSources.listed, 7 texts
-- takes $1 timestamptz, $2 text[], $3 text[], $4 timestamptz, $5 text[], $6 text, $7 timestamptz
-- gives id uuid, revision text
SELECT v.id, coalesce(bit_xor(c.mark), 0) || ' ' ||
  (SELECT coalesce(bit_xor(a.mark), 0) FROM feed_change a WHERE a.scope = -1) AS revision
  FROM visit v LEFT JOIN feed_change c ON c.scope = feed_scope('visit', v.id::text)
  WHERE (v.submitted_at IS NOT NULL) AND (v.ends_at > ($1::timestamptz - interval '90 days') AND v.starts_at > (($1::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND (v.state = ANY ($2)) AND (v.state <> ALL ($3) OR (v.sequence > 0 AND v.changed_at > $4::timestamptz - interval '30 days')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ANY ($5))) AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader IN (SELECT 'mail:' || $6::text) AND me.starts_at > (($7::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND EXISTS (SELECT FROM visit_participant p
  WHERE p.visit_id = v.id AND p.email = $6 AND p.answer <> 'declined')) GROUP BY v.id, v.starts_at ORDER BY v.starts_at, v.id;

-- CalendarSources.listed, 7 texts
-- takes $1 timestamptz, $2 text[], $3 text[], $4 timestamptz, $5 text, $6 timestamptz
-- gives id uuid, revision text
SELECT v.id, coalesce(bit_xor(c.mark), 0) || ' ' ||
  (SELECT coalesce(bit_xor(a.mark), 0) FROM feed_change a WHERE a.scope = -1) AS revision
  FROM visit v LEFT JOIN feed_change c ON c.scope = feed_scope('visit', v.id::text)
  WHERE (v.submitted_at IS NOT NULL) AND (v.ends_at > ($1::timestamptz - interval '90 days') AND v.starts_at > (($1::timestamptz - interval '90 days'))::timestamptz - interval '14 days') AND (v.state = ANY ($2)) AND (v.state <> ALL ($3) OR (v.sequence > 0 AND v.changed_at > $4::timestamptz - interval '30 days')) AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader IN (SELECT 'office:' || $5::text) AND me.starts_at > (($6::timestamptz - interval '90 days'))::timestamptz - interval '14 days')) GROUP BY v.id, v.starts_at ORDER BY v.starts_at, v.id;

-- CalendarSources.byIds
-- takes $1 uuid[]
-- gives id uuid, reference text, state text, sequence integer, kind text, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, contactName text, contactPhone text | null, contactEmail text | null, programs text[], guestUnitName text, hostUnitName text, timeZone text, hostAddress text | null, latitude double precision | null, longitude double precision | null, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, createdAt timestamptz, changedAt timestamptz
SELECT v.id, v.reference, v.state, v.sequence, v.kind, v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
  WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress", CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  v.created_at AS "createdAt", v.changed_at AS "changedAt" FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id = ANY ($1);

-- == src/calendars/queries/calendar-units.ts

-- CalendarUnits.execute
-- takes $1 text, $2 text, $3 timestamptz, $4 text[]
-- gives code text, name text
SELECT u.code, u.name FROM unit u WHERE u.regional_office = $1 OR u.code = $2 OR u.code IN (SELECT unnest(v.units) FROM (SELECT DISTINCT r.visit_id, r.starts_at FROM visit_reader r
  WHERE r.reader = ANY ($4::text[]) AND r.starts_at > $3
  ORDER BY r.starts_at DESC LIMIT 300) me CROSS JOIN LATERAL (
  SELECT ARRAY[v.guest_unit, v.host_unit] || ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS units FROM visit v WHERE v.id = me.visit_id OFFSET 0) v)
  ORDER BY u.name, u.code;

-- CalendarUnits.execute
-- takes $1 text, $2 text, $3 timestamptz
-- gives code text, name text
SELECT u.code, u.name FROM unit u WHERE u.regional_office = $1 OR u.code = $2 OR EXISTS (SELECT FROM visit v WHERE v.guest_unit = u.code AND v.starts_at > $3 AND v.submitted_at IS NOT NULL OFFSET 0)
  OR EXISTS (SELECT FROM visit v WHERE v.host_unit = u.code AND v.starts_at > $3 AND v.submitted_at IS NOT NULL OFFSET 0)
  ORDER BY u.name, u.code;

-- == src/calendars/queries/calendar-visits.ts

-- CalendarVisits.oneByOne, 9 texts
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 text[], $5 timestamptz, $6 timestamptz, $7 text, $8 text, $9 text[], $10 integer
-- gives id uuid, state text, submittedAt timestamptz | null, title text, place text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, timeZone text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, proposedBy text | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, joinedGuests text[], askedGuests text[], joinedOffices text[]
WITH found AS MATERIALIZED (
  SELECT v.id FROM visit v CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.guest_unit OFFSET 0) g
  CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.host_unit OFFSET 0) h WHERE (v.state = ANY ($1)) AND (v.starts_at < $3 AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' OR v.proposed_starts_at < $3 AND v.proposed_ends_at > $2 AND v.proposed_starts_at > ($2)::timestamptz - interval '14 days') AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader = ANY ($4::text[]) AND me.starts_at < $6 AND me.starts_at > ($5)::timestamptz - interval '14 days'
  UNION ALL SELECT p.id FROM visit p WHERE p.proposed_starts_at < $6 AND p.proposed_starts_at > ($5)::timestamptz - interval '14 days')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $7)) AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) AND NOT jg.is_leading AND jg.answer = 'joined')) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($9::text[]) OFFSET 0)) ORDER BY v.starts_at, v.id LIMIT $10::int + 1)
  SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.title, v.place, v.guest_unit AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  g.regional_office AS "guestRegionalOffice", v.host_unit AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone", v.starts_at AS "startsAt",
  v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.proposed_by AS "proposedBy", v.proposed_starts_at AS "proposedStartsAt",
  v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices"
  FROM found JOIN visit v ON v.id = found.id JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (SELECT count(*) FROM found) <= $10::int ORDER BY v.starts_at, v.id;

-- CalendarVisits.oneByOne, 9 texts
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 text[], $5 integer
-- gives id uuid, state text, submittedAt timestamptz | null, title text, place text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, timeZone text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, proposedBy text | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, joinedGuests text[], askedGuests text[], joinedOffices text[]
WITH found AS MATERIALIZED (
  SELECT v.id FROM visit v CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.guest_unit OFFSET 0) g
  CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.host_unit OFFSET 0) h WHERE (v.state = ANY ($1)) AND (v.starts_at < $3 AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' OR v.proposed_starts_at < $3 AND v.proposed_ends_at > $2 AND v.proposed_starts_at > ($2)::timestamptz - interval '14 days') AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($4::text[]) OFFSET 0))) ORDER BY v.starts_at, v.id LIMIT $5::int + 1)
  SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.title, v.place, v.guest_unit AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  g.regional_office AS "guestRegionalOffice", v.host_unit AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone", v.starts_at AS "startsAt",
  v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.proposed_by AS "proposedBy", v.proposed_starts_at AS "proposedStartsAt",
  v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices"
  FROM found JOIN visit v ON v.id = found.id JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (SELECT count(*) FROM found) <= $5::int ORDER BY v.starts_at, v.id;

-- CalendarVisits.byDay, 9 texts
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 text[], $5 timestamptz, $6 timestamptz, $7 text, $8 text, $9 text[], $10 text, $11 timestamptz, $12 timestamptz
-- gives date text, visits integer
SELECT to_char(day, 'YYYY-MM-DD') AS date, count(*)::int AS visits
  FROM (SELECT v.starts_at, v.ends_at FROM visit v CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.guest_unit OFFSET 0) g
  CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.host_unit OFFSET 0) h WHERE (v.state = ANY ($1)) AND (v.starts_at < $3 AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' OR v.proposed_starts_at < $3 AND v.proposed_ends_at > $2 AND v.proposed_starts_at > ($2)::timestamptz - interval '14 days') AND (v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader = ANY ($4::text[]) AND me.starts_at < $6 AND me.starts_at > ($5)::timestamptz - interval '14 days'
  UNION ALL SELECT p.id FROM visit p WHERE p.proposed_starts_at < $6 AND p.proposed_starts_at > ($5)::timestamptz - interval '14 days')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $7)) AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $8 OR cf.code = $8) AND NOT jg.is_leading AND jg.answer = 'joined')) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($9::text[]) OFFSET 0))) v,
  generate_series(((greatest(v.starts_at, $11)) AT TIME ZONE $10::text)::date::timestamp,
  ((least(v.ends_at, $12) - interval '1 microsecond') AT TIME ZONE $10::text)::date::timestamp, interval '1 day') day
  GROUP BY day ORDER BY day;

-- CalendarVisits.byDay, 9 texts
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 text[], $5 text, $6 timestamptz, $7 timestamptz
-- gives date text, visits integer
SELECT to_char(day, 'YYYY-MM-DD') AS date, count(*)::int AS visits
  FROM (SELECT v.starts_at, v.ends_at FROM visit v CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.guest_unit OFFSET 0) g
  CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.host_unit OFFSET 0) h WHERE (v.state = ANY ($1)) AND (v.starts_at < $3 AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' OR v.proposed_starts_at < $3 AND v.proposed_ends_at > $2 AND v.proposed_starts_at > ($2)::timestamptz - interval '14 days') AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($4::text[]) OFFSET 0)))) v,
  generate_series(((greatest(v.starts_at, $6)) AT TIME ZONE $5::text)::date::timestamp,
  ((least(v.ends_at, $7) - interval '1 microsecond') AT TIME ZONE $5::text)::date::timestamp, interval '1 day') day
  GROUP BY day ORDER BY day;

-- == src/calendars/queries/feed-states.ts

-- FeedStates.of
-- takes $1 text[]
-- gives tokenHash text, feedId uuid, visitId uuid | null, participantId uuid | null, isBusy boolean, held text | null, digest text | null, eventsDigest text | null, changedAt timestamptz | null, usedAt timestamptz | null, revision text, databaseStarted text | null
SELECT f.token_hash AS "tokenHash", f.id AS "feedId", NULL::uuid AS "visitId", NULL::uuid AS "participantId",
  f.shows = 'busy' AS "isBusy", f.held, f.digest, f.events_digest AS "eventsDigest", f.changed_at AS "changedAt",
  f.last_used_at AS "usedAt", (SELECT coalesce(bit_xor(c.mark), 0)::text FROM feed_change c WHERE c.scope = ANY (f.scopes)) AS revision, pg_postmaster_start_time()::text AS "databaseStarted" /* never null: a server that answers was started */
  FROM feed f WHERE f.token_hash = ANY ($1);

-- FeedStates.ofParticipants
-- takes $1 text[], $2 timestamptz
-- gives tokenHash text, feedId uuid | null, visitId uuid, participantId uuid, isBusy boolean, held text | null, digest text | null, eventsDigest text | null, changedAt timestamptz | null, usedAt timestamptz | null, revision text, databaseStarted text | null
SELECT l.feed_hash AS "tokenHash", NULL::uuid AS "feedId",
  p.visit_id AS "visitId", p.id AS "participantId", false AS "isBusy", l.feed_held AS held, l.feed_digest AS digest,
  NULL AS "eventsDigest", l.feed_changed_at AS "changedAt", l.feed_used_at AS "usedAt",
  (SELECT coalesce(bit_xor(c.mark), 0)::text FROM feed_change c WHERE c.scope = ANY (ARRAY[-1, feed_scope('visit', p.visit_id::text)])) AS revision, pg_postmaster_start_time()::text AS "databaseStarted" /* never null: a server that answers was started */
  FROM participant_link l JOIN visit_participant p ON p.id = l.participant_id JOIN visit v ON v.id = p.visit_id
  WHERE l.feed_hash = ANY ($1) AND l.ended_at IS NULL AND v.ends_at + interval '1 year' > $2;

-- FeedStates.groundOf
-- takes $1 text
-- gives scopes integer[], revision text
SELECT s.scopes, (SELECT coalesce(bit_xor(c.mark), 0)::text FROM feed_change c WHERE c.scope = ANY (s.scopes)) AS revision FROM feed f JOIN person p ON p.id = f.person_id
  CROSS JOIN LATERAL (SELECT ARRAY(SELECT coalesce(made.scope, -1) FROM (SELECT -1
  UNION SELECT feed_scope('person', p.id::text)
  UNION SELECT feed_scope('unit', cf.code) FROM unit cf WHERE cf.heir = f.unit OR cf.code = f.unit
  UNION SELECT feed_scope('unit', ru.code) FROM unit ru WHERE ru.regional_office = f.regional_office
  UNION SELECT feed_scope('email', p.email) WHERE f.scope = 'me'
  UNION SELECT feed_scope('visit', f.visit_id::text) WHERE f.scope = 'visit') made (scope)) AS scopes) s WHERE f.token_hash = $1 AND p.suspended_at IS NULL AND (f.scope <> 'unit' OR p.unit = f.unit)
  AND (f.scope <> 'region' OR p.regional_office = f.regional_office);

-- FeedStates.databaseName
-- gives name text
SELECT concat_ws('.', s.system_identifier, c.timeline_id, d.oid) AS name
  FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database();

-- == src/calendars/queries/feeds.ts

-- Feeds.ofPerson
-- takes $1 uuid
-- gives id uuid, scope text, unit text | null, regionalOffice text | null, visitId uuid | null, shows text, programs text[], states text[], ownerName text, createdAt timestamptz, lastUsedAt timestamptz | null
SELECT f.id, f.scope, f.unit, f.regional_office AS "regionalOffice", f.visit_id AS "visitId", f.shows,
  f.programs, f.states, coalesce(u.name, r.short_name, v.reference, p.name) AS "ownerName", f.created_at AS "createdAt", f.last_used_at AS "lastUsedAt"
  FROM feed f JOIN person p ON p.id = f.person_id
  LEFT JOIN unit u ON u.code = f.unit LEFT JOIN regional_office r ON r.code = f.regional_office
  LEFT JOIN visit v ON v.id = f.visit_id WHERE f.person_id = $1 ORDER BY f.created_at, f.id;

-- Feeds.live
-- takes $1 text
-- gives id uuid, scope text, unit text | null, regionalOffice text | null, visitId uuid | null, shows text, programs text[], states text[], ownerName text, timeZone text, owner jsonb
SELECT f.id, f.scope, f.unit, f.regional_office AS "regionalOffice", f.visit_id AS "visitId", f.shows,
  f.programs, f.states, coalesce(u.name, r.short_name, v.reference, p.name) AS "ownerName", coalesce(u.time_zone, r.time_zone, h.time_zone, w.time_zone, o.time_zone,
  'Asia/Jakarta') AS "timeZone",
  jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'role', p.role, 'unit', p.unit,
  'inherited', (SELECT coalesce(jsonb_agg(m.code ORDER BY m.code), '[]') FROM unit m
  WHERE m.heir = p.unit AND m.code <> p.unit),
  'regionalOffice', coalesce(p.regional_office, w.regional_office),
  'placeName', coalesce(w.name, o.short_name),
  'timeZone', coalesce(w.time_zone, o.time_zone, 'Asia/Jakarta')) AS owner
  FROM feed f JOIN person p ON p.id = f.person_id
  LEFT JOIN unit u ON u.code = f.unit LEFT JOIN regional_office r ON r.code = f.regional_office
  LEFT JOIN visit v ON v.id = f.visit_id
  LEFT JOIN unit h ON h.code = v.host_unit
  LEFT JOIN unit w ON w.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
  WHERE f.token_hash = $1 AND p.suspended_at IS NULL AND (f.scope <> 'unit' OR p.unit = f.unit)
  AND (f.scope <> 'region' OR p.regional_office = f.regional_office);

-- == src/calendars/queries/invitation-context.ts

-- InvitationContext.ofVisit
-- takes $1 uuid
-- gives reason text, hostRules text[]
SELECT coalesce((
  SELECT h.reason FROM visit_history h
  WHERE h.visit_id = v.id AND h.action IN ('cancel', 'not-held') ORDER BY h.version DESC LIMIT 1), '') AS reason,
  array_remove(ARRAY[p.identity_rule, p.phone_rule, p.camera_rule], '') AS "hostRules"
  FROM visit v JOIN hosting_policy p ON p.unit = v.host_unit WHERE v.id = $1;

-- == src/calendars/queries/suspended-people.ts

-- SuspendedPeople.among
-- takes $1 text[]
-- gives email text
SELECT email FROM closed_address WHERE email = ANY ($1);

-- == src/calendars/storage/calendar-setting-repository.ts

-- CalendarSettingRepository.alarmsByEmail
-- takes $1 text[]
-- gives email text, alarms integer[]
SELECT p.email, s.alarm_minutes AS alarms FROM calendar_setting s JOIN person p ON p.id = s.person_id
  WHERE p.email = ANY ($1);

-- == src/calendars/storage/feed-repository.ts

-- FeedRepository.keep
-- takes $1 uuid, $2 text, $3 text, $4 text, $5 timestamptz, $6 integer[]
-- gives changed_at timestamptz
WITH kept AS (
  UPDATE feed SET held = $2, scopes = $6, digest = $3, events_digest = $4, last_used_at = $5,
  changed_at = CASE WHEN (digest, events_digest, split_part(held, ' ', 1))
  IS NOT DISTINCT FROM ($3, $4, split_part($2, ' ', 1)) THEN changed_at
  ELSE greatest(date_trunc('second', $5::timestamptz), changed_at + interval '1 second') END
  WHERE id = $1 AND (held, digest, events_digest) IS DISTINCT FROM ($2, $3, $4)
  RETURNING changed_at
  )
  SELECT coalesce((SELECT changed_at FROM kept), (SELECT changed_at FROM feed WHERE id = $1), $5) AS changed_at;

-- FeedRepository.noteUses
-- takes $1 text[], $2 timestamptz
UPDATE feed SET last_used_at = $2
  WHERE token_hash = ANY ($1) AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 hour');

-- FeedRepository.foldChanges
WITH gone AS (
  DELETE FROM feed_change WHERE scope IN (SELECT scope FROM feed_change GROUP BY scope HAVING count(*) > 1)
  RETURNING scope, mark)
  INSERT INTO feed_change (scope, mark) SELECT scope, bit_xor(mark) FROM gone GROUP BY scope;

-- == src/calendars/storage/invitation-repository.ts

-- InvitationRepository.lockVisit
-- takes $1 text
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended($1, 1));

-- InvitationRepository.carry
-- takes $1 uuid, $2 text, $3 text
INSERT INTO calendar_invitation (visit_id, email, event_id, name, role, method, sequence, messages, shown,
  sent_at, organizer_is_personal)
  SELECT visit_id, $3, event_id, name, role, 'MOVED', sequence, messages, shown, sent_at, organizer_is_personal
  FROM calendar_invitation WHERE visit_id = $1 AND email = $2 AND method <> 'CANCEL'
  ON CONFLICT (visit_id, email, event_id) DO UPDATE SET method = 'MOVED',
  sequence = greatest(calendar_invitation.sequence, excluded.sequence)
  WHERE calendar_invitation.method = 'MOVED';

-- == src/check-in/queries/check-in-facts.ts

-- FindCheckInFacts.of
-- takes $1 uuid
-- gives visitId uuid, title text, state text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, lateMinutes integer, takesSignatures boolean, key text, paperOpen boolean
SELECT v.id AS "visitId", v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  v.own_hours AS "ownHours", h.time_zone AS "timeZone", coalesce(p.late_minutes, 15) AS "lateMinutes",
  coalesce(p.takes_signatures, false) AS "takesSignatures", k.key,
  NOT EXISTS (SELECT FROM check_in_paper c WHERE c.visit_id = v.id) AS "paperOpen"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  CROSS JOIN check_in_key k LEFT JOIN hosting_policy p ON p.unit = v.host_unit WHERE v.id = $1;

-- FindCheckInFacts.namesOf
-- takes $1 uuid
-- gives id uuid, name text, personId uuid | null, attendance text | null
SELECT p.id, p.name, p.person_id AS "personId", p.attendance
  FROM visit_participant p WHERE p.visit_id = $1 ORDER BY p.name, p.id;

-- == src/check-in/storage/signatures.ts

-- Signatures.put
-- takes $1 uuid, $2 jsonb, $3 timestamptz
INSERT INTO attendance_signature (participant_id, strokes, signed_at) VALUES ($1, $2::jsonb, $3)
  ON CONFLICT (participant_id) DO UPDATE SET strokes = excluded.strokes, signed_at = excluded.signed_at;

-- Signatures.ofVisit
-- takes $1 uuid
-- gives participantId uuid, strokes jsonb
SELECT s.participant_id AS "participantId", s.strokes FROM attendance_signature s
  JOIN visit_participant p ON p.id = s.participant_id WHERE p.visit_id = $1;

-- == src/check-in/storage/walk-in-contacts.ts

-- WalkInContacts.countOf
-- takes $1 text
-- gives number integer
SELECT count(*)::int AS number FROM walk_in_contact WHERE device = $1;

-- WalkInContacts.ofVisit
-- takes $1 uuid
-- gives participantId uuid, email text | null, phone text | null
SELECT c.participant_id AS "participantId", c.email, c.phone FROM walk_in_contact c
  JOIN visit_participant p ON p.id = c.participant_id WHERE p.visit_id = $1 ORDER BY c.came_at, c.participant_id;

-- == src/commands/bench-archive.ts

-- costOf
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- == src/commands/bench-bookings.ts

-- clients
UPDATE hosting_policy SET open = true, capacity = 20;

-- clients
-- takes $1 bigint
-- gives code text
SELECT u.code FROM unit u JOIN hosting_policy p ON p.unit = u.code
  WHERE u.kind = 'upt' AND u.time_zone = 'Asia/Jakarta' ORDER BY u.code LIMIT $1;

-- somebody
-- gives id uuid
SELECT id FROM person LIMIT 1;

-- round
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- rowCounts
-- gives name text
SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
  WHERE schemaname = 'public' OR relname = 'job_common' ORDER BY 1;

-- == src/commands/bench-feeds.ts

-- backends
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- == src/commands/bench-mails.ts

-- drain
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- == src/commands/bench-papers.ts

-- heldVisit
UPDATE hosting_policy SET open = true, capacity = 20, largest_party = NULL;

-- heldVisit
-- takes $1 uuid, $2 text
UPDATE visit SET state = $2 WHERE id = $1;

-- heldVisit
-- takes $1 uuid
UPDATE visit_participant SET attendance = 'present', attendance_at = now() WHERE visit_id = $1;

-- heldVisit
-- takes $1 uuid
INSERT INTO attendance_signature (participant_id, strokes, signed_at)
  SELECT id, (SELECT jsonb_build_array(jsonb_agg(jsonb_build_array(n * 10, 200 + round(100 * sin(n))::int))) FROM generate_series(1, 90) n), now()
  FROM visit_participant WHERE visit_id = $1;

-- addPhoto
-- takes $1 uuid, $2 uuid, $3 text, $4 bytea, $5 integer
INSERT INTO visit_entry (id, visit_id, kind, author, author_unit, text, photo, thumbnail, width, height, cleared, chosen, position, entered_at, received_at)
  SELECT $1, $2, 'photo', id, $3, 'Rombongan meninjau lahan', $4, $4, 1600, 1200, true, true, $5, now(), now() FROM person LIMIT 1;

-- pidsOfServer
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- == src/commands/bench/query-costs.ts

-- backends
-- gives pid integer | null
SELECT pid FROM pg_stat_activity WHERE datname = current_database();

-- == src/commands/demo.ts

-- playOnce
-- gives email text
SELECT email FROM person;

-- playOnce
-- gives date text
SELECT date::text FROM holiday;

-- == src/commands/demo/mailed-answer.ts

-- invitationOf
-- takes $1 text, $2 text
-- gives content text | null
SELECT calendar_content AS content /* never null: a mail with a method has a calendar */ FROM mail
  WHERE stream = $1 AND recipient_email = $2 AND calendar_method = 'REQUEST' ORDER BY position DESC LIMIT 1;

-- == src/commands/demo/not-there-yet.ts

-- linkMailedTo
-- takes $1 text
-- gives text text
SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1;

-- == src/commands/demo/said-afterwards.ts

-- fillInForms
-- takes $1 text
-- gives email text, text text
SELECT recipient_email AS email, body_text AS text FROM mail WHERE stream = $1 AND key LIKE 'feedback:first:%';

-- == src/commands/demo/stage.ts

-- Stage.playQuietly
DELETE FROM pgboss.job WHERE state = 'created';

-- Stage.newMails
-- takes $1 bigint
-- gives subject text, count integer, last text
SELECT subject, count(*)::int AS count, max(position)::text AS last FROM mail
  WHERE position > $1::bigint GROUP BY subject ORDER BY min(position);

-- == src/commands/migration/make-migration.ts

-- asWritten
-- takes $1 text[]
-- gives word text
SELECT word FROM unnest($1::text[]) word WHERE quote_ident(word) = word;

-- == src/correspondence/queries/find-mail.ts

-- FindMail.execute, 3 texts
-- takes $1 uuid, $2 text[]
-- gives id uuid, position bigint, toName text, toEmail text, subject text, state text, tries integer, nextTryAt timestamptz, lastError text | null, lastFate text | null, topic text | null, visit uuid, visitReference text, createdAt timestamptz, sentAt timestamptz | null, messageId text, calendarMethod text | null, isRedacted boolean, about jsonb | null, text text, html text, calendar text | null, reference text | null, bodyDroppedAt timestamptz | null
SELECT m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError",
  m.last_fate AS "lastFate", m.topic, v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('state', v.state, 'submittedAt', v.submitted_at,
  'guestUnit', v.guest_unit, 'hostUnit', v.host_unit, 'guestRegionalOffice', g.regional_office,
  'hostRegionalOffice', h.regional_office,
  'joinedGuests', (SELECT coalesce(jsonb_agg(x.organisation ORDER BY x.organisation), '[]')
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'), 'askedGuests', '[]'::jsonb, 'joinedOffices', (SELECT coalesce(jsonb_agg(DISTINCT ju.regional_office), '[]')
  FROM visit_guest x JOIN unit ju ON ju.code = x.organisation AND ju.regional_office IS NOT NULL
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'),
  'homeUnit', CASE WHEN a.id IS NOT NULL THEN coalesce(a.unit, 'kanwil-' || a.regional_office) WHEN p.brought_by IS NOT NULL THEN p.brought_by
  WHEN p.side = 'guest' OR lower(g.email) = m.recipient_email THEN v.guest_unit WHEN p.side = 'host' OR lower(h.email) = m.recipient_email THEN v.host_unit END,
  'homeOffice', coalesce(a.regional_office, au.regional_office)) END AS about, m.body_text AS text, m.body_html AS html, m.calendar_content AS calendar, m.reference,
  m.body_dropped_at AS "bodyDroppedAt"
  FROM mail m
  LEFT JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit)
  ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN person a ON a.email = m.recipient_email
  LEFT JOIN unit au ON au.code = a.unit
  LEFT JOIN LATERAL (SELECT x.side, x.brought_by FROM visit_participant x WHERE x.visit_id = v.id AND x.email = m.recipient_email
  ORDER BY x.created_at, x.id LIMIT 1) p ON true WHERE (m.id = $1) AND (v.id IS NOT NULL) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0)));

-- FindMail.execute, 3 texts
-- takes $1 uuid
-- gives id uuid, position bigint, toName text, toEmail text, subject text, state text, tries integer, nextTryAt timestamptz, lastError text | null, lastFate text | null, topic text | null, visit uuid | null, visitReference text | null, createdAt timestamptz, sentAt timestamptz | null, messageId text, calendarMethod text | null, isRedacted boolean, about jsonb | null, text text, html text, calendar text | null, reference text | null, bodyDroppedAt timestamptz | null
SELECT m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError",
  m.last_fate AS "lastFate", m.topic, v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('state', v.state, 'submittedAt', v.submitted_at,
  'guestUnit', v.guest_unit, 'hostUnit', v.host_unit, 'guestRegionalOffice', g.regional_office,
  'hostRegionalOffice', h.regional_office,
  'joinedGuests', (SELECT coalesce(jsonb_agg(x.organisation ORDER BY x.organisation), '[]')
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'), 'askedGuests', '[]'::jsonb, 'joinedOffices', (SELECT coalesce(jsonb_agg(DISTINCT ju.regional_office), '[]')
  FROM visit_guest x JOIN unit ju ON ju.code = x.organisation AND ju.regional_office IS NOT NULL
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'),
  'homeUnit', CASE WHEN a.id IS NOT NULL THEN coalesce(a.unit, 'kanwil-' || a.regional_office) WHEN p.brought_by IS NOT NULL THEN p.brought_by
  WHEN p.side = 'guest' OR lower(g.email) = m.recipient_email THEN v.guest_unit WHEN p.side = 'host' OR lower(h.email) = m.recipient_email THEN v.host_unit END,
  'homeOffice', coalesce(a.regional_office, au.regional_office)) END AS about, m.body_text AS text, m.body_html AS html, m.calendar_content AS calendar, m.reference,
  m.body_dropped_at AS "bodyDroppedAt"
  FROM mail m
  LEFT JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit)
  ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN person a ON a.email = m.recipient_email
  LEFT JOIN unit au ON au.code = a.unit
  LEFT JOIN LATERAL (SELECT x.side, x.brought_by FROM visit_participant x WHERE x.visit_id = v.id AND x.email = m.recipient_email
  ORDER BY x.created_at, x.id LIMIT 1) p ON true WHERE (m.id = $1);

-- == src/correspondence/queries/list-mails.ts

-- ListMails.execute, 5 texts
-- takes $1 text[], $2 bigint
-- gives id uuid, position bigint, toName text, toEmail text, subject text, state text, tries integer, nextTryAt timestamptz, lastError text | null, lastFate text | null, topic text | null, visit uuid, visitReference text, createdAt timestamptz, sentAt timestamptz | null, messageId text, calendarMethod text | null, isRedacted boolean, about jsonb | null
SELECT m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError",
  m.last_fate AS "lastFate", m.topic, v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('state', v.state, 'submittedAt', v.submitted_at,
  'guestUnit', v.guest_unit, 'hostUnit', v.host_unit, 'guestRegionalOffice', g.regional_office,
  'hostRegionalOffice', h.regional_office,
  'joinedGuests', (SELECT coalesce(jsonb_agg(x.organisation ORDER BY x.organisation), '[]')
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'), 'askedGuests', '[]'::jsonb, 'joinedOffices', (SELECT coalesce(jsonb_agg(DISTINCT ju.regional_office), '[]')
  FROM visit_guest x JOIN unit ju ON ju.code = x.organisation AND ju.regional_office IS NOT NULL
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'),
  'homeUnit', CASE WHEN a.id IS NOT NULL THEN coalesce(a.unit, 'kanwil-' || a.regional_office) WHEN p.brought_by IS NOT NULL THEN p.brought_by
  WHEN p.side = 'guest' OR lower(g.email) = m.recipient_email THEN v.guest_unit WHEN p.side = 'host' OR lower(h.email) = m.recipient_email THEN v.host_unit END,
  'homeOffice', coalesce(a.regional_office, au.regional_office)) END AS about FROM mail m
  LEFT JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit)
  ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN person a ON a.email = m.recipient_email
  LEFT JOIN unit au ON au.code = a.unit
  LEFT JOIN LATERAL (SELECT x.side, x.brought_by FROM visit_participant x WHERE x.visit_id = v.id AND x.email = m.recipient_email
  ORDER BY x.created_at, x.id LIMIT 1) p ON true
  WHERE (v.id IS NOT NULL) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))) ORDER BY m.position DESC LIMIT $2;

-- ListMails.execute, 5 texts
-- takes $1 bigint
-- gives id uuid, position bigint, toName text, toEmail text, subject text, state text, tries integer, nextTryAt timestamptz, lastError text | null, lastFate text | null, topic text | null, visit uuid | null, visitReference text | null, createdAt timestamptz, sentAt timestamptz | null, messageId text, calendarMethod text | null, isRedacted boolean, about jsonb | null
SELECT m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError",
  m.last_fate AS "lastFate", m.topic, v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('state', v.state, 'submittedAt', v.submitted_at,
  'guestUnit', v.guest_unit, 'hostUnit', v.host_unit, 'guestRegionalOffice', g.regional_office,
  'hostRegionalOffice', h.regional_office,
  'joinedGuests', (SELECT coalesce(jsonb_agg(x.organisation ORDER BY x.organisation), '[]')
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'), 'askedGuests', '[]'::jsonb, 'joinedOffices', (SELECT coalesce(jsonb_agg(DISTINCT ju.regional_office), '[]')
  FROM visit_guest x JOIN unit ju ON ju.code = x.organisation AND ju.regional_office IS NOT NULL
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined'),
  'homeUnit', CASE WHEN a.id IS NOT NULL THEN coalesce(a.unit, 'kanwil-' || a.regional_office) WHEN p.brought_by IS NOT NULL THEN p.brought_by
  WHEN p.side = 'guest' OR lower(g.email) = m.recipient_email THEN v.guest_unit WHEN p.side = 'host' OR lower(h.email) = m.recipient_email THEN v.host_unit END,
  'homeOffice', coalesce(a.regional_office, au.regional_office)) END AS about FROM mail m
  LEFT JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit)
  ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN person a ON a.email = m.recipient_email
  LEFT JOIN unit au ON au.code = a.unit
  LEFT JOIN LATERAL (SELECT x.side, x.brought_by FROM visit_participant x WHERE x.visit_id = v.id AND x.email = m.recipient_email
  ORDER BY x.created_at, x.id LIMIT 1) p ON true
  WHERE true ORDER BY m.position DESC LIMIT $1;

-- == src/correspondence/queries/mail-traffic.ts

-- FindMailTraffic.execute
-- gives sent_at timestamptz | null, received_at timestamptz | null
SELECT (SELECT max(sent_at) FROM mail WHERE state = 'sent') AS sent_at,
  (SELECT received_at FROM received_mail ORDER BY position DESC LIMIT 1) AS received_at;

-- == src/correspondence/queries/mails-that-wait.ts

-- MailsThatWait.execute
-- takes $1 timestamptz, $2 text
-- gives waiting integer, givenUp integer, givenUpForUs integer, returnedForUs integer
WITH of_note AS (
  SELECT state, secrets <> 'redacted' AS is_whole, last_fate IN ('server-fault', 'sender-blocked') OR last_error = $2 AS is_ours
  FROM mail
  WHERE state = 'queued' OR (state = 'failed' AND next_try_at >= $1
  AND NOT EXISTS (SELECT FROM address_fault f WHERE f.email = lower(recipient_email))))
  SELECT count(*) FILTER (WHERE state = 'queued')::int AS waiting,
  count(*) FILTER (WHERE state = 'failed' AND is_whole)::int AS "givenUp",
  count(*) FILTER (WHERE state = 'failed' AND is_whole AND is_ours)::int AS "givenUpForUs",
  count(*) FILTER (WHERE state = 'failed' AND NOT is_whole AND is_ours)::int AS "returnedForUs"
  FROM of_note;

-- == src/feedback/queries/feedback-due.ts

-- FeedbackDue.toAsk
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[], $6 text[]
-- gives participantId uuid, name text, email text, visitId uuid, reference text, title text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, zone text
SELECT p.id AS "participantId", p.name, p.email, v.id AS "visitId", v.reference, v.title,
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone",
  coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone FROM (SELECT * FROM visit y WHERE y.state = ANY ($5) AND y.ends_at <= $1
  AND y.ends_at > ($1::timestamptz - interval '14 days') AND y.starts_at > (($1::timestamptz - interval '14 days'))::timestamptz - interval '14 days' OFFSET 0) v JOIN LATERAL (SELECT * FROM visit_participant x WHERE x.visit_id = v.id OFFSET 0) p ON true
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN person a ON a.email = p.email LEFT JOIN unit w ON w.code = a.unit
  WHERE NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at)
  AND p.email IS NOT NULL AND CASE
  WHEN EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = v.id AND x.attendance IS NOT NULL)
  THEN coalesce(p.attendance = ANY ($6), false) ELSE p.answer <> 'declined' END AND NOT EXISTS (SELECT 1 FROM feedback_request r WHERE r.participant_id = p.id)
  AND ($2::uuid IS NULL OR p.id > $2) AND ($3::uuid IS NULL OR p.id = $3) ORDER BY p.id LIMIT $4;

-- FeedbackDue.toRemind
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives participantId uuid, name text, email text, visitId uuid, reference text, title text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, zone text, askedAt timestamptz, expiresAt timestamptz
SELECT p.id AS "participantId", p.name, p.email, v.id AS "visitId", v.reference, v.title,
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone",
  coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone, r.asked_at AS "askedAt", r.expires_at AS "expiresAt"
  FROM feedback_request r
  CROSS JOIN LATERAL (SELECT * FROM visit_participant x WHERE x.id = r.participant_id OFFSET 0) p
  CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = p.visit_id OFFSET 0) v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN person a ON a.email = p.email LEFT JOIN unit w ON w.code = a.unit
  WHERE r.reminded_at IS NULL AND r.expires_at > $1 AND r.asked_at < $1::timestamptz - interval '2 days'
  AND p.email IS NOT NULL AND NOT coalesce(p.attendance = ANY ($5), false)
  AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.participant_id = p.id)
  AND ($2::uuid IS NULL OR p.id > $2) AND ($3::uuid IS NULL OR p.id = $3) ORDER BY p.id LIMIT $4;

-- FeedbackDue.untold
-- takes $1 uuid, $2 uuid, $3 bigint, $4 text[]
-- gives visitId uuid, endsAt timestamptz, asked integer, answered integer, openUntil timestamptz | null, shown integer, unasked integer
SELECT v.id AS "visitId", v.ends_at AS "endsAt", count(r.participant_id)::int AS asked,
  count(f.participant_id)::int AS answered, max(r.expires_at) AS "openUntil" /* never null: somebody answered, so was asked */,
  (SELECT count(*)::int FROM feedback_release s WHERE s.visit_id = v.id) AS shown,
  count(*) FILTER (WHERE r.participant_id IS NULL AND p.email IS NOT NULL AND CASE
  WHEN EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = v.id AND x.attendance IS NOT NULL)
  THEN coalesce(p.attendance = ANY ($4), false) ELSE p.answer <> 'declined' END)::int AS unasked
  FROM feedback_result t JOIN visit v ON v.id = t.visit_id JOIN visit_participant p ON p.visit_id = v.id
  LEFT JOIN feedback_request r ON r.participant_id = p.id
  LEFT JOIN feedback f ON f.participant_id = p.id
  WHERE t.told_at IS NULL AND ($1::uuid IS NULL OR v.id > $1) AND ($2::uuid IS NULL OR v.id = $2)
  GROUP BY v.id HAVING count(f.participant_id) > 0 ORDER BY v.id LIMIT $3;

-- == src/feedback/queries/feedback-form.ts

-- FindFeedbackForm.participantOf
-- takes $1 text
-- gives participantId uuid
SELECT participant_id AS "participantId" FROM feedback_link WHERE token_hash = $1;

-- FindFeedbackForm.of
-- takes $1 uuid, $2 timestamptz, $3 text[], $4 text[]
-- gives participantId uuid, name text, side text, title text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, expiresAt timestamptz | null, mayStart boolean, given jsonb | null
SELECT p.id AS "participantId", p.name, p.side, v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone",
  r.expires_at AS "expiresAt",
  v.state = ANY ($3) AND v.ends_at <= $2 AND v.ends_at > $2::timestamptz - interval '14 days'
  AND NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at) AND CASE
  WHEN EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = v.id AND x.attendance IS NOT NULL)
  THEN coalesce(p.attendance = ANY ($4), false) ELSE p.answer <> 'declined' END AS "mayStart",
  CASE WHEN f.participant_id IS NOT NULL THEN jsonb_build_object('usefulness', f.usefulness,
  'welcome', f.welcome, 'toCopy', f.to_copy, 'toImprove', f.to_improve, 'mayName', f.may_name) END AS given
  FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN feedback_request r ON r.participant_id = p.id
  LEFT JOIN feedback f ON f.participant_id = p.id
  WHERE p.id = $1;

-- == src/feedback/queries/host-ratings.ts

-- HostRatings.of
-- takes $1 text[]
-- gives unit text, average double precision, count integer
SELECT h.heir AS unit, avg((f.usefulness + f.welcome) / 2.0)::float8 AS average, count(*)::int AS count
  FROM feedback_welcome_release f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
  WHERE h.heir = ANY ($1) GROUP BY h.heir;

-- == src/feedback/queries/visit-feedback.ts

-- VisitFeedbackQuery.released
-- takes $1 uuid
-- gives state text, submittedAt timestamptz | null, guestUnit text, guestRegionalOffice text | null, hostUnit text, hostRegionalOffice text | null, timeZone text, joinedGuests text[], askedGuests text[], joinedOffices text[], asked integer, openUntil timestamptz | null, said jsonb, welcome jsonb
SELECT v.state, v.submitted_at AS "submittedAt", v.guest_unit AS "guestUnit", g.regional_office AS "guestRegionalOffice",
  v.host_unit AS "hostUnit", h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone",
  ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices", a.asked, a."openUntil", s.said, w.welcome
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  CROSS JOIN LATERAL (
  SELECT count(*)::int AS asked, max(r.expires_at) AS "openUntil"
  FROM visit_participant p JOIN feedback_request r ON r.participant_id = p.id WHERE p.visit_id = v.id
  ) a
  CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('usefulness', f.usefulness, 'toCopy', f.to_copy,
  'toImprove', f.to_improve, 'name', CASE WHEN f.may_name THEN p.name END)), '[]') AS said
  FROM feedback_release f LEFT JOIN visit_participant p ON p.id = f.participant_id WHERE f.visit_id = v.id
  ) s
  CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(f.welcome), '[]') AS welcome
  FROM feedback_welcome_release f WHERE f.visit_id = v.id
  ) w
  WHERE v.id = $1;

-- VisitFeedbackQuery.unreleasedTexts
-- takes $1 uuid
-- gives toCopy text, toImprove text
SELECT f.to_copy AS "toCopy", f.to_improve AS "toImprove"
  FROM feedback f JOIN visit_participant p ON p.id = f.participant_id
  WHERE p.visit_id = $1 AND NOT EXISTS (SELECT 1 FROM feedback_release r WHERE r.participant_id = p.id);

-- == src/feedback/storage/feedback-releases.ts

-- FeedbackReleases.lock
-- takes $1 uuid
-- gives id uuid
SELECT v.id FROM visit v WHERE v.id = (SELECT visit_id FROM visit_participant WHERE id = $1)
  FOR NO KEY UPDATE;

-- FeedbackReleases.given
-- takes $1 uuid
-- gives participantId uuid, usefulness integer, welcome integer | null, toCopy text, toImprove text, mayName boolean
SELECT f.participant_id AS "participantId", f.usefulness, f.welcome, f.to_copy AS "toCopy",
  f.to_improve AS "toImprove", f.may_name AS "mayName"
  FROM feedback f JOIN visit_participant p ON p.id = f.participant_id WHERE p.visit_id = $1;

-- == src/feedback/storage/feedback-repository.ts

-- FeedbackRepository.ask
-- takes $1 uuid, $2 timestamptz, $3 timestamptz, $4 text[]
-- gives participant_id uuid
INSERT INTO feedback_request (participant_id, asked_at, expires_at)
  SELECT p.id, $2, $3 FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  WHERE p.id = $1 AND v.state = ANY ($4)
  ON CONFLICT DO NOTHING RETURNING participant_id;

-- FeedbackRepository.remind
-- takes $1 uuid, $2 timestamptz
-- gives participant_id uuid
WITH reminded AS (
  UPDATE feedback_request r SET reminded_at = $2
  WHERE r.participant_id = $1 AND r.reminded_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.participant_id = r.participant_id)
  RETURNING r.participant_id)
  SELECT participant_id FROM reminded;

-- == src/follow-ups/queries/awaited-confirmations.ts

-- AwaitedConfirmations.execute
-- takes $1 text[], $2 timestamptz, $3 bigint, $4 text[], $5 text
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null
SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.id IN (SELECT id FROM (SELECT DISTINCT each.position, each.id FROM unnest($1::text[]) reading (reader) CROSS JOIN LATERAL (SELECT me.position, me.follow_up_id AS id FROM follow_up_reader me JOIN (follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id) ON f.id = me.follow_up_id
  WHERE me.reader = reading.reader AND me.state = 'done' AND me.position < -extract(epoch FROM $2::timestamptz)
  AND r.id IS NULL AND (f.unit <> ALL ($4) AND (v.guest_unit = ANY ($4) OR v.host_unit = ANY ($4))
  OR $5::text IN (g.regional_office, h.regional_office)) ORDER BY position ASC, id ASC LIMIT $3) each ORDER BY position ASC, id ASC LIMIT $3) page)
  ORDER BY f.done_at DESC, f.id;

-- == src/follow-ups/queries/due-follow-ups.ts

-- DueFollowUps.ofUnits
-- takes $1 text[], $2 date, $3 text[]
-- gives id uuid, what text, personName text, dueOn text, visitTitle text
SELECT f.id, f.what, f.person_name AS "personName", f.due_on::text AS "dueOn", v.title AS "visitTitle"
  FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE f.unit = ANY ($1) AND f.due_on <= $2 AND f.state = ANY ($3) AND (v.submitted_at IS NOT NULL OR v.guest_unit = f.unit)
  ORDER BY f.due_on, f.id LIMIT 30;

-- == src/follow-ups/queries/follow-up-choices.ts

-- FollowUpChoices.units
-- gives code text, name text, regionalOffice text | null, regionalOfficeName text | null
SELECT u.code, u.name, o.code AS "regionalOffice", o.short_name AS "regionalOfficeName"
  FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office WHERE EXISTS (SELECT FROM follow_up f JOIN visit v ON v.id = f.visit_id WHERE f.unit = u.code AND v.submitted_at IS NOT NULL OFFSET 0) ORDER BY u.name, u.code;

-- FollowUpChoices.units
-- takes $1 text[]
-- gives code text, name text, regionalOffice text | null, regionalOfficeName text | null
SELECT u.code, u.name, o.code AS "regionalOffice", o.short_name AS "regionalOfficeName"
  FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office WHERE u.code IN (SELECT me.unit FROM follow_up_reader me WHERE me.reader = ANY ($1::text[])) ORDER BY u.name, u.code;

-- FollowUpChoices.owners
-- takes $1 text[]
-- gives id uuid, name text, unit text, unitName text
SELECT p.id, p.name, u.code AS unit, u.name AS "unitName" FROM unit u JOIN person p ON coalesce(p.unit, 'kanwil-' || p.regional_office) = u.code
  WHERE u.code = ANY ($1) AND p.suspended_at IS NULL ORDER BY array_position($1, u.code), p.name, p.id;

-- FollowUpChoices.practices, 7 texts
-- takes $1 text[], $2 uuid, $3 text[], $4 text
-- gives id uuid, title text, unitName text
SELECT n.id, n.title, u.name AS "unitName" FROM note n JOIN unit u ON u.code = n.unit
  WHERE n.state = 'published' AND n.visibility <> 'unit' AND (n.unit = ANY ($1) OR n.visit_id = $2
  OR n.id IN (SELECT r.note_id FROM replication r WHERE r.to_unit = ANY ($1))) AND ((n.state = 'published' AND n.visibility = 'nation') OR (n.state <> ALL ($3) AND n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = $4)))
  ORDER BY u.name, n.title, n.id LIMIT 200;

-- FollowUpChoices.practices, 7 texts
-- takes $1 text[], $2 uuid
-- gives id uuid, title text, unitName text
SELECT n.id, n.title, u.name AS "unitName" FROM note n JOIN unit u ON u.code = n.unit
  WHERE n.state = 'published' AND n.visibility <> 'unit' AND (n.unit = ANY ($1) OR n.visit_id = $2
  OR n.id IN (SELECT r.note_id FROM replication r WHERE r.to_unit = ANY ($1))) AND (false)
  ORDER BY u.name, n.title, n.id LIMIT 200;

-- == src/follow-ups/queries/follow-up-facts.ts

-- FollowUpFacts.byId
-- takes $1 uuid
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null
SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.id = $1;

-- FollowUpFacts.ofVisit
-- takes $1 uuid
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null
SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.visit_id = $1 ORDER BY f.due_on, f.id;

-- FollowUpFacts.history
-- takes $1 uuid
-- gives at timestamptz, actorId uuid, actorName text, action text, fromState text | null, toState text, fromDueOn text | null, dueOn text, reason text, version integer
SELECT at, actor_id AS "actorId", actor_name AS "actorName", action, from_state AS "fromState",
  to_state AS "toState", from_due_on::text AS "fromDueOn", due_on::text AS "dueOn", reason, version
  FROM follow_up_history WHERE follow_up_id = $1 ORDER BY version;

-- FollowUpFacts.comments
-- takes $1 uuid
-- gives id uuid, at timestamptz, authorName text, body text
SELECT id, at, author_name AS "authorName", body FROM follow_up_comment WHERE follow_up_id = $1
  ORDER BY at, id;

-- == src/follow-ups/queries/lineage-facts.ts

-- LineageFacts.ofNote
-- takes $1 text[], $2 uuid
-- gives followUp uuid, visit uuid, visitReference text, visitedOn text, fromUnit text, fromUnitName text, toUnit text, toUnitName text, state text, since text | null, result text | null, confirmedName text | null, maySee boolean
SELECT f.id AS "followUp", v.id AS visit, v.reference AS "visitReference",
  (v.starts_at AT TIME ZONE h.time_zone)::date::text AS "visitedOn",
  s.code AS "fromUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), s.name) AS "fromUnitName", u.code AS "toUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "toUnitName", f.state,
  r.since::text AS since, r.result, r.confirmed_name AS "confirmedName", coalesce((((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)))), false) AS "maySee"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN replication r ON r.follow_up_id = f.id
  JOIN unit s ON s.code = coalesce(r.from_unit, CASE f.unit WHEN g.code THEN h.code ELSE g.code END)
  WHERE f.id IN (SELECT follow_up_id FROM replication WHERE note_id = $2 UNION SELECT id FROM follow_up WHERE note_id = $2)
  AND CASE WHEN r.id IS NOT NULL THEN r.note_id = $2 ELSE f.state <> 'dropped' AND (((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)))) END
  ORDER BY r.since NULLS LAST, f.due_on, f.id;

-- LineageFacts.ofNote
-- takes $1 text[], $2 uuid
-- gives followUp uuid, visit uuid, visitReference text, visitedOn text, fromUnit text, fromUnitName text, toUnit text, toUnitName text, state text, since text | null, result text | null, confirmedName text | null, maySee boolean
SELECT f.id AS "followUp", v.id AS visit, v.reference AS "visitReference",
  (v.starts_at AT TIME ZONE h.time_zone)::date::text AS "visitedOn",
  s.code AS "fromUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), s.name) AS "fromUnitName", u.code AS "toUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "toUnitName", f.state,
  r.since::text AS since, r.result, r.confirmed_name AS "confirmedName", coalesce(((EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))), false) AS "maySee"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN replication r ON r.follow_up_id = f.id
  JOIN unit s ON s.code = coalesce(r.from_unit, CASE f.unit WHEN g.code THEN h.code ELSE g.code END)
  WHERE f.id IN (SELECT follow_up_id FROM replication WHERE note_id = $2 UNION SELECT id FROM follow_up WHERE note_id = $2)
  AND CASE WHEN r.id IS NOT NULL THEN r.note_id = $2 ELSE f.state <> 'dropped' AND ((EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))) END
  ORDER BY r.since NULLS LAST, f.due_on, f.id;

-- LineageFacts.countOf
-- takes $1 uuid, $2 text[]
-- gives confirmed integer, underway integer
SELECT (SELECT count(DISTINCT to_unit)::int FROM replication WHERE note_id = $1) AS confirmed,
  (SELECT count(*)::int FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE f.note_id = $1 AND f.state = ANY ($2) AND v.submitted_at IS NOT NULL) AS underway;

-- == src/follow-ups/queries/list-follow-ups.ts

-- ListFollowUps.execute, 25 texts
-- takes $1 text, $2 text, $3 text[], $4 text, $5 uuid, $6 bigint
-- gives sortKey text, id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null
SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name)::text AS "sortKey" /* never null: every state has its place */, f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id
  WHERE f.id IN (SELECT f.id FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE (true AND (f.person_name ILIKE $1) AND (EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = $2))) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($3::text[]) OFFSET 0))) AND ((coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name), f.id) > ($4::text::text, $5::uuid)) ORDER BY coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) asc, f.id asc LIMIT $6) ORDER BY coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) asc, f.id asc;

-- ListFollowUps.execute, 25 texts
-- takes $1 text, $2 text[], $3 text, $4 uuid, $5 bigint
-- gives sortKey text, id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null
SELECT f.due_on::text AS "sortKey" /* never null: every state has its place */, f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id
  WHERE f.id IN (SELECT f.id FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE (true AND (f.person_name ILIKE $1)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0))) AND ((f.due_on, f.id) > ($3::text::date, $4::uuid)) ORDER BY f.due_on asc, f.id asc LIMIT $5) ORDER BY f.due_on asc, f.id asc;

-- ListFollowUps.board, 18 texts
-- takes $1 date, $2 date, $3 text, $4 text, $5 uuid, $6 text, $7 uuid, $8 text[], $9 bigint, $10 text[]
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null, inState integer, inColumn integer
SELECT f.*, x."inState", x."inColumn" FROM (
  SELECT first.id, counted.count AS "inState",
  row_number() OVER (PARTITION BY s.state ORDER BY first.position, first.id)::int AS "inColumn"
  FROM unnest($10::text[]) s (state)
  CROSS JOIN LATERAL (SELECT count(DISTINCT each.id)::int AS count FROM (VALUES (true)) r CROSS JOIN LATERAL (
  SELECT me.id AS id FROM follow_up me WHERE true AND me.state = s.state AND (me.due_on <= $1) AND (me.due_on >= $2) AND (EXISTS (SELECT FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.id = me.id AND (f.unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3 OR cf.code = $3)) AND (u.regional_office = $4) AND (f.visit_id = $5) AND (EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = $6)) AND ($7::uuid IN (f.note_id, r.note_id)) AND f.state = 'done' AND r.id IS NULL AND EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($8::text[]) OFFSET 0) OFFSET 0)) LIMIT 1001) each) counted CROSS JOIN LATERAL (SELECT DISTINCT each.position, each.id FROM (VALUES (true)) r CROSS JOIN LATERAL (SELECT follow_up_position(me.state, me.due_on, me.done_at, me.changed_at) AS position, me.id AS id FROM follow_up me WHERE true AND me.state = s.state AND (me.due_on <= $1) AND (me.due_on >= $2) AND (EXISTS (SELECT FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.id = me.id AND (f.unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3 OR cf.code = $3)) AND (u.regional_office = $4) AND (f.visit_id = $5) AND (EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = $6)) AND ($7::uuid IN (f.note_id, r.note_id)) AND f.state = 'done' AND r.id IS NULL AND EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($8::text[]) OFFSET 0) OFFSET 0)) ORDER BY position ASC, id ASC LIMIT $9) each ORDER BY position ASC, id ASC LIMIT $9) first
  ) x JOIN (SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id) f ON f.id = x.id ORDER BY x."inColumn";

-- ListFollowUps.board, 18 texts
-- takes $1 text, $2 text[], $3 bigint, $4 text[]
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null, unitName text, regionalOffice text | null, visitReference text, visitTitle text, guestUnit text, guestUnitName text, guestRegionalOffice text | null, hostUnit text, hostUnitName text, hostRegionalOffice text | null, noteTitle text | null, replication jsonb | null, inState integer, inColumn integer
SELECT f.*, x."inState", x."inColumn" FROM (
  SELECT first.id, counted.count AS "inState",
  row_number() OVER (PARTITION BY s.state ORDER BY first.position, first.id)::int AS "inColumn"
  FROM unnest($4::text[]) s (state)
  CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (SELECT FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.state = s.state AND (true AND (f.person_name ILIKE $1)) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0)) LIMIT 1001) each) counted CROSS JOIN LATERAL (SELECT f.id, follow_up_position(f.state, f.due_on, f.done_at, f.changed_at) AS position FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id WHERE f.state = s.state AND (true AND (f.person_name ILIKE $1)) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0)) ORDER BY position, f.id LIMIT $3) first
  ) x JOIN (SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName",
  u.regional_office AS "regionalOffice", v.reference AS "visitReference", v.title AS "visitTitle",
  g.code AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  h.code AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice",
  n.title AS "noteTitle",
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('note', r.note_id, 'practice', r.practice,
  'fromUnit', r.from_unit, 'fromUnitName', CASE r.from_unit WHEN g.code THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END,
  'since', r.since, 'result', r.result, 'confirmedName', r.confirmed_name,
  'confirmedAt', r.confirmed_at) END AS replication FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN note n ON n.id = f.note_id AND n.state = 'published' AND n.visibility <> 'unit'
  LEFT JOIN replication r ON r.follow_up_id = f.id) f ON f.id = x.id ORDER BY x."inColumn";

-- == src/follow-ups/queries/owned-follow-ups.ts

-- OwnedFollowUps.ids
-- takes $1 uuid, $2 text[]
-- gives id uuid
SELECT id FROM follow_up WHERE person_id = $1 AND state = ANY ($2) ORDER BY id;

-- OwnedFollowUps.shownTo
-- takes $1 uuid, $2 text[], $3 text[], $4 bigint
-- gives id uuid, what text, dueOn text
SELECT f.id, f.what, f.due_on::text AS "dueOn" FROM follow_up f JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (f.person_id = $1 AND f.state = ANY ($2)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($3::text[]) OFFSET 0))) ORDER BY f.due_on, f.id LIMIT $4;

-- OwnedFollowUps.shownTo
-- takes $1 uuid, $2 text[], $3 text[], $4 bigint
-- gives id uuid, what text, dueOn text
SELECT f.id, f.what, f.due_on::text AS "dueOn" FROM follow_up f JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (f.person_id = $1 AND f.state = ANY ($2)) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($3::text[]) OFFSET 0)) ORDER BY f.due_on, f.id LIMIT $4;

-- == src/follow-ups/queries/reminded-follow-ups.ts

-- RemindedFollowUps.nearDue
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives id uuid, visit uuid, what text, personName text, unitName text, dueOn text, visitReference text, visitTitle text, knownSince timestamptz, zone text, readers jsonb
SELECT f.id, f.visit_id AS visit, f.what, f.person_name AS "personName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName",
  f.due_on::text AS "dueOn", v.reference AS "visitReference", v.title AS "visitTitle",
  coalesce(d.at, f.created_at) AS "knownSince", u.time_zone AS zone,
  coalesce(r.readers, '[]') AS readers
  FROM (SELECT * FROM follow_up x WHERE x.state = ANY ($5)
  AND x.due_on BETWEEN $1::timestamptz::date - 31 AND $1::timestamptz::date + 21 OFFSET 0) f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  LEFT JOIN person o ON o.id = f.person_id AND coalesce(o.unit, 'kanwil-' || o.regional_office) = f.unit AND o.suspended_at IS NULL
  LEFT JOIN LATERAL (
  SELECT max(x.at) AS at FROM follow_up_history x
  WHERE x.follow_up_id = f.id AND x.due_on IS DISTINCT FROM x.from_due_on
  ) d ON true
  CROSS JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('name', x.name, 'email', x.email) ORDER BY x.email) AS readers FROM (
  SELECT o.name, o.email WHERE o.id IS NOT NULL
  UNION ALL
  SELECT p.name, p.email FROM person p WHERE o.id IS NULL AND coalesce(p.unit, 'kanwil-' || p.regional_office) = f.unit AND p.suspended_at IS NULL
  UNION ALL
  SELECT u.name, lower(u.email) WHERE o.id IS NULL AND u.email IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM person p WHERE coalesce(p.unit, 'kanwil-' || p.regional_office) = f.unit AND p.suspended_at IS NULL)
  ) x
  ) r
  WHERE (v.submitted_at IS NOT NULL OR v.guest_unit = f.unit)
  AND ($2::uuid IS NULL OR f.id > $2) AND ($3::uuid IS NULL OR f.id = $3)
  ORDER BY f.id LIMIT $4;

-- RemindedFollowUps.stillStands
-- takes $1 uuid, $2 date, $3 text[]
-- gives ?column? integer
SELECT 1 FROM follow_up WHERE id = $1 AND due_on = $2 AND state = ANY ($3) FOR SHARE;

-- == src/follow-ups/storage/follow-up-repository.ts

-- FollowUpRepository.lock
-- takes $1 uuid
-- gives id uuid, visit uuid, what text, unit text, personName text, personId uuid | null, note uuid | null, dueOn text, postponedCount integer, state text, evidence text, evidenceUrl text, reason text, version integer, createdAt timestamptz, changedAt timestamptz, doneAt timestamptz | null
SELECT f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt" FROM follow_up f WHERE f.id = $1 FOR UPDATE;

-- FollowUpRepository.become
-- takes $1 text, $2 text
UPDATE replication SET from_unit = CASE from_unit WHEN $1 THEN $2 ELSE from_unit END,
  to_unit = CASE to_unit WHEN $1 THEN $2 ELSE to_unit END WHERE $1 IN (from_unit, to_unit);

-- FollowUpRepository.rename
-- takes $1 uuid, $2 text, $3 text
UPDATE follow_up SET person_name = $3
  WHERE visit_id = $1 AND lower(person_name) = lower($2);

-- == src/follow-ups/use-cases/move-follow-ups.ts

-- MoveFollowUps.execute
-- takes $1 text, $2 text, $3 text[]
-- gives id uuid, isOwnerThere boolean
SELECT f.id, EXISTS (SELECT FROM person p WHERE p.id = f.person_id AND p.unit = $2) AS "isOwnerThere"
  FROM follow_up f WHERE f.unit = $1 AND f.state = ANY ($3) ORDER BY f.id;

-- == src/hosts/queries/compared-practice.ts

-- ComparedPractice.notes, 10 texts
-- takes $1 text, $2 text[], $3 text, $4 text[]
-- gives id uuid, unit text, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text
SELECT id, unit, title, context, "whatWasDone", resources, "howToCopy", result, pitfalls FROM (
  SELECT n.id, u.heir AS unit, n.title, n.context, n.what_was_done AS "whatWasDone", n.resources,
  n.how_to_copy AS "howToCopy", n.result, n.pitfalls,
  row_number() OVER (PARTITION BY u.heir ORDER BY n.published_at DESC, n.id) AS place
  FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND u.heir = ANY ($4) AND ((n.state = 'published' AND n.visibility = 'nation') OR (n.state <> ALL ($2) AND n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = $3)))
  AND true AND n.id IN (SELECT n.id FROM note n WHERE matter_of(n.topics, n.title, n.context, n.what_was_done, n.how_to_copy, n.result) ILIKE $1
  UNION SELECT s.note_id FROM note_search s WHERE s.vector @@ (SELECT string_agg(quote_literal(lexeme), ' & ')::tsquery
  FROM unnest(search_vector(concat_ws(' ', $1::text)))))
  ) x WHERE place <= 3 ORDER BY unit, place;

-- ComparedPractice.notes, 10 texts
-- takes $1 text[]
-- gives id uuid, unit text, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text
SELECT id, unit, title, context, "whatWasDone", resources, "howToCopy", result, pitfalls FROM (
  SELECT n.id, u.heir AS unit, n.title, n.context, n.what_was_done AS "whatWasDone", n.resources,
  n.how_to_copy AS "howToCopy", n.result, n.pitfalls,
  row_number() OVER (PARTITION BY u.heir ORDER BY n.published_at DESC, n.id) AS place
  FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND u.heir = ANY ($1) AND ((n.state = 'published' AND n.visibility = 'nation'))
  AND true
  ) x WHERE place <= 3 ORDER BY unit, place;

-- ComparedPractice.summaries, 5 texts
-- takes $1 text, $2 text, $3 text[], $4 text[]
-- gives visitId uuid, unit text, title text, guestUnitName text, startsAt timestamptz, timeZone text, outcomes text, decisions text
SELECT "visitId", unit, title, "guestUnitName", "startsAt", "timeZone", outcomes, decisions FROM (
  SELECT v.id AS "visitId", h.heir AS unit, v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  v.starts_at AS "startsAt", h.time_zone AS "timeZone", coalesce(s.content->>'outcomes', '') AS outcomes,
  coalesce(s.content->>'decisions', '') AS decisions,
  row_number() OVER (PARTITION BY h.heir ORDER BY v.starts_at DESC, v.id) AS place
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  JOIN LATERAL (SELECT content FROM summary_revision x WHERE x.visit_id = v.id
  ORDER BY x.revision DESC LIMIT 1) s ON true
  WHERE h.heir = ANY ($4) AND matter_of(v.topics, v.title, v.purpose) ILIKE $2 AND EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $1) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($3::text[]) OFFSET 0)))
  AND concat(s.content->>'outcomes', s.content->>'decisions') <> ''
  ) x WHERE place <= 3 ORDER BY unit, place;

-- ComparedPractice.summaries, 5 texts
-- takes $1 text[], $2 text[]
-- gives visitId uuid, unit text, title text, guestUnitName text, startsAt timestamptz, timeZone text, outcomes text, decisions text
SELECT "visitId", unit, title, "guestUnitName", "startsAt", "timeZone", outcomes, decisions FROM (
  SELECT v.id AS "visitId", h.heir AS unit, v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  v.starts_at AS "startsAt", h.time_zone AS "timeZone", coalesce(s.content->>'outcomes', '') AS outcomes,
  coalesce(s.content->>'decisions', '') AS decisions,
  row_number() OVER (PARTITION BY h.heir ORDER BY v.starts_at DESC, v.id) AS place
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  JOIN LATERAL (SELECT content FROM summary_revision x WHERE x.visit_id = v.id
  ORDER BY x.revision DESC LIMIT 1) s ON true
  WHERE h.heir = ANY ($2) AND true AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)))
  AND concat(s.content->>'outcomes', s.content->>'decisions') <> ''
  ) x WHERE place <= 3 ORDER BY unit, place;

-- ComparedPractice.replications, 10 texts
-- takes $1 text, $2 text, $3 text[]
-- gives unit text, toUnitName text, practice text, since text, result text
SELECT unit, "toUnitName", practice, since, result FROM (
  SELECT f.heir AS unit, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = t.code AND un.during @> r.since), t.name) AS "toUnitName", coalesce(n.title, r.practice) AS practice,
  r.since::text, r.result,
  row_number() OVER (PARTITION BY f.heir ORDER BY r.since DESC, r.id) AS place
  FROM replication r JOIN unit t ON t.code = r.to_unit JOIN unit f ON f.code = r.from_unit LEFT JOIN note n ON n.id = r.note_id
  WHERE f.heir = ANY ($3)
  AND CASE WHEN r.note_id IS NULL THEN true AND EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
  WHERE f.id = r.follow_up_id AND x.program = $1) AND concat_ws(' ', r.practice, r.result) ILIKE $2 ELSE ((n.state = 'published' AND n.visibility = 'nation')) AND true AND EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $1) AND n.id IN (SELECT n.id FROM note n WHERE matter_of(n.topics, n.title, n.context, n.what_was_done, n.how_to_copy, n.result) ILIKE $2
  UNION SELECT s.note_id FROM note_search s WHERE s.vector @@ (SELECT string_agg(quote_literal(lexeme), ' & ')::tsquery
  FROM unnest(search_vector(concat_ws(' ', $2::text))))) END
  ) x WHERE place <= 3 ORDER BY unit, place;

-- ComparedPractice.replications, 10 texts
-- takes $1 text[]
-- gives unit text, toUnitName text, practice text, since text, result text
SELECT unit, "toUnitName", practice, since, result FROM (
  SELECT f.heir AS unit, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = t.code AND un.during @> r.since), t.name) AS "toUnitName", coalesce(n.title, r.practice) AS practice,
  r.since::text, r.result,
  row_number() OVER (PARTITION BY f.heir ORDER BY r.since DESC, r.id) AS place
  FROM replication r JOIN unit t ON t.code = r.to_unit JOIN unit f ON f.code = r.from_unit LEFT JOIN note n ON n.id = r.note_id
  WHERE f.heir = ANY ($1)
  AND CASE WHEN r.note_id IS NULL THEN true ELSE ((n.state = 'published' AND n.visibility = 'nation')) AND true END
  ) x WHERE place <= 3 ORDER BY unit, place;

-- == src/hosts/queries/find-worthy-hosts.ts

-- FindWorthyHosts.execute, 10 texts
-- takes $1 text, $2 text, $3 text, $4 text[], $5 boolean, $6 text[]
-- gives code text, name text, place text, officeName text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, notes integer, replications integer, uses integer, hosted integer, titles jsonb, usesSambang boolean
WITH noted AS (
  SELECT n.id, nu.heir AS unit, n.title, n.published_at FROM note n JOIN unit nu ON nu.code = n.unit
  WHERE n.state = 'published' AND ((n.state = 'published' AND n.visibility = 'nation')) AND true AND EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $1) AND n.id IN (SELECT n.id FROM note n WHERE matter_of(n.topics, n.title, n.context, n.what_was_done, n.how_to_copy, n.result) ILIKE $2
  UNION SELECT s.note_id FROM note_search s WHERE s.vector @@ (SELECT string_agg(quote_literal(lexeme), ' & ')::tsquery
  FROM unnest(search_vector(concat_ws(' ', $2::text)))))
  ), written AS (
  SELECT unit, count(*)::int AS notes, jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', id,
  'title', title) ORDER BY published_at DESC, id), '$[0 to 2]') AS titles FROM noted GROUP BY unit
  ), copied AS (
  SELECT ru.heir AS unit, count(DISTINCT tu.heir)::int AS replications FROM replication r
  JOIN unit ru ON ru.code = r.from_unit JOIN unit tu ON tu.code = r.to_unit AND tu.heir <> ru.heir
  WHERE r.note_id IN (SELECT id FROM noted) OR (r.note_id IS NULL AND true AND EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
  WHERE f.id = r.follow_up_id AND x.program = $1) AND concat_ws(' ', r.practice, r.result) ILIKE $2) GROUP BY ru.heir
  ), used AS (
  SELECT d.unit, count(DISTINCT eu.heir)::int AS uses FROM noted d
  JOIN note_use e ON e.note_id = d.id JOIN unit eu ON eu.code = e.unit AND eu.heir <> d.unit GROUP BY d.unit
  ), received AS (
  SELECT hu.heir AS unit, count(*)::int AS hosted FROM visit v JOIN unit hu ON hu.code = v.host_unit
  WHERE v.state = ANY ($6) AND matter_of(v.topics, v.title, v.purpose) ILIKE $2 AND EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $1) GROUP BY hu.heir
  )
  SELECT u.code, u.name, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone", u.latitude,
  u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", coalesce(w.notes, 0) AS notes, coalesce(c.replications, 0) AS replications,
  coalesce(e.uses, 0) AS uses, coalesce(x.hosted, 0) AS hosted, coalesce(w.titles, '[]') AS titles,
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang"
  FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office JOIN hosting_policy p ON p.unit = u.code
  LEFT JOIN written w ON w.unit = u.code LEFT JOIN copied c ON c.unit = u.code
  LEFT JOIN used e ON e.unit = u.code LEFT JOIN received x ON x.unit = u.code
  WHERE u.code = $3 OR CASE WHEN $4::text[] IS NULL
  THEN u.active AND p.open AND ($5::boolean IS NULL OR EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) = $5) AND num_nonnulls(w.notes, c.replications, e.uses, x.hosted) > 0
  ELSE u.code = ANY ($4::text[]) END
  ORDER BY u.code = $3 DESC NULLS LAST, coalesce(c.replications, 0) * 5 + coalesce(w.notes, 0) * 4
  + coalesce(x.hosted, 0) DESC, u.code
  LIMIT 61;

-- FindWorthyHosts.execute, 10 texts
-- takes $1 text, $2 text[], $3 boolean
-- gives code text, name text, place text, officeName text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, notes integer, replications integer, uses integer, hosted integer, titles jsonb, usesSambang boolean
WITH noted AS (
  SELECT n.id, nu.heir AS unit, n.title, n.published_at FROM note n JOIN unit nu ON nu.code = n.unit
  WHERE n.state = 'published' AND ((n.state = 'published' AND n.visibility = 'nation')) AND true
  ), written AS (
  SELECT unit, count(*)::int AS notes, jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', id,
  'title', title) ORDER BY published_at DESC, id), '$[0 to 2]') AS titles FROM noted GROUP BY unit
  ), copied AS (
  SELECT ru.heir AS unit, count(DISTINCT tu.heir)::int AS replications FROM replication r
  JOIN unit ru ON ru.code = r.from_unit JOIN unit tu ON tu.code = r.to_unit AND tu.heir <> ru.heir
  WHERE r.note_id IN (SELECT id FROM noted) OR (r.note_id IS NULL AND true) GROUP BY ru.heir
  ), used AS (
  SELECT d.unit, count(DISTINCT eu.heir)::int AS uses FROM noted d
  JOIN note_use e ON e.note_id = d.id JOIN unit eu ON eu.code = e.unit AND eu.heir <> d.unit GROUP BY d.unit
  ), received AS (
  SELECT hu.heir AS unit, sum(c.visits)::int AS hosted FROM hosted_visits c JOIN unit hu ON hu.code = c.host_unit
  WHERE c.program = '' AND c.visits > 0 GROUP BY hu.heir
  )
  SELECT u.code, u.name, u.place, o.short_name AS "officeName", u.time_zone AS "timeZone", u.latitude,
  u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed", coalesce(w.notes, 0) AS notes, coalesce(c.replications, 0) AS replications,
  coalesce(e.uses, 0) AS uses, coalesce(x.hosted, 0) AS hosted, coalesce(w.titles, '[]') AS titles,
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang"
  FROM unit u LEFT JOIN regional_office o ON o.code = u.regional_office JOIN hosting_policy p ON p.unit = u.code
  LEFT JOIN written w ON w.unit = u.code LEFT JOIN copied c ON c.unit = u.code
  LEFT JOIN used e ON e.unit = u.code LEFT JOIN received x ON x.unit = u.code
  WHERE u.code = $1 OR CASE WHEN $2::text[] IS NULL
  THEN u.active AND p.open AND ($3::boolean IS NULL OR EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) = $3) AND num_nonnulls(w.notes, c.replications, e.uses, x.hosted) > 0
  ELSE u.code = ANY ($2::text[]) END
  ORDER BY u.code = $1 DESC NULLS LAST, coalesce(c.replications, 0) * 5 + coalesce(w.notes, 0) * 4
  + coalesce(x.hosted, 0) DESC, u.code
  LIMIT 61;

-- == src/hosts/queries/host-times.ts

-- HostTimesQuery.of
-- takes $1 text[], $2 timestamptz, $3 timestamptz, $4 timestamptz
-- gives unit text, timeZone text, policy jsonb, kinds jsonb, life jsonb, closedDays jsonb, holidays jsonb, periods jsonb, busy jsonb
SELECT u.code AS unit, u.time_zone AS "timeZone",
  jsonb_build_object('open', p.open, 'capacity', p.capacity, 'onlineTakesPlace', p.online_takes_place, 'largestParty', p.largest_party,
  'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
  'lateMinutes', p.late_minutes, 'takesSignatures', p.takes_signatures, 'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
  'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute) FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy, coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'receives', k.receives,
  'largestParty', k.largest_party, 'shortestNoticeDays', k.shortest_notice_days,
  'longestNoticeDays', k.longest_notice_days, 'shortestMinutes', k.shortest_minutes,
  'longestMinutes', k.longest_minutes, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_kind_window w WHERE w.unit = k.unit AND w.kind = k.kind), '[]')) ORDER BY k.kind)
  FROM hosting_kind k WHERE k.unit = u.code), '[]') AS kinds, jsonb_build_object('from', u.opened_on, 'until', u.closed_on) AS life, coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
  FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN ($2::timestamptz::date - 1) AND ($3::timestamptz::date + 1)), '[]') AS "closedDays",
  coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'kind', h.kind) ORDER BY h.date)
  FROM holiday h WHERE h.date BETWEEN ($2::timestamptz::date - 1) AND ($3::timestamptz::date + 1)), '[]') AS holidays, coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) ORDER BY d.first_day, d.id) FROM hosting_period d
  WHERE (d.unit = u.code OR d.unit IS NULL) AND d.first_day <= ($3::timestamptz::date + 1) AND d.last_day >= ($2::timestamptz::date - 1)), '[]') AS periods,
  coalesce((SELECT jsonb_agg(jsonb_build_array(lower(t.during), upper(t.during), t.place))
  FROM host_time t WHERE t.host_unit = u.code AND t.during && tstzrange($2, $3)
  AND (t.expires_at IS NULL OR t.expires_at > $4)), '[]') AS busy
  FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE u.code = ANY ($1);

-- == src/hosts/queries/known-topics.ts

-- KnownTopics.execute
-- gives topic text
SELECT min(t.topic) AS topic FROM note n, unnest(n.topics) AS t (topic)
  WHERE n.state = 'published' AND n.visibility = 'nation'
  GROUP BY lower(t.topic) ORDER BY count(*) DESC, 1 LIMIT 50;

-- == src/imports/queries/import-facts.ts

-- ImportFacts.offices
-- gives code text, name text, others text[]
SELECT o.code, o.name, ARRAY[o.short_name, o.region] AS others FROM regional_office o ORDER BY o.code;

-- ImportFacts.programs
-- gives code text, title text
SELECT p.code, p.title FROM program p ORDER BY p.code;

-- ImportFacts.accounts
-- takes $1 text[]
-- gives email text
SELECT p.email FROM person p WHERE p.email = ANY ($1);

-- ImportFacts.recorded
-- takes $1 uuid
-- gives unit text | null, regionalOffice text | null, count integer
SELECT CASE WHEN s.is_unit THEN s.code END AS unit, CASE WHEN NOT s.is_unit THEN s.code END AS "regionalOffice",
  count(DISTINCT v.id)::int AS count
  FROM import_row r JOIN visit v ON v.id = r.made_id AND v.recorded_by IS NOT NULL
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  JOIN person p ON p.id = v.created_by
  CROSS JOIN LATERAL (VALUES (v.guest_unit, true), (v.host_unit, true), (g.regional_office, false),
  (h.regional_office, false)) AS s (code, is_unit)
  WHERE r.import_id = $1 AND r.state = 'made' AND s.code IS DISTINCT FROM CASE WHEN s.is_unit THEN p.unit ELSE p.regional_office END
  GROUP BY s.is_unit, s.code ORDER BY s.is_unit, s.code;

-- ImportFacts.readers
-- takes $1 text, $2 text
-- gives name text, email text
SELECT p.name, p.email FROM person p
  WHERE p.suspended_at IS NULL AND (p.unit = $1 OR p.regional_office = $2) ORDER BY p.email;

-- == src/imports/storage/import-repository.ts

-- ImportRepository.ofPerson
-- takes $1 uuid, $2 bigint
-- gives id uuid, kind text, fileName text, state text, createdBy uuid, createdAt timestamptz, confirmedAt timestamptz | null, finishedAt timestamptz | null
SELECT i.id, i.kind, i.file_name AS "fileName", i.state, i.created_by AS "createdBy", i.created_at AS "createdAt",
  i.confirmed_at AS "confirmedAt", i.finished_at AS "finishedAt"
  FROM import i WHERE i.created_by = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT $2;

-- ImportRepository.add
-- takes $1 uuid, $2 integer[], $3 jsonb[], $4 text[], $5 text[], $6 text[]
INSERT INTO import_row (import_id, number, cells, content_key, state, says)
  SELECT $1, r.number, r.cells, r.content_key, r.state, r.says
  FROM unnest($2::int[], $3::jsonb[], $4::text[], $5::text[], $6::text[])
  AS r (number, cells, content_key, state, says);

-- ImportRepository.ready
-- takes $1 uuid, $2 bigint
-- gives importId uuid, number integer, cells jsonb, contentKey text, state text, says text, madeId uuid | null
SELECT r.import_id AS "importId", r.number, r.cells, r.content_key AS "contentKey", r.state, r.says,
  r.made_id AS "madeId" FROM import_row r WHERE r.import_id = $1 AND r.state = 'ready'
  ORDER BY r.number LIMIT $2;

-- ImportRepository.known
-- takes $1 text[]
-- gives contentKey text
SELECT content_key AS "contentKey" FROM imported_content WHERE content_key = ANY ($1);

-- ImportRepository.claim
-- takes $1 text, $2 uuid
-- gives contentKey text
INSERT INTO imported_content (content_key, made_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
  RETURNING content_key AS "contentKey";

-- ImportRepository.settle
-- takes $1 uuid, $2 integer, $3 text, $4 text, $5 uuid
UPDATE import_row SET state = $3, says = $4, made_id = $5 WHERE import_id = $1 AND number = $2;

-- ImportRepository.counts
-- takes $1 uuid
-- gives state text, count integer
SELECT r.state, count(*)::int AS count FROM import_row r WHERE r.import_id = $1 GROUP BY r.state;

-- ImportRepository.rows
-- takes $1 uuid, $2 text[], $3 integer, $4 bigint
-- gives importId uuid, number integer, cells jsonb, contentKey text, state text, says text, madeId uuid | null
SELECT r.import_id AS "importId", r.number, r.cells, r.content_key AS "contentKey", r.state, r.says,
  r.made_id AS "madeId" FROM import_row r
  WHERE r.import_id = $1 AND r.state = ANY ($2) AND r.number > $3 ORDER BY r.number LIMIT $4;

-- == src/learning/queries/learning-answers.ts

-- LearningAnswers.ofVisit
-- takes $1 uuid
-- gives day integer, name text, askedAt timestamptz, answer text | null, words text, answeredAt timestamptz | null
SELECT c.day /* one of: the days of its check */, p.name, c.asked_at AS "askedAt", c.answer, c.words,
  c.answered_at AS "answeredAt"
  FROM learning_check c JOIN visit_participant p ON p.id = c.participant_id
  WHERE c.visit_id = $1 ORDER BY c.day;

-- == src/learning/queries/learning-due.ts

-- LearningDue.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[], $6 integer, $7 integer, $8 integer[]
-- gives visitId uuid, reference text, title text, learningQuestions text[], guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, zone text, participantId uuid, name text, email text, asked integer[], wanted integer[]
SELECT v.id AS "visitId", v.reference, v.title, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", g.time_zone AS zone,
  p.id AS "participantId", p.name, p.email,
  ARRAY(SELECT c.day FROM learning_check c WHERE c.visit_id = v.id) AS asked,
  coalesce(s.learning_days, $8::integer[]) AS wanted
  FROM (SELECT * FROM visit x WHERE x.state = ANY ($5)
  AND x.ends_at <= $1::timestamptz - make_interval(days => $6)
  AND x.ends_at > ($1::timestamptz - make_interval(days => $7)) AND x.starts_at > (($1::timestamptz - make_interval(days => $7)))::timestamptz - interval '14 days' OFFSET 0) v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN reminder_setting s ON s.unit = v.guest_unit
  CROSS JOIN LATERAL (
  SELECT x.id, x.name, x.email FROM visit_participant x
  WHERE x.visit_id = v.id AND x.side = 'guest' AND x.brought_by IS NULL AND x.email IS NOT NULL
  ORDER BY x.role <> 'leader', x.created_at, x.id LIMIT 1) p
  WHERE EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id OFFSET 0) AND NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at)
  AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3)
  ORDER BY v.id LIMIT $4;

-- == src/learning/queries/learning-form.ts

-- FindLearningForm.byTokenHash
-- takes $1 text
-- gives visitId uuid, reference text, title text, learningQuestions text[], guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, name text, day integer, expiresAt timestamptz, answer text | null, words text
SELECT v.id AS "visitId", v.reference, v.title, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", p.name,
  c.day /* one of: the days of its check */, c.expires_at AS "expiresAt", c.answer, c.words
  FROM learning_check c JOIN visit_participant p ON p.id = c.participant_id JOIN visit v ON v.id = c.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE c.token_hash = $1;

-- == src/learning/storage/learning-checks.ts

-- LearningChecks.answer
-- takes $1 text, $2 text, $3 text, $4 timestamptz
-- gives day integer
WITH answered AS (
  UPDATE learning_check SET answer = $2, words = $3, answered_at = $4
  WHERE token_hash = $1 AND expires_at > $4 RETURNING day)
  SELECT day FROM answered;

-- == src/notes/queries/due-reviews.ts

-- DueReviews.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives noteId uuid, title text, unitName text, timeZone text, dueOn text, readers jsonb
SELECT n.id AS "noteId", n.title, u.name AS "unitName", u.time_zone AS "timeZone",
  n.review_due_on::text AS "dueOn",
  jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email) ORDER BY p.email) AS readers
  FROM note n JOIN unit u ON u.code = n.unit
  JOIN person p ON p.unit IN (u.code, u.heir) AND p.suspended_at IS NULL
  AND (p.role = ANY ($5) OR NOT EXISTS (
  SELECT 1 FROM person h WHERE h.unit IN (u.code, u.heir) AND h.role = ANY ($5) AND h.suspended_at IS NULL))
  WHERE n.state = 'published' AND n.review_due_on <= ($1::timestamptz AT TIME ZONE u.time_zone)::date
  AND ($2::uuid IS NULL OR n.id > $2) AND ($3::uuid IS NULL OR n.id = $3)
  GROUP BY n.id, u.code ORDER BY n.id LIMIT $4;

-- == src/notes/queries/found-notes.ts

-- FoundNotes.execute
-- takes $1 uuid[]
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid | null, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz | null, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], unitName text, heir text, unitType text | null, regionalOffice text | null, authorName text, unsentVisitOf text | null
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (n.published_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
  a.name AS "authorName",
  (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (v.submitted_at IS NOT NULL)) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id WHERE n.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], n.id);

-- == src/notes/queries/list-notes.ts

-- ListNotes.execute, 16 texts
-- takes $1 text, $2 text, $3 text, $4 text, $5 uuid, $6 text, $7 integer, $8 text, $9 bigint
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], unitName text, heir text, unitType text, regionalOffice text, authorName text, unsentVisitOf text | null
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (n.published_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
  a.name AS "authorName",
  (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (v.submitted_at IS NOT NULL)) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id WHERE ((n.state = 'published' AND n.visibility = 'region' AND n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = $1))) AND (n.unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $2 OR cf.code = $2)) AND (u.type = $3) AND (u.regional_office = $4) AND (n.visit_id = $5) AND (n.state = $6) AND (extract(year FROM n.published_at AT TIME ZONE u.time_zone) = $7::int) AND (EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $8)) ORDER BY n.changed_at DESC, n.id DESC LIMIT $9;

-- ListNotes.execute, 16 texts
-- takes $1 bigint
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid | null, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz | null, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], unitName text, heir text, unitType text | null, regionalOffice text | null, authorName text, unsentVisitOf text | null
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (n.published_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
  a.name AS "authorName",
  (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (v.submitted_at IS NOT NULL)) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id WHERE ((n.state = 'published' AND n.visibility = 'nation')) ORDER BY n.changed_at DESC, n.id DESC LIMIT $1;

-- == src/notes/queries/match-notes.ts

-- MatchNotes.execute, 15 texts
-- takes $1 text, $2 text, $3 text, $4 text, $5 uuid, $6 text, $7 integer, $8 text, $9 text[], $10 integer[], $11 tsquery, $12 jsonb
-- gives id uuid, freshAt timestamptz, uses integer, strengths jsonb, notes integer
WITH wish AS MATERIALIZED (
  SELECT term, query::tsquery AS query, weight * CASE WHEN query ~ '[<&]' THEN 0.6 ELSE length(query) - length(replace(query, '|', '')) + 1 END AS weight
  FROM jsonb_to_recordset($12::jsonb)
  AS w (term integer, query text, weight float8)
  ), candidate AS MATERIALIZED (
  SELECT s.note_id AS id, s.fresh_at, s.uses, s.vector || '' AS vector
  FROM (SELECT id FROM (SELECT found.id, found.uses, found.fresh_at, cell.place * 3 + found.step AS place
  FROM unnest($9::text[], $10::int[]) WITH ORDINALITY AS cell (query, most, place)
  CROSS JOIN LATERAL (SELECT * FROM (
  SELECT s.note_id AS id, s.uses, s.fresh_at, CASE WHEN NOT s.vector @@ $11::tsquery THEN 2 WHEN s.vector @@ $mark$'#used'$mark$::tsquery THEN 0 ELSE 1 END AS step FROM note_search s
  WHERE s.vector @@ cell.query::tsquery AND (SELECT true FROM note n JOIN unit u ON u.code = n.unit WHERE n.id = s.note_id AND (((n.state = 'published' AND n.visibility = 'region' AND n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = $1))) AND (n.unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $2 OR cf.code = $2)) AND (u.type = $3) AND (u.regional_office = $4) AND (n.visit_id = $5) AND (n.state = $6) AND (extract(year FROM n.published_at AT TIME ZONE u.time_zone) = $7::int) AND (EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $8)))) LIMIT cell.most) one
  ORDER BY step, uses DESC, fresh_at DESC LIMIT 1000) found  LIMIT 1000) each
  GROUP BY id ORDER BY min(place), max(uses) DESC, max(fresh_at) DESC, id LIMIT 250) r JOIN note_search s ON s.note_id = r.id
  )
  SELECT c.id, c.fresh_at AS "freshAt", c.uses, jsonb_object_agg(c.term, c.strength) AS strengths, (SELECT count(*) FROM note)::int AS notes
  FROM (SELECT c.id, c.fresh_at, c.uses, w.term, max(w.weight * ts_rank('{0.15, 0.3, 0.6, 1}', c.vector, w.query)) AS strength
  FROM candidate c JOIN wish w ON c.vector @@ w.query GROUP BY c.id, c.fresh_at, c.uses, w.term) c
  GROUP BY c.id, c.fresh_at, c.uses;

-- MatchNotes.execute, 15 texts
-- takes $1 tsquery, $2 integer, $3 jsonb
-- gives id uuid, freshAt timestamptz, uses integer, strengths jsonb, notes integer
WITH wish AS MATERIALIZED (
  SELECT term, query::tsquery AS query, weight * CASE WHEN query ~ '[<&]' THEN 0.6 ELSE length(query) - length(replace(query, '|', '')) + 1 END AS weight
  FROM jsonb_to_recordset($3::jsonb)
  AS w (term integer, query text, weight float8)
  ), candidate AS MATERIALIZED (
  SELECT s.note_id AS id, s.fresh_at, s.uses, s.vector || '' AS vector
  FROM (SELECT n.id FROM note n JOIN unit u ON u.code = n.unit JOIN note_search s ON s.note_id = n.id
  WHERE s.vector @@ $1::tsquery AND (((n.state = 'published' AND n.visibility = 'nation')))
  ORDER BY s.uses DESC, s.fresh_at DESC, n.id LIMIT 250) r JOIN note_search s ON s.note_id = r.id
  )
  SELECT c.id, c.fresh_at AS "freshAt", c.uses, jsonb_object_agg(c.term, c.strength) AS strengths, $2::int AS notes
  FROM (SELECT c.id, c.fresh_at, c.uses, w.term, max(w.weight * ts_rank('{0.15, 0.3, 0.6, 1}', c.vector, w.query)) AS strength
  FROM candidate c JOIN wish w ON c.vector @@ w.query GROUP BY c.id, c.fresh_at, c.uses, w.term) c
  GROUP BY c.id, c.fresh_at, c.uses;

-- == src/notes/queries/meant-words.ts

-- ReadMeantWords.notesWith
-- takes $1 text[]
-- gives word text, notes integer
SELECT w.word, (SELECT count(*)::int FROM (SELECT FROM note_search s
  WHERE s.vector @@ to_tsquery('pg_catalog.indonesian', w.word) LIMIT 200) counted) AS notes
  FROM unnest($1::text[]) AS w (word);

-- == src/notes/queries/note-choices.ts

-- NoteChoices.execute
-- gives programs jsonb, regionalOffices jsonb, units jsonb, unitTypes jsonb, years jsonb, topics text[]
WITH writer AS (
  SELECT u.code, u.name, u.regional_office, u.type FROM unit u
  WHERE u.code IN (SELECT unnest(ARRAY[m.code, m.heir]) FROM unit m
  WHERE (SELECT true FROM note n WHERE n.unit = m.code AND n.state = 'published' LIMIT 1))
  )
  SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.title)
  ORDER BY p.framework, p.number NULLS LAST, p.title) FROM program p), '[]') AS programs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.short_name)
  FROM regional_office o WHERE o.code IN (SELECT w.regional_office FROM writer w)), '[]') AS "regionalOffices",
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name) ORDER BY w.name)
  FROM writer w), '[]') AS units,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) ORDER BY t.name)
  FROM unit_type t WHERE t.code IN (SELECT w.type FROM writer w)), '[]') AS "unitTypes",
  coalesce((SELECT jsonb_agg(coalesce(year, 0) ORDER BY year DESC) FROM (
  SELECT extract(year FROM min(published_at))::int - 1 AS first, extract(year FROM max(published_at))::int + 1 AS last
  FROM note WHERE state = 'published') published, generate_series(first, last) AS year
  WHERE (SELECT true FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published'
  AND n.published_at >= make_timestamptz(year, 1, 1, 0, 0, 0, 'Asia/Jayapura')
  AND n.published_at < make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'Asia/Jakarta')
  AND extract(year FROM n.published_at AT TIME ZONE u.time_zone) = year ORDER BY n.published_at LIMIT 1)), '[]') AS years,
  ARRAY(SELECT min(topic) FROM (SELECT topics FROM note WHERE state = 'published' AND visibility = 'nation'
  ORDER BY published_at DESC LIMIT 500) n, unnest(n.topics) AS topic
  GROUP BY lower(topic) ORDER BY count(*) DESC, min(topic) LIMIT 8) AS topics;

-- == src/notes/queries/note-contents.ts

-- NoteContents.pictures
-- takes $1 uuid
-- gives id uuid, caption text, width integer, height integer, addedAt timestamptz, isCleared boolean
SELECT id, caption, width, height, added_at AS "addedAt", cleared_at IS NOT NULL AS "isCleared"
  FROM note_picture WHERE note_id = $1 ORDER BY added_at, id;

-- NoteContents.files
-- takes $1 uuid
-- gives id uuid, name text, mediaType text, size integer, addedAt timestamptz
SELECT id, name, media_type AS "mediaType", size, added_at AS "addedAt"
  FROM note_file WHERE note_id = $1 ORDER BY added_at, id;

-- NoteContents.comments
-- takes $1 uuid
-- gives id uuid, kind text, body text, authorId uuid, authorName text, authorPlace text | null, at timestamptz, answer text | null, answeredBy text | null, answeredAt timestamptz | null
SELECT c.id, c.kind, c.body, c.author_id AS "authorId", p.name AS "authorName",
  coalesce(u.name, o.short_name) AS "authorPlace", c.at, c.answer, a.name AS "answeredBy",
  c.answered_at AS "answeredAt"
  FROM note_comment c JOIN person p ON p.id = c.author_id
  LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
  LEFT JOIN person a ON a.id = c.answered_by
  WHERE c.note_id = $1 ORDER BY c.at, c.id;

-- NoteContents.uses
-- takes $1 uuid
-- gives unit text, unitName text, since text
SELECT s.unit, u.name AS "unitName", s.since::text AS since
  FROM note_use s JOIN unit u ON u.code = s.unit WHERE s.note_id = $1 ORDER BY s.since, u.name;

-- == src/notes/queries/note-facts.ts

-- NoteFacts.byId
-- takes $1 uuid
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid | null, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz | null, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], unitName text, heir text, unitType text | null, regionalOffice text | null, authorName text, unsentVisitOf text | null
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (n.published_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
  a.name AS "authorName",
  (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (v.submitted_at IS NOT NULL)) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id WHERE n.id = $1;

-- NoteFacts.ofVisit
-- takes $1 uuid
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz | null, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], unitName text, heir text, unitType text | null, regionalOffice text | null, authorName text, unsentVisitOf text | null
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (n.published_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
  a.name AS "authorName",
  (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (v.submitted_at IS NOT NULL)) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id WHERE n.visit_id = $1 ORDER BY n.created_at, n.id;

-- == src/notes/queries/note-questions.ts

-- NoteQuestions.byId
-- takes $1 uuid
-- gives noteId uuid, title text, unitName text, body text, askerId uuid, askerName text, askerEmail text, askerPlace text | null, isAskerGone boolean, answer text | null, answeredBy text | null, answeredAt timestamptz | null
SELECT n.id AS "noteId", n.title, u.name AS "unitName", c.body, p.id AS "askerId", p.name AS "askerName",
  p.email AS "askerEmail", coalesce(pu.name, po.short_name) AS "askerPlace",
  p.suspended_at IS NOT NULL AS "isAskerGone", c.answer, a.name AS "answeredBy", c.answered_at AS "answeredAt"
  FROM note_comment c JOIN note n ON n.id = c.note_id JOIN unit u ON u.code = n.unit
  JOIN person p ON p.id = c.author_id
  LEFT JOIN unit pu ON pu.code = p.unit LEFT JOIN regional_office po ON po.code = p.regional_office
  LEFT JOIN person a ON a.id = c.answered_by
  WHERE c.id = $1;

-- NoteQuestions.authors
-- takes $1 uuid
-- gives personId uuid, name text, email text
WITH people AS (
  SELECT p.id, p.name, p.email,
  EXISTS (SELECT 1 FROM note_revision r WHERE r.note_id = n.id AND r.changed_by = p.id) AS wrote
  FROM note n JOIN unit u ON u.code = n.unit JOIN person p ON p.unit IN (u.code, u.heir) AND p.suspended_at IS NULL WHERE n.id = $1)
  SELECT id AS "personId", name, email FROM people
  WHERE wrote OR NOT EXISTS (SELECT 1 FROM people w WHERE w.wrote) ORDER BY email;

-- == src/notes/queries/note-revisions.ts

-- NoteRevisions.ofNote
-- takes $1 uuid
-- gives version integer, state text, texts jsonb, reason text, changedBy text, changedAt timestamptz
SELECT r.version, r.state, r.texts, r.reason, p.name AS "changedBy", r.changed_at AS "changedAt"
  FROM note_revision r JOIN person p ON p.id = r.changed_by
  WHERE r.note_id = $1 ORDER BY r.version DESC;

-- NoteRevisions.last
-- takes $1 uuid
-- gives version integer, state text, reason text, changedBy text, changedAt timestamptz
SELECT r.version, r.state, r.reason, p.name AS "changedBy", r.changed_at AS "changedAt"
  FROM note_revision r JOIN person p ON p.id = r.changed_by
  WHERE r.note_id = $1 ORDER BY r.version DESC LIMIT 1;

-- == src/notes/queries/note-statistics.ts

-- ReadNoteStatistics.read
-- gives notes integer, stems text[], shares double precision[]
SELECT greatest(c.reltuples, 0)::int AS notes,
  coalesce(s.most_common_elems::text::text[], '{}') AS stems,
  coalesce(s.most_common_elem_freqs::float8[], '{}') AS shares
  FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = 'public' AND s.tablename = c.relname AND s.attname = 'vector'
  WHERE c.oid = 'public.note_search'::regclass;

-- == src/notes/queries/note-visits.ts

-- NoteVisits.byId
-- takes $1 text[], $2 uuid
-- gives id uuid, reference text, title text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.reference, v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))) AND (v.id = $2);

-- NoteVisits.byId
-- takes $1 text[], $2 uuid
-- gives id uuid, reference text, title text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.reference, v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)) AND (v.id = $2);

-- NoteVisits.ofOwnUnit
-- takes $1 text[], $2 text[], $3 text[], $4 uuid, $5 bigint
-- gives id uuid, reference text, title text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.reference, v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id IN (SELECT $4::uuid UNION SELECT x.id FROM unnest($2::text[]) own (code) CROSS JOIN LATERAL (SELECT y.id FROM visit y
  WHERE y.guest_unit = own.code AND y.state = ANY ($3) ORDER BY y.starts_at DESC, y.id LIMIT $5) x UNION SELECT x.id FROM unnest($2::text[]) own (code) CROSS JOIN LATERAL (SELECT y.id FROM visit y
  WHERE y.host_unit = own.code AND y.state = ANY ($3) ORDER BY y.starts_at DESC, y.id LIMIT $5) x)
  AND $2 && ARRAY[v.guest_unit, v.host_unit] AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)))
  ORDER BY v.id = $4::uuid DESC NULLS LAST, v.starts_at DESC, v.id LIMIT $5;

-- NoteVisits.ofOwnUnit
-- takes $1 text[], $2 text[], $3 text[], $4 uuid, $5 bigint
-- gives id uuid, reference text, title text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.reference, v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id IN (SELECT $4::uuid UNION SELECT x.id FROM unnest($2::text[]) own (code) CROSS JOIN LATERAL (SELECT y.id FROM visit y
  WHERE y.guest_unit = own.code AND y.state = ANY ($3) ORDER BY y.starts_at DESC, y.id LIMIT $5) x UNION SELECT x.id FROM unnest($2::text[]) own (code) CROSS JOIN LATERAL (SELECT y.id FROM visit y
  WHERE y.host_unit = own.code AND y.state = ANY ($3) ORDER BY y.starts_at DESC, y.id LIMIT $5) x)
  AND $2 && ARRAY[v.guest_unit, v.host_unit] AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))
  ORDER BY v.id = $4::uuid DESC NULLS LAST, v.starts_at DESC, v.id LIMIT $5;

-- == src/notes/queries/noted-programs.ts

-- NotedPrograms.ofUnit
-- takes $1 text
-- gives code text, number integer | null, title text, count integer
SELECT p.code, p.number, p.title, count(*)::int AS count
  FROM note n JOIN note_program x ON x.note_id = n.id JOIN program p ON p.code = x.program
  WHERE n.unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND n.state = 'published' AND n.visibility = 'nation'
  GROUP BY p.code ORDER BY p.code;

-- == src/notes/queries/search-facts.ts

-- ReadSearchFacts.execute
-- takes $1 text[], $2 text, $3 text[]
-- gives words jsonb, digest text, terms jsonb | null, present text[]
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('word', w.word, 'stem', w.stem,
  'isStop', coalesce(w.stem = ANY (search_stop_stems()), false),
  'near', coalesce((SELECT jsonb_agg(s.word) FROM (SELECT s.word FROM search_word s
  WHERE (s.word % w.word OR s.word LIKE w.word || '%')
  AND NOT EXISTS (SELECT 1 FROM search_word x WHERE x.word = w.word)
  ORDER BY similarity(s.word, w.word) DESC, s.word LIMIT 12) s), '[]')))
  FROM (SELECT word, CASE WHEN word ~ '[0-9]' THEN word ELSE coalesce((ts_lexize('indonesian_stem', word))[1], word) END AS stem FROM unnest($1::text[]) AS t (word)) w), '[]') AS words,
  d.digest,
  CASE WHEN d.digest <> $2 THEN
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'term', term, 'stems',
  coalesce((SELECT jsonb_object_agg(word, CASE WHEN word ~ '[0-9]' THEN word ELSE coalesce((ts_lexize('indonesian_stem', word))[1], word) END)
  FROM regexp_split_to_table(lower(term), '[^[:alnum:]]+') AS p (word) WHERE word <> ''), '{}')))
  FROM search_synonym g, unnest(g.terms) AS term WHERE g.removed_at IS NULL), '[]') END AS terms,
  ARRAY(SELECT stem FROM unnest($3::text[]) AS a (stem)
  WHERE EXISTS (SELECT FROM note_search s WHERE s.vector @@ array_to_tsvector(ARRAY[stem])::text::tsquery)) AS present
  FROM (SELECT coalesce(md5(string_agg(g.id || g.terms::text, ',' ORDER BY g.id)), 'none') AS digest
  FROM search_synonym g WHERE g.removed_at IS NULL) d;

-- == src/notes/queries/waiting-notes.ts

-- WaitingNotes.execute
-- takes $1 text[], $2 text, $3 boolean, $4 boolean, $5 date, $6 text[]
-- gives id uuid, title text, unitName text, what text, dueOn text | null
SELECT n.id, n.title, u.name AS "unitName", w.what,
  CASE WHEN w.what = 'review' THEN n.review_due_on::text END AS "dueOn"
  FROM note n JOIN unit u ON u.code = n.unit
  CROSS JOIN LATERAL (
  SELECT 'publish' AS what WHERE n.state = 'proposed' AND ($3 OR $4)
  UNION ALL SELECT 'review' WHERE n.state = 'published' AND n.review_due_on <= $5::date AND $3
  UNION ALL SELECT 'answer' WHERE NOT $4 AND n.state = ANY ($6) AND EXISTS (
  SELECT 1 FROM note_comment c WHERE c.note_id = n.id AND c.kind = 'question' AND c.answer IS NULL)
  ) w
  WHERE CASE WHEN $4 THEN u.regional_office = $2 ELSE n.unit = ANY ($1) END
  ORDER BY n.review_due_on NULLS LAST, n.changed_at, n.id LIMIT 20;

-- == src/notes/queries/word-stems.ts

-- WordStems.ask
-- takes $1 text[]
-- gives word text, stem text
SELECT word, CASE WHEN word ~ '[0-9]' THEN word ELSE coalesce((ts_lexize('indonesian_stem', word))[1], word) END AS stem FROM unnest($1::text[]) AS w (word);

-- == src/notes/storage/note-attachment-repository.ts

-- NoteAttachmentRepository.count
-- takes $1 uuid
-- gives pictures integer, files integer
SELECT (SELECT count(*)::int FROM note_picture WHERE note_id = $1) AS pictures,
  (SELECT count(*)::int FROM note_file WHERE note_id = $1) AS files;

-- NoteAttachmentRepository.clear
-- takes $1 uuid, $2 uuid, $3 uuid, $4 timestamptz
-- gives id uuid
WITH cleared AS (
  UPDATE note_picture SET cleared_by = coalesce(cleared_by, $3), cleared_at = coalesce(cleared_at, $4)
  WHERE note_id = $1 AND id = $2 RETURNING id)
  SELECT id FROM cleared;

-- == src/notes/storage/note-editing-repository.ts

-- NoteEditingRepository.open
-- takes $1 uuid, $2 uuid, $3 timestamptz, $4 timestamptz
-- gives name text, openedAt timestamptz
WITH own AS (
  INSERT INTO note_editing (note_id, person_id, opened_at) VALUES ($1, $2, $3)
  ON CONFLICT ON CONSTRAINT note_editing_pkey DO UPDATE SET opened_at = excluded.opened_at)
  SELECT p.name, e.opened_at AS "openedAt" FROM note_editing e JOIN person p ON p.id = e.person_id
  WHERE e.note_id = $1 AND e.person_id <> $2 AND e.opened_at >= $4 ORDER BY e.opened_at DESC;

-- == src/notes/storage/note-repository.ts

-- NoteRepository.lock
-- takes $1 uuid
-- gives id uuid, state text, visibility text, version integer, unit text, visit uuid | null, authorId uuid, createdAt timestamptz, changedAt timestamptz, publishedAt timestamptz | null, reviewDueOn text | null, archivedAt timestamptz | null, title text, context text, whatWasDone text, resources text, howToCopy text, result text, pitfalls text, contact text, topics text[], programs text[], regionalOffice text | null, timeZone text
SELECT n.id, n.state, n.visibility, n.version, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt", n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn", n.archived_at AS "archivedAt", n.title AS "title", n.context AS "context", n.what_was_done AS "whatWasDone", n.resources AS "resources", n.how_to_copy AS "howToCopy", n.result AS "result", n.pitfalls AS "pitfalls", n.contact AS "contact", n.topics AS "topics", ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone"
  FROM note n JOIN unit u ON u.code = n.unit WHERE n.id = $1 FOR UPDATE OF n;

-- == src/notes/storage/synonym-repository.ts

-- SynonymRepository.list
-- gives id text, terms text[], version integer, changedAt timestamptz
SELECT id, terms, version, changed_at AS "changedAt" FROM search_synonym
  WHERE removed_at IS NULL ORDER BY terms[1], id;

-- == src/notes/use-cases/hand-over-notes.ts

-- HandOverNotes.drafts
-- takes $1 uuid, $2 text[]
-- gives id uuid, title text
SELECT id, title FROM note WHERE author_id = $1 AND state = ANY ($2) ORDER BY title, id;

-- HandOverNotes.execute
-- takes $1 uuid, $2 uuid, $3 text[]
UPDATE note SET author_id = $2 WHERE author_id = $1 AND state = ANY ($3);

-- == src/operations/queries/retention-runs.ts

-- RetentionRuns.execute
-- gives kind text, ranAt timestamptz, dropped integer, droppedInAll integer
SELECT kind, ran_at AS "ranAt", dropped, dropped_in_all AS "droppedInAll" FROM retention_run;

-- == src/operations/storage/old-data.ts

-- OldData.noteRun
-- takes $1 text, $2 timestamptz, $3 integer
INSERT INTO retention_run (kind, ran_at, dropped, dropped_in_all) VALUES ($1, $2, $3, $3)
  ON CONFLICT (kind) DO UPDATE SET ran_at = excluded.ran_at, dropped = excluded.dropped,
  dropped_in_all = retention_run.dropped_in_all + excluded.dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM nip_look WHERE id IN (
  SELECT id FROM nip_look WHERE looked_at < $1 ORDER BY looked_at, id LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM export_record WHERE id IN (
  SELECT id FROM export_record WHERE taken_at < $1 ORDER BY taken_at, id LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz, $2 timestamptz
-- gives count integer
WITH dropped AS (
  UPDATE visit_entry SET text = '', photo = NULL, thumbnail = NULL, removed_at = $2 WHERE id IN (
  SELECT id FROM visit_entry
  WHERE kind = 'photo' AND NOT cleared AND removed_at IS NULL AND received_at < $1 LIMIT 500
  FOR UPDATE SKIP LOCKED)
  RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM visit_file WHERE id IN (
  SELECT signed_file FROM letter WHERE signed_file IS NOT NULL AND sent_at < $1 LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM api_token WHERE id IN (
  SELECT id FROM api_token WHERE least(revoked_at, expires_at) < $1 LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM backup_run WHERE id IN (
  SELECT id FROM backup_run WHERE started_at < $1 AND (removed_at IS NOT NULL OR bytes IS NULL)
  LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM feedback_link WHERE token_hash IN (
  SELECT token_hash FROM feedback_link WHERE created_at < $1 ORDER BY created_at LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM host_answer_link WHERE token_hash IN (
  SELECT token_hash FROM host_answer_link WHERE created_at < $1 ORDER BY created_at LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM visit_idempotency_key WHERE (person_id, key) IN (
  SELECT k.person_id, k.key FROM visit_idempotency_key k JOIN visit v ON v.id = k.visit_id
  WHERE v.created_at < $1 LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM import WHERE id IN (
  SELECT id FROM import WHERE created_at < $1 AND (confirmed_at IS NULL OR finished_at IS NOT NULL)
  LIMIT 5) RETURNING 1)
  SELECT count(*)::int * 100 AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz, $2 timestamptz
-- gives count integer
WITH chosen AS (
  SELECT id FROM mail WHERE body_dropped_at IS NULL AND created_at < $1 AND state <> 'queued'
  ORDER BY created_at LIMIT 500 FOR UPDATE SKIP LOCKED
  ), files AS (
  DELETE FROM mail_attachment WHERE mail_id IN (SELECT id FROM chosen)
  ), dropped AS (
  UPDATE mail SET body_text = '', body_html = '', calendar_method = NULL, calendar_content = NULL,
  calendar_organizer = NULL, secrets = 'redacted', body_dropped_at = $2
  WHERE id IN (SELECT id FROM chosen) RETURNING 1
  )
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM participant_link WHERE token_hash IN (
  SELECT token_hash FROM participant_link WHERE created_at < $1 ORDER BY created_at LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM press_quote_link WHERE token_hash IN (
  SELECT token_hash FROM press_quote_link WHERE created_at < $1 ORDER BY created_at LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  UPDATE received_mail SET source = NULL WHERE id IN (
  SELECT m.id FROM received_mail m WHERE m.source IS NOT NULL AND m.received_at < $1
  AND NOT EXISTS (SELECT FROM reply_question q WHERE q.received_mail_id = m.id)
  ORDER BY m.received_at LIMIT 500 FOR UPDATE OF m SKIP LOCKED)
  RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- OldData.kinds
-- takes $1 timestamptz
-- gives count integer
WITH dropped AS (
  DELETE FROM walk_in_contact WHERE participant_id IN (
  SELECT participant_id FROM walk_in_contact WHERE came_at < $1 LIMIT 500) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped;

-- == src/operations/storage/unmoved-files.ts

-- UnmovedFiles.find, 3 texts
-- takes $1 uuid, $2 bigint
-- gives id uuid
SELECT id FROM follow_up_file WHERE content IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2;

-- UnmovedFiles.find, 3 texts
-- takes $1 uuid, $2 bigint
-- gives id uuid
SELECT id FROM note_file WHERE content IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2;

-- UnmovedFiles.read, 3 texts
-- takes $1 uuid
-- gives sha256 text, content bytea
SELECT sha256, content FROM follow_up_file WHERE id = $1 AND content IS NOT NULL;

-- UnmovedFiles.read, 3 texts
-- takes $1 uuid
-- gives sha256 text, content bytea
SELECT sha256, content FROM note_file WHERE id = $1 AND content IS NOT NULL;

-- UnmovedFiles.moved, 3 texts
-- takes $1 uuid
UPDATE follow_up_file SET content = NULL, stored = sha256 WHERE id = $1 AND content IS NOT NULL;

-- UnmovedFiles.moved, 3 texts
-- takes $1 uuid
UPDATE note_file SET content = NULL, stored = sha256 WHERE id = $1 AND content IS NOT NULL;

-- UnmovedFiles.count
-- gives unmoved integer, damaged integer
SELECT (SELECT count(*)::int FROM (
  (SELECT id FROM follow_up_file WHERE content IS NOT NULL LIMIT 10000)
  UNION ALL (SELECT id FROM note_file WHERE content IS NOT NULL LIMIT 10000)
  UNION ALL (SELECT id FROM visit_file WHERE content IS NOT NULL LIMIT 10000)
  LIMIT 10000) AS found) AS unmoved,
  (SELECT count(*)::int FROM stored_file WHERE damaged_at IS NOT NULL) AS damaged;

-- == src/paperwork/queries/decline-reason.ts

-- DeclineReasons.of
-- takes $1 uuid
-- gives reason text | null
SELECT reason FROM visit_history WHERE visit_id = $1 AND action = 'decline' ORDER BY version DESC LIMIT 1;

-- == src/paperwork/queries/office-address.ts

-- OfficeAddresses.of
-- takes $1 text
-- gives address text | null, postcode text | null, webPage text | null
SELECT address, postcode, web_page AS "webPage" FROM unit WHERE code = $1;

-- == src/paperwork/storage/letter-repository.ts

-- LetterRepository.heads
-- takes $1 uuid
-- gives id uuid, organisation text, kind text, slot text | null, number text, subject text, sentAt timestamptz | null
SELECT l.id, l.organisation, l.kind, l.slot, l.number, l.subject, l.sent_at AS "sentAt" FROM letter l
  WHERE l.visit_id = $1 OR l.trip_id = (SELECT t.trip_id FROM trip_leg t WHERE t.visit_id = $1)
  ORDER BY l.written_at, l.id;

-- LetterRepository.draw
-- takes $1 text, $2 integer
-- gives last integer
INSERT INTO letter_counter (organisation, year, last) VALUES ($1, $2, 1)
  ON CONFLICT (organisation, year) DO UPDATE SET last = letter_counter.last + 1 RETURNING last;

-- == src/paperwork/storage/letter-template-repository.ts

-- LetterTemplateRepository.versions
-- takes $1 text[]
-- gives id uuid, organisation text, kind text, number integer, name text, size integer, note text, isCurrent boolean, uploadedBy text, uploadedAt timestamptz
SELECT t.id, t.organisation, t.kind, t.number, t.name, t.size, t.note, t.is_current AS "isCurrent",
  p.name AS "uploadedBy", t.uploaded_at AS "uploadedAt"
  FROM letter_template t JOIN person p ON p.id = t.uploaded_by
  WHERE t.organisation = ANY ($1) ORDER BY t.kind, t.organisation, t.number DESC;

-- LetterTemplateRepository.applying
-- takes $1 text, $2 text, $3 text
-- gives id uuid
SELECT t.id FROM unit u
  JOIN letter_template t ON t.organisation IN (u.code, $3 || u.regional_office) AND t.kind = $2 AND t.is_current
  WHERE u.code = $1 ORDER BY t.organisation = u.code DESC LIMIT 1;

-- == src/participant-page/queries/own-traces.ts

-- FindOwnTraces.of
-- takes $1 uuid
-- gives links jsonb, mails jsonb
SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('createdAt', l.created_at, 'endedAt', l.ended_at,
  'calendarReadAt', l.feed_used_at) ORDER BY l.created_at)
  FROM participant_link l WHERE l.participant_id = p.id), '[]') AS links,
  coalesce((SELECT jsonb_agg(jsonb_build_object('sentAt', m.sent_at, 'subject', m.subject, 'state', m.state)
  ORDER BY m.position)
  FROM mail m WHERE m.stream = p.visit_id::text AND m.recipient_email = p.email), '[]') AS mails
  FROM visit_participant p WHERE p.id = $1;

-- == src/participant-page/queries/page-surroundings.ts

-- FindPageSurroundings.of
-- takes $1 uuid
-- gives programs text[], rules jsonb, hostAddress text | null, latitude double precision | null, longitude double precision | null, reason text, zone text
SELECT ARRAY(SELECT CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END
  FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id
  ORDER BY r.framework, r.number NULLS LAST, r.code) AS programs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', y.name, 'text', y.text) ORDER BY y.position)
  FROM (VALUES (1, 'identity', q.identity_rule), (2, 'phone', q.phone_rule), (3, 'camera', q.camera_rule))
  AS y (position, name, text) WHERE y.text <> ''), '[]') AS rules,
  h.address || coalesce(' ' || h.postcode, '') AS "hostAddress",
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.latitude END AS latitude,
  CASE WHEN h.position_confirmed_at IS NOT NULL THEN h.longitude END AS longitude,
  coalesce((SELECT y.reason FROM visit_history y
  WHERE y.visit_id = v.id AND y.action IN ('cancel', 'not-held') ORDER BY y.version DESC LIMIT 1), '') AS reason,
  coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone
  FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  JOIN hosting_policy q ON q.unit = v.host_unit
  LEFT JOIN person a ON a.id = p.person_id LEFT JOIN unit w ON w.code = a.unit
  WHERE p.id = $1;

-- == src/people/queries/account-facts.ts

-- FindAccount.byId
-- takes $1 uuid
-- gives id uuid, name text, email text, phone text | null, nip text | null, position text | null, rank text | null, role text, unit text | null, regionalOffice text | null, placeName text | null, hasPassword boolean, suspendedAt timestamptz | null, createdAt timestamptz, version integer
SELECT person.id, person.name, person.email, person.phone, person.nip, person.position, person.rank, person.role, person.unit,
  coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
  coalesce(unit.name, office.name) AS "placeName",
  person.password_hash IS NOT NULL AS "hasPassword", person.suspended_at AS "suspendedAt",
  person.created_at AS "createdAt", person.version
  FROM person
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office WHERE person.id = $1;

-- == src/people/queries/acting-person.ts

-- ActingPerson.byId
-- takes $1 uuid
-- gives personId uuid, name text, email text, role text, unit text | null, inherited text[], regionalOffice text | null, placeName text | null, timeZone text
SELECT p.id AS "personId", p.name, p.email, p.role, p.unit,
  ARRAY(SELECT m.code FROM unit m WHERE m.heir = p.unit AND m.code <> p.unit ORDER BY m.code) AS inherited,
  coalesce(p.regional_office, u.regional_office) AS "regionalOffice",
  coalesce(u.name, o.short_name) AS "placeName",
  coalesce(u.time_zone, o.time_zone, 'Asia/Jakarta') AS "timeZone"
  FROM person p LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
  WHERE p.id = $1 AND p.suspended_at IS NULL;

-- == src/people/queries/colleagues.ts

-- Colleagues.of
-- takes $1 uuid, $2 text, $3 text
-- gives id uuid, name text, email text, phone text | null, position text | null, rank text | null, nip text | null, role text, unit text | null, regionalOffice text | null
SELECT id, name, email, phone, position, rank, nip, role, unit, regional_office AS "regionalOffice" FROM person
  WHERE unit IS NOT DISTINCT FROM $2 AND regional_office IS NOT DISTINCT FROM $3 AND id <> $1
  AND suspended_at IS NULL ORDER BY name, id;

-- Colleagues.asActor
-- takes $1 uuid
-- gives personId uuid, name text, email text, role text, unit text | null, regionalOffice text | null, placeName text | null, timeZone text
SELECT p.id AS "personId", p.name, p.email, p.role, p.unit,
  coalesce(p.regional_office, u.regional_office) AS "regionalOffice",
  coalesce(u.name, o.short_name) AS "placeName",
  coalesce(u.time_zone, o.time_zone, 'Asia/Jakarta') AS "timeZone"
  FROM person p LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
  WHERE p.id = $1;

-- Colleagues.placeName
-- takes $1 text, $2 text
-- gives name text
SELECT name FROM unit WHERE code = $1 UNION ALL SELECT name FROM regional_office WHERE code = $2;

-- == src/people/queries/find-password-link.ts

-- FindPasswordLink.byToken
-- takes $1 text, $2 timestamptz
-- gives purpose text, name text | null, email text | null
SELECT link.purpose, person.name, person.email
  FROM password_link link LEFT JOIN person ON person.id = link.person_id
  WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > $2 AND person.suspended_at IS NULL;

-- == src/people/queries/headless-units.ts

-- HeadlessUnits.execute
-- takes $1 boolean, $2 text, $3 text[]
-- gives code text, name text, hasPeople boolean
SELECT u.code, u.name,
  EXISTS (SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL) AS "hasPeople"
  FROM unit u WHERE u.kind = 'upt' AND u.active AND ($1 OR u.regional_office = $2) AND NOT EXISTS (
  SELECT FROM person p WHERE p.unit = u.code AND p.role = ANY ($3) AND p.suspended_at IS NULL)
  ORDER BY u.name, u.code LIMIT 100;

-- == src/people/queries/list-api-tokens.ts

-- ListApiTokens.execute
-- takes $1 uuid
-- gives id uuid, name text, createdAt timestamptz, lastUsedAt timestamptz | null, expiresAt timestamptz
SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt",
  expires_at AS "expiresAt" FROM api_token
  WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC;

-- == src/people/queries/list-people.ts

-- ListPeople.execute
-- takes $1 text, $2 boolean, $3 text, $4 text, $5 text, $6 uuid, $7 bigint, $8 text
-- gives id uuid, name text, email text, phone text | null, nip text | null, position text | null, rank text | null, role text, unit text | null, regionalOffice text | null, placeName text | null, hasPassword boolean, suspendedAt timestamptz | null, createdAt timestamptz, version integer
SELECT person.id, person.name, person.email, person.phone, person.nip, person.position, person.rank, person.role, person.unit,
  coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
  coalesce(unit.name, office.name) AS "placeName",
  person.password_hash IS NOT NULL AS "hasPassword", person.suspended_at AS "suspendedAt",
  person.created_at AS "createdAt", person.version
  FROM person
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office
  WHERE ($1::text IS NULL OR person.unit = $1)
  AND ($2::boolean OR person.unit = $3 OR coalesce(person.regional_office, unit.regional_office) = $4)
  AND ($8::text IS NULL OR person.name ILIKE $8 OR person.email ILIKE $8 OR person.position ILIKE $8)
  AND ($5::text IS NULL OR (person.name, person.id) > ($5, $6::uuid))
  ORDER BY person.name, person.id
  LIMIT $7;

-- == src/people/queries/office-readers.ts

-- OfficeReaders.execute
-- takes $1 text, $2 text, $3 bigint
-- gives office text, officeName text, zone text, readers jsonb
SELECT o.code AS office, o.short_name AS "officeName", o.time_zone AS zone,
  jsonb_agg(jsonb_build_object('name', coalesce(p.name, o.name), 'email', coalesce(p.email, lower(o.email)))
  ORDER BY coalesce(p.email, lower(o.email))) AS readers
  FROM regional_office o LEFT JOIN person p ON p.regional_office = o.code AND p.suspended_at IS NULL
  WHERE coalesce(p.email, lower(o.email)) IS NOT NULL
  AND ($1::text IS NULL OR o.code > $1) AND ($2::text IS NULL OR o.code = $2)
  GROUP BY o.code ORDER BY o.code LIMIT $3;

-- == src/people/queries/officer-facts.ts

-- OfficerFacts.ofUnit
-- takes $1 text
-- gives personId uuid, name text, email text, role text, phone text | null, position text | null, rank text | null, nip text | null, organisation text
SELECT id AS "personId", name, email, role, phone, position, rank, nip,
  coalesce(person.unit, 'kanwil-' || person.regional_office) AS organisation FROM person WHERE coalesce(person.unit, 'kanwil-' || person.regional_office) = $1 AND suspended_at IS NULL ORDER BY name, id;

-- OfficerFacts.byAddress
-- takes $1 text[]
-- gives personId uuid, name text, email text, role text, phone text | null, position text | null, rank text | null, nip text | null, organisation text | null
SELECT id AS "personId", name, email, role, phone, position, rank, nip,
  coalesce(person.unit, 'kanwil-' || person.regional_office) AS organisation FROM person WHERE email = ANY ($1) AND suspended_at IS NULL;

-- OfficerFacts.ofRegionalOffice
-- takes $1 text
-- gives personId uuid, name text, email text, role text, phone text | null, position text | null, rank text | null, nip text | null, organisation text
SELECT id AS "personId", name, email, role, phone, position, rank, nip,
  coalesce(person.unit, 'kanwil-' || person.regional_office) AS organisation FROM person WHERE regional_office = $1 AND suspended_at IS NULL ORDER BY name, id;

-- == src/people/queries/place-choices.ts

-- PlaceChoices.execute
-- takes $1 boolean, $2 text, $3 text, $4 text[]
-- gives units jsonb, regionalOffices jsonb
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name) ORDER BY u.name, u.code)
  FROM unit u WHERE u.kind = ANY ($4) AND (u.active OR EXISTS (
  SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL))
  AND ($1 OR u.code = $2 OR ($2::text IS NULL AND u.regional_office = $3))), '[]') AS units,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) ORDER BY o.name, o.code)
  FROM regional_office o WHERE $1), '[]') AS "regionalOffices";

-- == src/people/queries/setup-counts.ts

-- SetupCounts.rows
-- takes $1 text[]
-- gives item text, total integer, done integer
SELECT 'offices-addressed' AS item, count(*)::int AS total, count(o.email)::int AS done FROM regional_office o
  UNION ALL SELECT 'offices-staffed', count(*)::int, count(*) FILTER (WHERE EXISTS (
  SELECT FROM person p WHERE p.regional_office = o.code AND p.suspended_at IS NULL))::int FROM regional_office o
  UNION ALL SELECT 'second-administrator', 2, least(2, count(*))::int FROM person p
  WHERE p.role = ANY ($1) AND p.suspended_at IS NULL
  UNION ALL SELECT 'mail-works', count(*)::int, count(*) FILTER (WHERE c.state = 'good')::int
  FROM mail_check c WHERE c.state IN ('good', 'warning', 'bad')
  UNION ALL SELECT 'units-reachable', count(*)::int, count(*) FILTER (WHERE u.email IS NOT NULL OR EXISTS (
  SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL))::int FROM unit u WHERE u.kind = 'upt' AND u.active;

-- SetupCounts.rows
-- takes $1 text, $2 text[]
-- gives item text, total integer, done integer
SELECT 'units-headed' AS item, count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
  SELECT FROM person p WHERE p.unit = u.code AND p.role = ANY ($2) AND p.suspended_at IS NULL))::int AS done
  FROM unit u WHERE u.kind = 'upt' AND u.active AND u.regional_office = $1
  UNION ALL SELECT 'office-addressed', 1, count(o.email)::int FROM regional_office o WHERE o.code = $1;

-- SetupCounts.rows
-- takes $1 text, $2 uuid
-- gives item text, total integer, done integer
SELECT 'hosting-rules' AS item, 1 AS total, (u.version > 1)::int AS done FROM unit u WHERE u.code = $1
  UNION ALL SELECT 'unit-contact', 3, (u.email IS NOT NULL)::int + (u.phone IS NOT NULL)::int + (u.address IS NOT NULL)::int
  FROM unit u WHERE u.code = $1
  UNION ALL SELECT 'unit-officers', 1, least(1, count(*))::int FROM person p
  WHERE p.unit = $1 AND p.id <> $2 AND p.suspended_at IS NULL;

-- == src/people/storage/credential-repository.ts

-- CredentialRepository.find
-- takes $1 text, $2 timestamptz
-- gives kind text, lastUsedAt timestamptz | null, expiresAt timestamptz, personId uuid, name text, email text, role text, unit text | null, inherited text[], regionalOffice text | null, placeName text | null, timeZone text
SELECT credential.kind, credential.last_used_at AS "lastUsedAt", credential.expires_at AS "expiresAt", person.id AS "personId", person.name,
  person.email, person.role, person.unit,
  ARRAY(SELECT m.code FROM unit m WHERE m.heir = person.unit AND m.code <> person.unit ORDER BY m.code) AS inherited,
  coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
  coalesce(unit.name, office.short_name) AS "placeName",
  coalesce(unit.time_zone, office.time_zone, 'Asia/Jakarta') AS "timeZone"
  FROM (SELECT 'session' AS kind, person_id, last_used_at, expires_at FROM session
  WHERE token_hash = $1 AND expires_at > $2 UNION ALL SELECT 'api-token' AS kind, person_id, last_used_at, expires_at FROM api_token
  WHERE token_hash = $1 AND revoked_at IS NULL) credential
  JOIN person ON person.id = credential.person_id AND person.suspended_at IS NULL
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office;

-- CredentialRepository.find
-- takes $1 text, $2 timestamptz
-- gives kind text, lastUsedAt timestamptz, expiresAt timestamptz, personId uuid, name text, email text, role text, unit text | null, inherited text[], regionalOffice text | null, placeName text | null, timeZone text
SELECT credential.kind, credential.last_used_at AS "lastUsedAt", credential.expires_at AS "expiresAt", person.id AS "personId", person.name,
  person.email, person.role, person.unit,
  ARRAY(SELECT m.code FROM unit m WHERE m.heir = person.unit AND m.code <> person.unit ORDER BY m.code) AS inherited,
  coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
  coalesce(unit.name, office.short_name) AS "placeName",
  coalesce(unit.time_zone, office.time_zone, 'Asia/Jakarta') AS "timeZone"
  FROM (SELECT 'session' AS kind, person_id, last_used_at, expires_at FROM session
  WHERE token_hash = $1 AND expires_at > $2) credential
  JOIN person ON person.id = credential.person_id AND person.suspended_at IS NULL
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office;

-- == src/people/storage/password-link-repository.ts

-- PasswordLinkRepository.lockFirst
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended('first-administrator', 0));

-- == src/people/storage/person-repository.ts

-- PersonRepository.postOf
-- takes $1 text, $2 text[]
-- gives office text | null
SELECT regional_office AS office FROM unit WHERE code = $1 AND kind = ANY ($2);

-- PersonRepository.isClosed
-- takes $1 text
-- gives code text
SELECT code FROM unit WHERE code = $1 AND NOT active;

-- == src/people/storage/sign-in-failure-repository.ts

-- SignInFailureRepository.lock
-- takes $1 text
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended($1, 0));

-- SignInFailureRepository.countAfter
-- takes $1 text, $2 text, $3 timestamptz
-- gives count integer, lastAt timestamptz | null
SELECT count(*)::int AS count, max(at) AS "lastAt" FROM sign_in_failure
  WHERE email = $1 AND network = $2 AND at > $3;

-- SignInFailureRepository.forget
-- takes $1 uuid
DELETE FROM sign_in_failure WHERE id = $1;

-- == src/people/use-cases/account-book.ts

-- AccountBook.find
-- takes $1 text, $2 text
-- gives email text, isSuspended boolean, isTaken boolean
SELECT p.email, p.suspended_at IS NOT NULL AS "isSuspended", EXISTS (
  SELECT FROM person o WHERE o.email = split_part(p.email, '@', 1) || '@' || $2::text) AS "isTaken"
  FROM person p WHERE split_part(p.email, '@', 2) = $1 ORDER BY p.email;

-- == src/people/use-cases/move-people.ts

-- MovePeople.execute
-- takes $1 text, $2 text, $3 text[]
-- gives id uuid, isSecondHead boolean
SELECT p.id, p.role = ANY ($3) AND EXISTS (SELECT FROM person h
  WHERE h.unit = $2 AND h.role = ANY ($3) AND h.suspended_at IS NULL) AS "isSecondHead"
  FROM person p WHERE p.unit = $1 ORDER BY p.id;

-- == src/personal-data/queries/find-known.ts

-- FindKnown.account
-- takes $1 uuid
-- gives personId uuid, participantId uuid | null, name text, email text, reference text | null
SELECT id AS "personId", NULL::uuid AS "participantId", name, email, NULL::text AS reference
  FROM person WHERE id = $1 AND erased_at IS NULL;

-- FindKnown.participant
-- takes $1 uuid
-- gives personId uuid | null, participantId uuid, name text, email text | null, reference text
SELECT NULL::uuid AS "personId", p.id AS "participantId", p.name, p.email, v.reference
  FROM visit_participant p JOIN visit v ON v.id = p.visit_id WHERE p.id = $1;

-- FindKnown.hasAccount
-- takes $1 text
-- gives id uuid
SELECT id FROM person WHERE email = $1 AND suspended_at IS NULL;

-- FindKnown.underAddress
-- takes $1 text
-- gives personId uuid | null, participantId uuid | null, name text, email text, reference text | null
(SELECT id AS "personId", NULL::uuid AS "participantId", name, email, NULL::text AS reference
  FROM person WHERE email = $1 AND erased_at IS NULL)
  UNION ALL
  (SELECT NULL, p.id, p.name, p.email, v.reference FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  WHERE p.email = $1 ORDER BY p.created_at DESC, p.id LIMIT 20);

-- == src/personal-data/queries/list-erasures.ts

-- ListErasures.execute
-- takes $1 timestamptz, $2 uuid, $3 bigint
-- gives id uuid, askedAt timestamptz, ground text, reason text, letterOn text | null, enteredByName text | null, places integer, passed integer, changed integer, doneAt timestamptz | null
SELECT e.id, e.asked_at AS "askedAt", e.ground, e.reason, e.letter_on::text AS "letterOn", p.name AS "enteredByName",
  cardinality(e.participants) + cardinality(e.members) AS places, cardinality(e.done_tables) AS passed, e.changed,
  e.done_at AS "doneAt"
  FROM erasure e LEFT JOIN person p ON p.id = e.entered_by
  WHERE ((e.asked_at, e.id) < ($1::timestamptz, $2::uuid)) ORDER BY e.asked_at DESC, e.id DESC LIMIT $3;

-- ListErasures.execute
-- takes $1 bigint
-- gives id uuid, askedAt timestamptz, ground text, reason text, letterOn text | null, enteredByName text | null, places integer, passed integer, changed integer, doneAt timestamptz | null
SELECT e.id, e.asked_at AS "askedAt", e.ground, e.reason, e.letter_on::text AS "letterOn", p.name AS "enteredByName",
  cardinality(e.participants) + cardinality(e.members) AS places, cardinality(e.done_tables) AS passed, e.changed,
  e.done_at AS "doneAt"
  FROM erasure e LEFT JOIN person p ON p.id = e.entered_by
  WHERE true ORDER BY e.asked_at DESC, e.id DESC LIMIT $1;

-- ListErasures.filesOf
-- takes $1 uuid, $2 bigint
-- gives visitId uuid, reference text, fileId uuid, name text
SELECT v.id AS "visitId", v.reference, f.id AS "fileId", f.name
  FROM visit_file f JOIN visit v ON v.id = f.visit_id
  WHERE f.visit_id IN (SELECT p.visit_id FROM visit_participant p
  WHERE p.id IN (SELECT unnest(e.participants) FROM erasure e WHERE e.id = $1))
  ORDER BY f.added_at DESC, f.id LIMIT $2;

-- == src/personal-data/queries/list-exports.ts

-- ListExports.execute, 3 texts
-- takes $1 timestamptz, $2 uuid, $3 bigint
-- gives id uuid, takenAt timestamptz, takenBy uuid | null, takenByName text | null, route text, about text | null, fileName text, rowCount integer | null
SELECT e.id, e.taken_at AS "takenAt", e.taken_by AS "takenBy", p.name AS "takenByName", e.route, e.about,
  e.file_name AS "fileName", e.row_count AS "rowCount"
  FROM export_record e LEFT JOIN person p ON p.id = e.taken_by
  WHERE ((e.taken_at, e.id) < ($1::timestamptz, $2::uuid)) ORDER BY e.taken_at DESC, e.id DESC LIMIT $3;

-- ListExports.execute, 3 texts
-- takes $1 bigint
-- gives id uuid, takenAt timestamptz, takenBy uuid | null, takenByName text | null, route text, about text | null, fileName text, rowCount integer | null
SELECT e.id, e.taken_at AS "takenAt", e.taken_by AS "takenBy", p.name AS "takenByName", e.route, e.about,
  e.file_name AS "fileName", e.row_count AS "rowCount"
  FROM export_record e LEFT JOIN person p ON p.id = e.taken_by
  WHERE true ORDER BY e.taken_at DESC, e.id DESC LIMIT $1;

-- == src/personal-data/queries/standing.ts

-- FindStanding.of
-- takes $1 uuid, $2 uuid[], $3 timestamptz
-- gives visits integer, visitsAhead integer, openPromises integer, isLastOfItsRole boolean
SELECT (SELECT count(*)::int FROM visit_participant p WHERE p.id = ANY ($2::uuid[])) AS visits,
  (SELECT count(*)::int FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  WHERE p.id = ANY ($2::uuid[]) AND v.ends_at > $3) AS "visitsAhead",
  (SELECT count(*)::int FROM follow_up f WHERE f.person_id = $1::uuid AND f.state IN ('open', 'in-progress'))
  AS "openPromises",
  EXISTS (SELECT FROM person p WHERE p.id = $1::uuid AND NOT EXISTS (
  SELECT FROM person o WHERE o.id <> p.id AND o.role = p.role AND o.unit IS NOT DISTINCT FROM p.unit
  AND o.regional_office IS NOT DISTINCT FROM p.regional_office AND o.suspended_at IS NULL
  AND o.password_hash IS NOT NULL)) AS "isLastOfItsRole";

-- == src/personal-data/storage/erasure-repository.ts

-- ErasureRepository.waiting
-- takes $1 uuid, $2 uuid, $3 bigint
-- gives id uuid
SELECT id FROM erasure WHERE done_at IS NULL AND ($1::uuid IS NULL OR id > $1) AND ($2::uuid IS NULL OR id = $2)
  ORDER BY id LIMIT $3;

-- ErasureRepository.known
-- takes $1 uuid[]
-- gives id uuid
SELECT id FROM erasure WHERE id = ANY ($1::uuid[]);

-- ErasureRepository.closeAccountOf
-- takes $1 uuid
-- gives id uuid
WITH closed AS (
  UPDATE person SET password_hash = NULL, suspended_at = coalesce(suspended_at, now()), erased_at = coalesce(erased_at, now())
  WHERE id = $1 RETURNING id
  ), ended AS (DELETE FROM session WHERE person_id IN (SELECT id FROM closed))
  SELECT id FROM closed;

-- ErasureRepository.pass
-- takes $1 uuid, $2 text, $3 integer
UPDATE erasure SET done_tables = array_append(array_remove(done_tables, $2), $2), changed = changed + $3 WHERE id = $1;

-- ErasureRepository.closeLinks
-- takes $1 uuid[]
DELETE FROM participant_link WHERE participant_id = ANY ($1::uuid[]);

-- == src/personal-data/storage/held-mails.ts

-- HeldMails.withhold
-- takes $1 text[]
UPDATE mail SET state = 'suppressed' WHERE state = 'queued' AND lower(recipient_email) = ANY ($1::text[]);

-- HeldMails.dropFiles
-- takes $1 text[], $2 text
-- gives count integer
WITH gone AS (
  DELETE FROM mail_attachment WHERE mail_id IN (
  SELECT m.id FROM mail m WHERE m.recipient_email = ANY ($1::text[]) OR m.body_text ~* $2 OR m.body_html ~* $2
  OR m.calendar_content ~* $2 OR m.subject ~* $2) RETURNING 1)
  SELECT count(*)::int AS count FROM gone;

-- HeldMails.sources
-- takes $1 bigint, $2 bigint
-- gives id uuid, position bigint, source bytea
SELECT id, position, source FROM received_mail
  WHERE source IS NOT NULL AND position > $1::bigint ORDER BY position LIMIT $2;

-- HeldMails.dropSources
-- takes $1 uuid[]
UPDATE received_mail SET source = NULL WHERE id = ANY ($1::uuid[]);

-- HeldMails.forgetWords
-- takes $1 text[]
DELETE FROM search_word s WHERE s.word = ANY ($1::text[]) AND NOT EXISTS (
  SELECT FROM note n JOIN unit u ON u.code = n.unit
  WHERE s.word = ANY (regexp_split_to_array(lower(concat_ws(' ', n.title, array_to_string(n.topics, ' '), n.context,
  n.what_was_done, n.result, n.how_to_copy, n.resources, n.pitfalls, u.name, u.place)), '[^[:alpha:]]+')));

-- == src/personal-data/storage/kept-jobs.ts

-- KeptJobs.naming
-- takes $1 text
-- gives name text, id uuid, data jsonb | null, output jsonb | null, key text | null
SELECT name, id, data, output, singleton_key AS key FROM pgboss.job
  WHERE data::text ~* $1 OR output::text ~* $1 OR singleton_key ~* $1;

-- KeptJobs.write
-- takes $1 text, $2 uuid, $3 jsonb, $4 jsonb, $5 text
UPDATE pgboss.job SET data = $3::jsonb, output = $4::jsonb, singleton_key = $5 WHERE name = $1 AND id = $2::uuid;

-- == src/personal-data/storage/subject-facts.ts

-- SubjectFacts.participantsOf
-- takes $1 uuid, $2 text
-- gives id uuid, name text, email text | null, personId uuid | null
SELECT id, name, email, person_id AS "personId" FROM visit_participant WHERE person_id = $1::uuid OR email = $2::text ORDER BY id;

-- SubjectFacts.membersOf
-- takes $1 uuid[], $2 text
-- gives id uuid, name text, email text | null
SELECT id, name, email FROM trip_member
  WHERE id IN (SELECT member_id FROM trip_participant WHERE participant_id = ANY ($1::uuid[])) OR email = $2::text
  ORDER BY id;

-- SubjectFacts.visitsOf
-- takes $1 uuid[]
-- gives id uuid
SELECT DISTINCT visit_id AS id FROM visit_participant WHERE id = ANY ($1::uuid[]);

-- SubjectFacts.valuesOf
-- takes $1 uuid[], $2 uuid[], $3 uuid[]
-- gives kind text, value text
SELECT DISTINCT x.kind,
  x.value
  FROM (
  SELECT v.kind, v.value FROM person p
  CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
  WHERE p.id = ANY ($1::uuid[])
  UNION ALL SELECT v.kind, v.value FROM visit_participant p
  CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
  WHERE p.id = ANY ($2::uuid[])
  UNION ALL SELECT v.kind, v.value FROM trip_member p
  CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
  WHERE p.id = ANY ($3::uuid[])
  UNION ALL SELECT v.kind, v.value FROM walk_in_contact w
  CROSS JOIN LATERAL (VALUES ('address', w.email), ('phone', w.phone)) v (kind, value)
  WHERE w.participant_id = ANY ($2::uuid[])
  UNION ALL SELECT 'address', sender FROM known_sender WHERE participant_id = ANY ($2::uuid[])
  UNION ALL SELECT 'address', email FROM participant_address WHERE participant_id = ANY ($2::uuid[])
  UNION ALL SELECT 'address', email FROM address_change WHERE person_id = ANY ($1::uuid[])
  UNION ALL SELECT 'name', whose FROM nip_look WHERE participant_id = ANY ($2::uuid[])
  UNION ALL SELECT 'name', actor_name FROM visit_history WHERE actor_id = ANY ($1::uuid[])
  UNION ALL SELECT 'name', actor_name FROM follow_up_history WHERE actor_id = ANY ($1::uuid[])
  UNION ALL SELECT 'name', author_name FROM follow_up_comment WHERE author_id = ANY ($1::uuid[])
  UNION ALL SELECT 'name', person_name FROM follow_up WHERE person_id = ANY ($1::uuid[])
  ) x WHERE x.value <> '';

-- SubjectFacts.namesBefore
-- takes $1 uuid[], $2 text[]
-- gives name text
SELECT DISTINCT c ->> 'before' AS "name"
  FROM visit_history h CROSS JOIN LATERAL jsonb_array_elements(h.changes) c
  WHERE h.visit_id = ANY ($1::uuid[]) AND c ->> 'field' = 'participant.name' AND c ->> 'before' IS NOT NULL
  AND (c ->> 'after' = ANY ($2::text[]) OR c ->> 'about' = ANY ($2::text[]));

-- SubjectFacts.contactsOf
-- takes $1 text[]
-- gives name text, phone text | null
SELECT DISTINCT contact_name AS name, contact_phone AS phone FROM visit WHERE contact_email = ANY ($1::text[]);

-- SubjectFacts.sharedValues
-- takes $1 text[], $2 uuid[], $3 uuid[], $4 uuid[]
-- gives value text
SELECT x.value FROM unnest($1::text[]) x (value)
  WHERE EXISTS (SELECT FROM person p WHERE p.id <> ALL ($2::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
  OR EXISTS (SELECT FROM visit_participant p WHERE p.id <> ALL ($3::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
  OR EXISTS (SELECT FROM trip_member p WHERE p.id <> ALL ($4::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
  OR EXISTS (SELECT FROM unit u WHERE x.value IN (lower(u.email), u.phone))
  OR EXISTS (SELECT FROM regional_office o WHERE x.value = lower(o.email));

-- SubjectFacts.borneElsewhere
-- takes $1 text, $2 uuid[], $3 uuid[], $4 uuid[]
-- gives visit uuid | null
SELECT p.visit_id AS visit FROM visit_participant p
  WHERE p.id <> ALL ($3::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0
  UNION SELECT NULL::uuid FROM person p
  WHERE p.id <> ALL ($2::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0
  UNION SELECT NULL::uuid FROM trip_member p
  WHERE p.id <> ALL ($4::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0;

-- == src/personal-data/storage/worded-rows.ts

-- WordedRows.types
-- gives name text, type text | null
SELECT c.relname || '.' || a.attname AS "name",
  format_type(a.atttypid, NULL) AS "type" /* never null: each column has a type */
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped;

-- == src/platform/database/embedded/ownership.ts

-- Ownership.take
-- takes $1 bigint
-- gives taken boolean
SELECT pg_try_advisory_lock($1) AS taken;

-- Ownership.holder
-- takes $1 oid
-- gives name text
SELECT coalesce(application_name, '') AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND objid = $1 AND (classid, objsubid) = (0, 1);

-- == src/platform/database/entity-schema.ts

-- adoptComments
-- gives table name, column name | null, text text
SELECT c.relname AS "table", a.attname AS "column", d.description AS text
  FROM pg_description d
  JOIN pg_class c ON c.oid = d.objoid
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
  WHERE d.classoid = 'pg_class'::regclass AND c.relnamespace = 'public'::regnamespace;

-- == src/platform/database/migrate.ts

-- takeTurn
-- gives statement_timeout text, lock_timeout text, idle_in_transaction_session_timeout text
SELECT set_config('statement_timeout', '0', true) AS statement_timeout, set_config('lock_timeout', '5000', true) AS lock_timeout, set_config('idle_in_transaction_session_timeout', '0', true) AS idle_in_transaction_session_timeout;

-- takeTurn
-- takes $1 bigint
-- gives taken boolean
SELECT pg_try_advisory_xact_lock($1) AS taken;

-- runOne
-- gives statement_timeout text, lock_timeout text, idle_in_transaction_session_timeout text
SELECT set_config('statement_timeout', '0', true) AS statement_timeout, set_config('lock_timeout', '5000', true) AS lock_timeout, set_config('idle_in_transaction_session_timeout', '0', true) AS idle_in_transaction_session_timeout;

-- == src/platform/database/readiness.ts

-- Readiness.jobs
-- gives oldestSeconds integer, failed integer
SELECT
  COALESCE((SELECT extract(epoch FROM pgboss.job_now() - min(start_after) FILTER (
  WHERE state < 'active' AND start_after <= pgboss.job_now()))::int FROM pgboss.job WHERE state IN ('created', 'retry') AND name <> 'jobs.dead'), 0)
  AS "oldestSeconds",
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'jobs.dead' AND state <> 'completed') AS failed;

-- Readiness.ask
-- gives isReadOnly boolean | null, migrations text[]
SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS "isReadOnly" /* never null: every server has the setting */,
  ARRAY(SELECT name::text FROM schema_migration) AS migrations;

-- == src/platform/database/schema-snapshot.ts

-- schemaSnapshot, 4 texts
-- gives text text
SELECT format('CREATE %sVIEW %I AS%s%s', CASE o.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END,
  o.relname, E'\n', pg_get_viewdef(o.oid))
  || coalesce(E'\n' || format('COMMENT ON VIEW %I IS %L;', o.relname, obj_description(o.oid, 'pg_class')), '') AS text
  FROM pg_class o
  WHERE o.relnamespace = 'public'::regnamespace AND o.relkind IN ('v', 'm') AND
  NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')
  ORDER BY o.relname COLLATE "C";

-- schemaSnapshot, 4 texts
-- gives text text
SELECT format('CREATE EXTENSION %I;', extname) AS text FROM pg_extension
  WHERE extname <> 'plpgsql' ORDER BY extname;

-- collationStatements
-- gives text text
SELECT format('CREATE COLLATION %I (provider = icu, locale = %L%s);', o.collname, o.colllocale,
  CASE WHEN NOT o.collisdeterministic THEN ', deterministic = false' END) AS text FROM pg_collation o
  WHERE o.collnamespace = 'public'::regnamespace AND o.collprovider = 'i' AND
  NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e') ORDER BY o.collname COLLATE "C";

-- tableParts
-- gives id integer, name text
SELECT o.oid::integer AS id, quote_ident(o.relname) AS name FROM pg_class o
  WHERE o.relnamespace = 'public'::regnamespace AND o.relkind IN ('r', 'p') AND
  NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')
  ORDER BY o.relname COLLATE "C";

-- tableParts, 5 texts
-- takes $1 oid[]
-- gives id integer, text text
SELECT a.attrelid::integer AS id, concat_ws(' ',
  quote_ident(a.attname),
  format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attcollation <> t.typcollation
  THEN 'COLLATE ' || (SELECT quote_ident(collname) FROM pg_collation WHERE oid = a.attcollation) END,
  CASE WHEN a.attnotnull THEN 'NOT NULL' END,
  CASE a.attidentity
  WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' WHEN 'd' THEN 'GENERATED BY DEFAULT AS IDENTITY' END,
  CASE a.attgenerated
  WHEN '' THEN 'DEFAULT ' || pg_get_expr(v.adbin, v.adrelid)
  ELSE 'GENERATED ALWAYS AS (' || pg_get_expr(v.adbin, v.adrelid) || ')'
  || CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END END
  ) AS text
  FROM pg_attribute a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
  WHERE a.attrelid = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum;

-- tableParts, 5 texts
-- takes $1 oid[]
-- gives id integer, text text | null
SELECT tgrelid::integer AS id, pg_get_triggerdef(oid) || ';' AS text /* never null: it is there */
  FROM pg_trigger WHERE tgrelid = ANY ($1) AND NOT tgisinternal ORDER BY tgname COLLATE "C";

-- == src/platform/database/unfinished-restore.ts

-- refuseUnfinishedDatabase
-- takes $1 text
-- gives found boolean
SELECT to_regclass($1) IS NOT NULL AS found;

-- == src/platform/files/stored-file-repository.ts

-- StoredFileRepository.claim
-- takes $1 text, $2 integer, $3 text, $4 timestamptz
-- gives place text, damagedAt timestamptz | null
INSERT INTO stored_file AS s (sha256, size, place, claimed_until) VALUES ($1, $2, $3, $4)
  ON CONFLICT (sha256) DO UPDATE SET claimed_until = greatest(s.claimed_until, excluded.claimed_until)
  RETURNING place, damaged_at AS "damagedAt";

-- StoredFileRepository.loose
-- takes $1 timestamptz, $2 text, $3 bigint
-- gives sha256 text
SELECT sha256 FROM stored_file
  WHERE holders = 0 AND sha256 > coalesce($2, '') AND (claimed_until IS NULL OR claimed_until < $1)
  ORDER BY sha256 LIMIT $3;

-- StoredFileRepository.mayRemove
-- takes $1 bigint
-- gives may boolean | null
SELECT pg_try_advisory_xact_lock_shared($1) AS may /* never null: the lock is taken or not */;

-- StoredFileRepository.forget
-- takes $1 text, $2 timestamptz
-- gives place text
WITH gone AS (
  DELETE FROM stored_file
  WHERE sha256 = $1 AND holders = 0 AND (claimed_until IS NULL OR claimed_until < $2) RETURNING place)
  SELECT place FROM gone;

-- == src/platform/jobs/dead-jobs.ts

-- DeadJobs.list
-- takes $1 text, $2 timestamptz, $3 uuid, $4 bigint
-- gives id uuid, name text | null, data jsonb | null, output jsonb | null, tries integer | null, stored_at timestamptz | null, failed_at timestamptz, failed_at_key text
SELECT
  id, source_name AS name /* never null: pg-boss notes the source of each dead job */, data, source_output AS output,
  source_retry_count + 1 AS tries /* never null: so it does */, source_created_on AS stored_at /* never null: so it does */, created_on AS failed_at, created_on::text AS failed_at_key FROM pgboss.job
  WHERE name = 'jobs.dead' AND state <> 'completed' AND ($1::text IS NULL OR source_name = $1)
  AND ($2::timestamptz IS NULL OR (created_on, id) < ($2::timestamptz, $3::uuid))
  ORDER BY created_on DESC, id DESC
  LIMIT $4;

-- DeadJobs.find
-- takes $1 uuid
-- gives id uuid, name text | null, data jsonb | null, output jsonb | null, tries integer | null, stored_at timestamptz | null, failed_at timestamptz, failed_at_key text
SELECT
  id, source_name AS name /* never null: pg-boss notes the source of each dead job */, data, source_output AS output,
  source_retry_count + 1 AS tries /* never null: so it does */, source_created_on AS stored_at /* never null: so it does */, created_on AS failed_at, created_on::text AS failed_at_key FROM pgboss.job WHERE name = 'jobs.dead' AND state <> 'completed' AND id = $1;

-- == src/platform/jobs/job-counts.ts

-- JobCounts.execute
-- takes $1 text[]
-- gives name text | null, waiting integer, active integer, failed integer, oldestSeconds integer | null
WITH live AS (
  SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting,
  count(*) FILTER (WHERE state = 'active')::int AS active, extract(epoch FROM pgboss.job_now() - min(start_after) FILTER (
  WHERE state < 'active' AND start_after <= pgboss.job_now()))::int AS "oldestSeconds"
  FROM pgboss.job
  WHERE state IN ('created', 'retry', 'active') AND name <> 'jobs.dead' AND name NOT LIKE '\_\_pgboss\_\_%'
  GROUP BY name
  ), dead AS (
  SELECT source_name AS name, count(*)::int AS failed FROM pgboss.job
  WHERE name = 'jobs.dead' AND state <> 'completed' GROUP BY source_name
  )
  SELECT name /* never null: one of the three has it */, COALESCE(waiting, 0) AS waiting, COALESCE(active, 0) AS active, COALESCE(failed, 0) AS failed,
  "oldestSeconds"
  FROM unnest($1::text[]) AS provided(name) FULL JOIN live USING (name) FULL JOIN dead USING (name)
  ORDER BY name;

-- JobCounts.health
-- gives oldestSeconds integer, failed integer
SELECT
  COALESCE((SELECT extract(epoch FROM pgboss.job_now() - min(start_after) FILTER (
  WHERE state < 'active' AND start_after <= pgboss.job_now()))::int FROM pgboss.job WHERE state IN ('created', 'retry') AND name <> 'jobs.dead'), 0)
  AS "oldestSeconds",
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'jobs.dead' AND state <> 'completed') AS failed;

-- == src/platform/jobs/job-states.ts

-- JobStates.store
-- takes $1 jsonb
WITH wanted AS (
  SELECT w.name, w.key, w.data, COALESCE(w.instant, pgboss.job_now() + w.seconds * interval '1 second') AS start_after
  FROM jsonb_to_recordset($1::jsonb) AS w(name text, key text, data jsonb, instant timestamptz, seconds float8)
  ), waiting AS (
  -- One by one, by the index of what waits: joined at once, all that ever waited would be read.
  SELECT w.name, w.singleton_key FROM wanted CROSS JOIN LATERAL (
  SELECT job.name, job.singleton_key FROM pgboss.job_common job
  WHERE job.name = wanted.name AND job.state = 'created' AND job.singleton_key = wanted.key
  AND job.start_after <= wanted.start_after
  LIMIT 1 FOR SHARE SKIP LOCKED) w
  )
  INSERT INTO pgboss.job_common (name, data, singleton_key, start_after, created_on, keep_until, policy, dead_letter,
  expire_seconds, deletion_seconds, heartbeat_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max)
  SELECT wanted.name, wanted.data, COALESCE(wanted.key, gen_random_uuid()::text), wanted.start_after, pgboss.job_now(),
  wanted.start_after + q.retention_seconds * interval '1 second', q.policy, q.dead_letter,
  q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max
  FROM wanted LEFT JOIN pgboss.queue q ON q.name = wanted.name
  WHERE NOT EXISTS (SELECT FROM waiting WHERE waiting.name = wanted.name AND waiting.singleton_key = wanted.key)
  ON CONFLICT DO NOTHING;

-- JobStates.unfinished
-- takes $1 text, $2 text[]
-- gives key text
SELECT DISTINCT singleton_key AS key FROM pgboss.job
  WHERE name = $1 AND singleton_key = ANY($2) AND (state < 'completed'
  OR (state = 'failed' AND completed_on > pgboss.job_now() - interval '12 hours'));

-- JobStates.due
-- takes $1 text[]
-- gives name text
SELECT queue.name FROM unnest($1::text[]) AS queue(name)
  WHERE EXISTS (
  SELECT FROM pgboss.job WHERE job.name = queue.name AND job.state < 'active' AND NOT job.blocked
  AND job.start_after <= pgboss.job_now());

-- JobStates.abandoned
-- takes $1 text[]
-- gives name text, id uuid, data jsonb | null, retryCount integer
SELECT name, id, data, retry_count AS "retryCount" FROM pgboss.job
  WHERE name = ANY($1) AND state = 'active'
  AND heartbeat_on < pgboss.job_now() - heartbeat_seconds * interval '1 second'
  LIMIT 1000;

-- JobStates.repairClock
WITH passes AS (
  UPDATE pgboss.version SET cron_on = least(cron_on, pgboss.job_now()), bam_on = least(bam_on, pgboss.job_now()),
  flow_on = least(flow_on, pgboss.job_now()), reindex_on = least(reindex_on, pgboss.job_now()),
  monitor_backoff_on = least(monitor_backoff_on, pgboss.job_now())
  WHERE greatest(cron_on, bam_on, flow_on, reindex_on) > pgboss.job_now() + interval '1 minute'
  ), queues AS (
  UPDATE pgboss.queue SET monitor_claim_on = least(monitor_claim_on, pgboss.job_now()),
  monitor_on = least(monitor_on, pgboss.job_now()), maintain_on = least(maintain_on, pgboss.job_now())
  WHERE greatest(monitor_claim_on, monitor_on, maintain_on) > pgboss.job_now() + interval '1 minute'
  ), held AS (
  UPDATE pgboss.job SET heartbeat_on = pgboss.job_now()
  WHERE state = 'active' AND heartbeat_on > pgboss.job_now() + interval '1 minute'
  )
  UPDATE pgboss.job SET start_after = pgboss.job_now()
  WHERE (state = 'created' AND created_on > pgboss.job_now() + interval '1 minute')
  OR (state = 'retry' AND start_after > pgboss.job_now() + interval '1 hour');

-- JobStates.giveBack
-- takes $1 text, $2 uuid[]
UPDATE pgboss.job SET state = 'created', started_on = NULL, heartbeat_on = NULL
  WHERE name = $1 AND id = ANY($2) AND state = 'active';

-- == src/platform/jobs/job-store.ts

-- JobStore.prepare
-- takes $1 text[]
UPDATE pgboss.queue SET policy = 'singleton' WHERE name = ANY($1) AND policy <> 'singleton';

-- == src/platform/mail/address-faults.ts

-- AddressFaults.mark
-- takes $1 text, $2 text, $3 timestamptz
INSERT INTO address_fault (email, status, noticed_at) VALUES (lower($1), $2, $3)
  ON CONFLICT (email) DO UPDATE SET status = excluded.status, noticed_at = excluded.noticed_at,
  sent_at = NULL;

-- AddressFaults.clearReached
-- takes $1 timestamptz
DELETE FROM address_fault WHERE sent_at < $1;

-- == src/platform/mail/mail-outages.ts

-- MailOutages.beginOfServer
-- takes $1 text, $2 text, $3 text, $4 timestamptz, $5 integer
-- gives is_new boolean
INSERT INTO mail_outage AS known (scope, cause, words, since, noticed_at, next_probe_at)
  VALUES ($1, $2, $3, $4, $4, $4::timestamptz + make_interval(mins => $5))
  ON CONFLICT ON CONSTRAINT mail_outage_pkey DO UPDATE SET words = excluded.words, cause = excluded.cause,
  noticed_at = excluded.noticed_at, next_probe_at = excluded.next_probe_at
  RETURNING xmax = 0 AS is_new;

-- MailOutages.noteBlocking
-- takes $1 text, $2 text, $3 timestamptz
-- gives refusals integer
INSERT INTO mail_outage AS known (scope, cause, words, since, noticed_at, next_probe_at, refusals)
  VALUES ($1, 'fault', $2, $3, $3, $3::timestamptz + interval '1 minute', 1)
  ON CONFLICT ON CONSTRAINT mail_outage_pkey DO UPDATE SET words = excluded.words,
  noticed_at = excluded.noticed_at, next_probe_at = excluded.next_probe_at, refusals = known.refusals + 1
  RETURNING refusals;

-- MailOutages.endFaultOfServer
-- takes $1 text
-- gives scope text
WITH ended AS (DELETE FROM mail_outage WHERE scope = $1 AND cause = 'fault' RETURNING scope)
  SELECT scope FROM ended;

-- MailOutages.takesNone
-- takes $1 text
SELECT FROM mail_outage WHERE scope = $1 AND cause = 'takes-none';

-- MailOutages.all
-- takes $1 text
-- gives domain text | null, since timestamptz, noticedAt timestamptz, words text
SELECT nullif(scope, $1) AS domain, since, noticed_at AS "noticedAt", words FROM mail_outage
  ORDER BY scope <> $1, since, scope;

-- MailOutages.askNow
-- takes $1 timestamptz
UPDATE mail_outage SET next_probe_at = $1;

-- MailOutages.giveUpThoseThatWaitedEnough
-- takes $1 timestamptz, $2 timestamptz, $3 text
UPDATE mail SET state = 'failed', last_error = outage.words, last_fate = 'server-fault', next_try_at = $2
  FROM mail_outage outage
  WHERE outage.scope = $3 AND outage.since <= $1 AND mail.state = 'queued'
  AND coalesce(mail.requeued_at, mail.created_at) <= $1
  AND NOT EXISTS (SELECT FROM mail_lease WHERE mail_lease.mail_id = mail.id AND mail_lease.ends_at > $2);

-- == src/platform/mail/mail-queue.ts

-- MailQueue.claim
-- takes $1 bigint
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock($1);

-- MailQueue.claim
-- takes $1 text, $2 timestamptz
-- gives is_due boolean
SELECT next_probe_at <= $2 AS is_due FROM mail_outage WHERE scope = $1;

-- MailQueue.claim
-- takes $1 timestamptz, $2 integer, $3 bigint, $4 uuid, $5 timestamptz
-- gives id uuid, position bigint, stream text | null, recipient_name text, recipient_email text, subject text, body_text text, body_html text, calendar_method text | null, calendar_content text | null, calendar_organizer text | null, message_id text, created_at timestamptz, tries integer, doubts integer, queued_at timestamptz, domain text, return_token text | null, first_message_id text | null, refusal_token text | null, attachments jsonb | null
WITH busy AS (
  SELECT domain, sum(mails)::int AS mails FROM (
  SELECT domain, sent AS mails FROM mail_domain_second WHERE second > $1::timestamptz - interval '61 seconds'
  UNION ALL SELECT domain, 1 FROM mail_lease WHERE ends_at > $1
  ) each GROUP BY domain
  ), blocked AS (
  SELECT scope AS domain, next_probe_at > $1 AS is_closed FROM mail_outage
  WHERE scope <> '*' AND refusals >= 3
  ), due AS MATERIALIZED (
  SELECT id, position, tried_at, split_part(lower(mail.recipient_email), '@', 2) AS domain FROM mail
  WHERE state = 'queued' AND next_try_at <= $1
  AND NOT EXISTS (
  SELECT FROM mail earlier
  WHERE earlier.state = 'queued' AND earlier.stream = mail.stream
  AND lower(earlier.recipient_email) = lower(mail.recipient_email)
  AND earlier.position < mail.position
  )
  AND lower(mail.recipient_email) NOT IN (SELECT email FROM closed_address)
  AND NOT EXISTS (SELECT FROM mail_lease WHERE mail_lease.mail_id = mail.id AND ends_at > $1)
  AND split_part(lower(mail.recipient_email), '@', 2) NOT IN (SELECT domain FROM busy WHERE mails >= $2 UNION SELECT domain FROM blocked WHERE is_closed)
  ORDER BY tried_at NULLS FIRST, position LIMIT $3
  ), numbered AS (
  SELECT due.id, due.domain, coalesce(busy.mails, 0) AS before,
  row_number() OVER (PARTITION BY due.domain ORDER BY due.tried_at NULLS FIRST, due.position) AS place
  FROM due LEFT JOIN busy USING (domain)
  ), taken AS (
  SELECT mail.id, numbered.domain FROM mail JOIN numbered ON numbered.id = mail.id
  WHERE mail.state = 'queued' AND before + place <= $2
  AND (place = 1 OR numbered.domain NOT IN (SELECT domain FROM blocked))
  FOR UPDATE OF mail SKIP LOCKED
  ), asked AS (
  UPDATE mail_outage SET next_probe_at = $1::timestamptz + interval '1 minute'
  WHERE refusals >= 3 AND scope IN (SELECT domain FROM taken)
  ), leased AS (
  INSERT INTO mail_lease (mail_id, domain, holder, ends_at) SELECT id, domain, $4, $5 FROM taken
  ON CONFLICT ON CONSTRAINT mail_lease_pkey DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
  RETURNING mail_id, domain
  )
  SELECT mail.id, mail.position, stream, recipient_name, recipient_email, subject, body_text, body_html,
  calendar_method, calendar_content, calendar_organizer, message_id, created_at, tries, doubts,
  coalesce(requeued_at, created_at) AS queued_at, leased.domain,
  (SELECT r.token FROM return_address r
  WHERE r.stream = mail.stream AND r.email = lower(mail.recipient_email)) AS return_token,
  (SELECT f.message_id FROM mail f
  WHERE f.stream = mail.stream AND lower(f.recipient_email) = lower(mail.recipient_email)
  AND f.position < mail.position AND f.state NOT IN ('suppressed', 'overtaken')
  ORDER BY f.position LIMIT 1) AS first_message_id,
  (SELECT r.token FROM mail_refusal r
  WHERE r.kind = mail.bulk AND r.email = lower(mail.recipient_email)) AS refusal_token,
  (SELECT jsonb_agg(jsonb_build_object('filename', a.filename, 'contentType', a.content_type,
  'content', encode(a.content, 'base64')) ORDER BY a.position)
  FROM mail_attachment a WHERE a.mail_id = mail.id) AS attachments
  FROM leased JOIN mail ON mail.id = leased.mail_id ORDER BY mail.tried_at NULLS FIRST, mail.position;

-- MailQueue.claim
-- takes $1 text, $2 timestamptz
UPDATE mail_outage SET next_probe_at = $2::timestamptz + interval '1 minute' WHERE scope = $1;

-- MailQueue.renew
-- takes $1 uuid, $2 timestamptz
UPDATE mail_lease SET ends_at = $2 WHERE holder = $1;

-- MailQueue.release
-- takes $1 uuid, $2 uuid[]
DELETE FROM mail_lease WHERE holder = $1 AND mail_id = ANY($2);

-- MailQueue.markSent
-- takes $1 uuid[], $2 timestamptz, $3 uuid, $4 boolean, $5 boolean, $6 text, $7 text
-- gives scope text
WITH sent AS (
  UPDATE mail SET state = 'sent', tries = tries + 1, sent_at = $2, tried_at = $2, last_error = NULL,
  last_fate = NULL, body_text = CASE WHEN $4 AND secrets = 'held' THEN regexp_replace(regexp_replace(body_text, $6, '…', 'g'), $7, '@', 'g') ELSE body_text END, body_html = CASE WHEN $4 AND secrets = 'held' THEN regexp_replace(regexp_replace(body_html, $6, '…', 'g'), $7, '@', 'g') ELSE body_html END, calendar_content = CASE WHEN $4 AND secrets = 'held' THEN regexp_replace(regexp_replace(calendar_content, $6, '…', 'g'), $7, '@', 'g') ELSE calendar_content END,
  secrets = CASE WHEN $4 AND secrets = 'held' THEN 'redacted' ELSE secrets END
  WHERE id = ANY($1) AND state IN ('queued', 'suppressed', 'overtaken')
  RETURNING id, lower(recipient_email) AS email, split_part(lower(mail.recipient_email), '@', 2) AS domain
  ), reached AS (
  UPDATE address_fault SET sent_at = coalesce(sent_at, $2)
  WHERE $4 AND email IN (SELECT email FROM sent)
  ), freed AS (
  DELETE FROM mail_lease WHERE mail_id = ANY($1) AND holder = $3
  ), counted AS (
  INSERT INTO mail_domain_second AS known (domain, second, sent)
  SELECT domain, date_trunc('second', $2::timestamptz), count(*) FROM sent WHERE $5 GROUP BY domain ORDER BY domain
  ON CONFLICT ON CONSTRAINT mail_domain_second_pkey DO UPDATE SET sent = known.sent + excluded.sent
  ), ended AS (
  DELETE FROM mail_outage WHERE scope = '*' OR scope IN (SELECT domain FROM sent) RETURNING scope
  )
  SELECT scope FROM ended;

-- MailQueue.markFailed
-- takes $1 uuid, $2 uuid, $3 text, $4 integer, $5 integer, $6 timestamptz, $7 text, $8 text, $9 timestamptz
WITH freed AS (DELETE FROM mail_lease WHERE mail_id = $1 AND holder = $2 RETURNING mail_id)
  UPDATE mail SET tries = $4,
  state = CASE WHEN EXISTS (
  SELECT FROM mail newer WHERE newer.stream = mail.stream AND newer.topic = mail.topic
  AND lower(newer.recipient_email) = lower(mail.recipient_email) AND newer.position > mail.position
  ) THEN 'overtaken' ELSE $3 END,
  doubts = $5, next_try_at = $6, last_error = $7, last_fate = $8, tried_at = $9
  WHERE id IN (SELECT mail_id FROM freed) AND state = 'queued';

-- MailQueue.isWaited
-- takes $1 timestamptz
-- gives waits boolean
SELECT EXISTS (SELECT FROM mail WHERE state = 'queued'
  AND next_try_at <= $1::timestamptz + interval '1 minute') AS waits;

-- == src/platform/mail/mail-upkeep.ts

-- MailUpkeep.execute
-- takes $1 timestamptz
DELETE FROM mail_domain_second WHERE second < $1::timestamptz - interval '2 minutes';

-- MailUpkeep.execute
-- takes $1 boolean, $2 timestamptz, $3 text, $4 text
-- gives id uuid
WITH chosen AS (
  SELECT id FROM mail WHERE secrets = 'held' AND state <> 'queued'
  AND (($1 AND state IN ('sent', 'suppressed', 'overtaken')) OR created_at < $2) ORDER BY position LIMIT 500
  FOR UPDATE SKIP LOCKED
  ), redacted AS (
  UPDATE mail SET secrets = 'redacted', body_text = regexp_replace(regexp_replace(body_text, $3, '…', 'g'), $4, '@', 'g'),
  body_html = regexp_replace(regexp_replace(body_html, $3, '…', 'g'), $4, '@', 'g'),
  calendar_content = regexp_replace(regexp_replace(calendar_content, $3, '…', 'g'), $4, '@', 'g')
  WHERE id IN (SELECT id FROM chosen) RETURNING id
  )
  SELECT id FROM redacted;

-- == src/platform/mail/outbox.ts

-- Outbox.post
-- takes $1 uuid, $2 text, $3 text, $4 text, $5 text, $6 text, $7 text, $8 text, $9 text, $10 text, $11 text, $12 timestamptz, $13 text, $14 text, $15 text, $16 text, $17 text, $18 text, $19 text, $20 text, $21 text, $22 text
-- gives id uuid
WITH stored AS (
  INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html,
  calendar_method, calendar_content, message_id, next_try_at, created_at, secrets, reference, topic, cause, bulk, calendar_organizer,
  state)
  SELECT $1, $2, $3, $4, $5, $6, CASE WHEN x.has_account THEN $7 ELSE $21 END, CASE WHEN x.has_account THEN $8 ELSE $22 END, $9, $10, $11, $12, $12, $14, $15, $16, $17, $18, $20,
  CASE WHEN EXISTS (SELECT FROM mail_refusal r WHERE r.kind = $18 AND r.email = lower($5) AND r.refused_at IS NOT NULL)
  OR EXISTS (SELECT FROM closed_address c WHERE c.email = lower($5))
  THEN 'suppressed' ELSE 'queued' END
  FROM (SELECT EXISTS (SELECT FROM account_address a WHERE a.email = lower($5)) AS has_account) x
  ON CONFLICT ON CONSTRAINT mail_key_key DO NOTHING
  RETURNING id, stream, recipient_email
  ), addressed AS (
  INSERT INTO return_address (stream, email, token)
  SELECT stream, lower(recipient_email), $13 FROM stored WHERE stream IS NOT NULL
  ON CONFLICT ON CONSTRAINT return_address_pkey DO NOTHING
  ), refusable AS (
  INSERT INTO mail_refusal (kind, email, token) SELECT $18, lower(recipient_email), $19 FROM stored WHERE $18 IS NOT NULL
  ON CONFLICT ON CONSTRAINT mail_refusal_pkey DO NOTHING
  )
  SELECT id FROM stored;

-- Outbox.knows
-- takes $1 text
-- gives ?column? integer
SELECT 1 FROM mail WHERE key = $1;

-- Outbox.known
-- takes $1 text[]
-- gives key text
SELECT key FROM mail WHERE key = ANY ($1);

-- == src/platform/mail/overtaken-mails.ts

-- OvertakenMails.overtake
-- takes $1 text, $2 text, $3 text
SELECT FROM mail WHERE mail.stream = $1 AND mail.topic = $2 AND lower(mail.recipient_email) = lower($3) AND state IN ('queued', 'failed') FOR UPDATE;

-- OvertakenMails.overtake
-- takes $1 text, $2 text, $3 text, $4 timestamptz
-- gives may_have_arrived boolean
WITH overtaken AS (
  UPDATE mail SET state = 'overtaken'
  WHERE mail.stream = $1 AND mail.topic = $2 AND lower(mail.recipient_email) = lower($3) AND state IN ('queued', 'failed') AND NOT EXISTS (SELECT FROM mail_lease l WHERE l.mail_id = mail.id AND l.ends_at > $4)
  )
  SELECT NOT EXISTS (SELECT FROM mail WHERE mail.stream = $1 AND mail.topic = $2 AND lower(mail.recipient_email) = lower($3)) OR EXISTS (
  SELECT FROM mail WHERE mail.stream = $1 AND lower(mail.recipient_email) = lower($3)
  AND calendar_method IS NOT NULL AND (state = 'sent' OR doubts > 0 OR EXISTS (SELECT FROM mail_lease l WHERE l.mail_id = mail.id AND l.ends_at > $4))
  ) AS may_have_arrived;

-- OvertakenMails.withdraw
-- takes $1 text, $2 text, $3 text
UPDATE mail SET state = 'suppressed'
  WHERE state = 'queued' AND stream = $1 AND starts_with(key, $2)
  AND ($3::text IS NULL OR NOT starts_with(key, $3));

-- OvertakenMails.overtakeWrittenBefore
-- takes $1 text, $2 timestamptz
UPDATE mail SET state = 'overtaken'
  WHERE state IN ('queued', 'failed') AND stream = $1 AND created_at < $2;

-- OvertakenMails.overtakeToAllBut
-- takes $1 text, $2 text[]
UPDATE mail SET state = 'overtaken'
  WHERE state IN ('queued', 'failed') AND stream = $1 AND cause = 'participation'
  AND lower(recipient_email) <> ALL ($2);

-- OvertakenMails.overtakeQuestions
-- takes $1 text
UPDATE mail SET state = 'overtaken'
  WHERE state IN ('queued', 'failed') AND stream = $1 AND cause = 'open-question';

-- OvertakenMails.withholdFromClosed
UPDATE mail SET state = 'suppressed' WHERE state = 'queued'
  AND lower(recipient_email) IN (SELECT email FROM closed_address);

-- OvertakenMails.overtakeToParticipant
-- takes $1 text, $2 text
UPDATE mail SET state = 'overtaken'
  WHERE state IN ('queued', 'failed') AND stream = $1 AND lower(recipient_email) = lower($2)
  AND (cause = 'participation' OR calendar_method IS NOT NULL);

-- == src/platform/mail/requeue-mails.ts

-- RequeueMails.tryAllAgain
-- takes $1 timestamptz
UPDATE mail SET next_try_at = $1
  WHERE state = 'queued' AND next_try_at > $1 AND last_fate IS DISTINCT FROM 'in-doubt';

-- RequeueMails.requeue
-- takes $1 timestamptz, $2 timestamptz
-- gives count integer
WITH again AS (
  UPDATE mail SET state = 'queued', tries = 0, doubts = 0, next_try_at = $1, requeued_at = $1
  WHERE state = 'failed' AND secrets <> 'redacted' AND next_try_at >= $2 AND NOT EXISTS (SELECT FROM address_fault f WHERE f.email = lower(recipient_email)) RETURNING id)
  SELECT count(*)::int AS count FROM again;

-- RequeueMails.requeue
-- takes $1 timestamptz, $2 uuid
-- gives count integer
WITH again AS (
  UPDATE mail SET state = 'queued', tries = 0, doubts = 0, next_try_at = $1, requeued_at = $1
  WHERE state = 'failed' AND secrets <> 'redacted' AND id = $2 RETURNING id)
  SELECT count(*)::int AS count FROM again;

-- == src/platform/mail/return-addresses.ts

-- ReturnAddresses.of
-- takes $1 text, $2 text, $3 text
-- gives token text
INSERT INTO return_address AS known (stream, email, token) VALUES ($1, lower($2), $3)
  ON CONFLICT ON CONSTRAINT return_address_pkey DO UPDATE SET token = known.token RETURNING token;

-- ReturnAddresses.ownersOf
-- takes $1 text[]
-- gives stream text, email text
SELECT stream, email FROM return_address WHERE token = ANY($1);

-- ReturnAddresses.carry
-- takes $1 text, $2 text, $3 text
UPDATE return_address SET email = lower($3) WHERE stream = $1 AND email = lower($2)
  AND NOT EXISTS (SELECT FROM return_address other WHERE other.stream = $1 AND other.email = lower($3));

-- ReturnAddresses.forget
-- takes $1 text, $2 text
DELETE FROM return_address WHERE stream = $1 AND email = lower($2);

-- == src/platform/mail/returned-mails.ts

-- ReturnedMails.note
-- takes $1 text, $2 timestamptz, $3 text, $4 text
UPDATE mail SET state = 'failed', sent_at = NULL, doubts = least(doubts + 1, 3), next_try_at = $2, last_fate = $3, last_error = $4
  WHERE message_id = $1 AND state = 'sent';

-- == src/press/queries/head-addresses.ts

-- HeadAddresses.of
-- takes $1 text, $2 text[]
-- gives name text, email text
SELECT p.name, p.email FROM unit u JOIN person p ON coalesce(p.unit, 'kanwil-' || p.regional_office) IN (u.code, u.heir)
  WHERE u.code = $1 AND p.role = ANY ($2) AND p.suspended_at IS NULL
  ORDER BY p.created_at, p.id LIMIT 2;

-- HeadAddresses.of
-- takes $1 text
-- gives name text, email text
SELECT 'Kepala ' || u.name AS name, lower(u.email) AS email
  FROM unit u WHERE u.code = $1 AND u.email IS NOT NULL;

-- == src/press/queries/press-texts.ts

-- PressTexts.ofVisit
-- takes $1 uuid
-- gives id uuid, organisation text, kind text, state text, version integer, title text, body text, photos jsonb, writtenByName text, writtenAt timestamptz, approver text, approvedByName text | null, approvedAt timestamptz | null, readiedByName text | null, readiedAt timestamptz | null
SELECT t.id, t.organisation, t.kind, t.state, t.version, r.title, r.body, r.photos, w.name AS "writtenByName",
  r.written_at AS "writtenAt", t.approver, a.name AS "approvedByName", t.approved_at AS "approvedAt",
  b.name AS "readiedByName", t.readied_at AS "readiedAt"
  FROM press_text t JOIN press_revision r ON r.text_id = t.id AND r.version = t.version
  JOIN person w ON w.id = r.written_by
  LEFT JOIN person a ON a.id = t.approved_by LEFT JOIN person b ON b.id = t.readied_by
  WHERE t.visit_id = $1 ORDER BY t.organisation, t.kind;

-- PressTexts.wordsOf
-- takes $1 uuid
-- gives textId uuid, point text, reason text, byName text, at timestamptz
SELECT p.text_id AS "textId", p.point, p.reason, s.name AS "byName", p.said_at AS at
  FROM press_text t JOIN press_point p ON p.text_id = t.id AND p.version = t.version
  JOIN person s ON s.id = p.said_by
  WHERE t.visit_id = $1 ORDER BY p.said_at, p.point;

-- PressTexts.versionsOf
-- takes $1 uuid
-- gives version integer, title text, body text, photos jsonb, writtenByName text, writtenAt timestamptz
SELECT r.version, r.title, r.body, r.photos, w.name AS "writtenByName", r.written_at AS "writtenAt"
  FROM press_revision r JOIN person w ON w.id = r.written_by
  WHERE r.text_id = $1 ORDER BY r.version DESC LIMIT 30;

-- == src/press/storage/quote-repository.ts

-- QuoteRepository.lock
-- takes $1 text
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended($1, 5));

-- QuoteRepository.link
-- takes $1 text
-- gives visitId uuid, organisation text, expiresAt timestamptz, isNewest boolean
SELECT l.visit_id AS "visitId", l.organisation, l.expires_at AS "expiresAt",
  q.link_hash IS NOT DISTINCT FROM l.token_hash AS "isNewest"
  FROM press_quote_link l JOIN press_quote q ON q.visit_id = l.visit_id AND q.organisation = l.organisation
  WHERE l.token_hash = $1;

-- QuoteRepository.madeSince
-- takes $1 uuid, $2 text, $3 text, $4 timestamptz
-- gives ofQuote integer, toAddress integer
SELECT (SELECT count(*)::int FROM press_quote_link l
  WHERE l.visit_id = $1 AND l.organisation = $2 AND l.created_at > $4) AS "ofQuote",
  (SELECT count(*)::int FROM press_quote_link l WHERE l.email = $3 AND l.created_at > $4) AS "toAddress";

-- == src/reminders/queries/region-week.ts

-- RegionWeek.visits
-- takes $1 text, $2 timestamptz, $3 text[], $4 text[], $5 text[], $6 text[], $7 text[]
-- gives reference text, title text, guestUnitName text, hostUnitName text, state text, timeZone text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, waitingSince timestamptz, needsApproval boolean
SELECT v.reference, v.title, concat_ws(', ', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name), nullif(array_to_string(ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation), ', '), '')) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.state,
  h.time_zone AS "timeZone",
  CASE WHEN v.state = ANY ($3) THEN coalesce(v.proposed_starts_at, v.starts_at)
  ELSE v.starts_at END AS "startsAt", CASE WHEN v.state = ANY ($3) THEN coalesce(v.proposed_ends_at, v.ends_at)
  ELSE v.ends_at END AS "endsAt", CASE WHEN v.state = ANY ($3) AND v.proposed_starts_at IS NOT NULL THEN v.proposed_own_hours
  ELSE v.own_hours END AS "ownHours", coalesce(v.proposed_at, (
  SELECT max(x.at) FROM visit_history x
  WHERE x.visit_id = v.id AND x.to_state = ANY ($4) AND (x.from_state = ANY ($4)) IS NOT TRUE
  ), v.created_at) AS "waitingSince",
  coalesce(o.code IN (g.regional_office, h.regional_office)
  AND 'kanwil-' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END, false)
  AND (v.state = ANY ($3) OR (v.state = ANY ($5) AND v.proposed_by IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = o.code
  AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at))) AS "needsApproval"
  FROM regional_office o JOIN visit v ON true
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE o.code = $1 AND (o.code IN (g.regional_office, h.regional_office) OR EXISTS (SELECT FROM visit_guest rg
  JOIN unit ru ON ru.code = rg.organisation AND ru.regional_office = o.code
  WHERE rg.visit_id = v.id AND NOT rg.is_leading AND rg.answer = 'joined')) AND (
  v.state = ANY ($3)
  OR (v.state = ANY ($5) AND v.starts_at < $2::timestamptz + interval '22 days')
  OR (v.state = ANY ($6) AND NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at)
  AND (v.state <> ALL ($7) OR v.ends_at > $2::timestamptz - interval '15 days')))
  ORDER BY "startsAt", v.reference;

-- RegionWeek.overdue
-- takes $1 text, $2 date, $3 text[]
-- gives what text, unitName text, dueOn text, visitReference text
SELECT f.what, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE u.time_zone)::date), u.name) AS "unitName", f.due_on::text AS "dueOn", v.reference AS "visitReference"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  WHERE u.regional_office = $1 AND f.state = ANY ($3) AND f.due_on < $2 AND v.submitted_at IS NOT NULL
  ORDER BY f.due_on, f.id;

-- == src/reminders/queries/reminded-visits.ts

-- RemindedVisits.upcoming
-- takes $1 timestamptz, $2 integer[], $3 boolean, $4 uuid, $5 uuid, $6 bigint, $7 text[]
-- gives id uuid, reference text, title text, guestUnit text, hostUnit text, guestUnitName text, hostUnitName text, timeZone text, place text, mode text, meetingLink text | null, contact text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, participantId uuid, names text[], email text, answer text, invitedAt timestamptz | null, zone text, setting jsonb, knownSince timestamptz
SELECT v.id, v.reference, v.title, v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  concat_ws(', ', nullif(v.place, ''), coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name), h.address || coalesce(' ' || h.postcode, '')) AS place, v.mode,
  v.meeting_link AS "meetingLink",
  concat_ws(', ', nullif(v.contact_name, ''), nullif(v.contact_phone, ''), nullif(v.contact_email, '')) AS contact, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", p.id AS "participantId", ARRAY(SELECT x.name FROM visit_participant x
  WHERE x.visit_id = p.visit_id AND (x.id = p.id OR x.email = p.email) AND x.answer <> 'declined' ORDER BY x.created_at, x.id) AS names, p.email, p.answer,
  (SELECT min(m.sent_at) FROM mail m WHERE m.stream = v.id::text AND m.recipient_email = p.email
  AND m.calendar_method = 'REQUEST' AND m.state = 'sent') AS "invitedAt",
  coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone,
  jsonb_build_object('daysBefore', coalesce(s.days_before, $2::integer[]),
  'eveningBefore', coalesce(s.evening_before, $3::boolean)) AS setting,
  greatest(p.created_at, (SELECT max(x.at) FROM visit_history x
  WHERE x.visit_id = v.id AND x.to_state = ANY ($7) AND (x.from_state = ANY ($7)) IS NOT TRUE)) AS "knownSince"
  FROM (SELECT * FROM visit x
  WHERE x.state = ANY ($7) AND x.starts_at > $1 AND x.starts_at < $1::timestamptz + interval '30 days' OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit JOIN visit_participant p ON p.visit_id = v.id
  LEFT JOIN person a ON a.email = p.email LEFT JOIN unit w ON w.code = a.unit
  LEFT JOIN reminder_setting s
  ON s.unit = coalesce(a.unit, p.brought_by, CASE p.side WHEN 'guest' THEN v.guest_unit ELSE v.host_unit END)
  WHERE p.email IS NOT NULL AND p.answer <> 'declined'
  AND ($4::uuid IS NULL OR p.id > $4) AND ($5::uuid IS NULL OR p.id = $5)
  ORDER BY p.id LIMIT $6;

-- RemindedVisits.unanswered
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[], $6 text[], $7 text[]
-- gives id uuid, reference text, title text, guestUnit text, hostUnit text, guestUnitName text, hostUnitName text, timeZone text, place text, mode text, meetingLink text | null, contact text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, waiting jsonb | null, waitingSince timestamptz
SELECT v.id, v.reference, v.title, v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  concat_ws(', ', nullif(v.place, ''), coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name), h.address || coalesce(' ' || h.postcode, '')) AS place, v.mode,
  v.meeting_link AS "meetingLink",
  concat_ws(', ', nullif(v.contact_name, ''), nullif(v.contact_phone, ''), nullif(v.contact_email, '')) AS contact, CASE WHEN v.state = ANY ($5) THEN coalesce(v.proposed_starts_at, v.starts_at)
  ELSE v.starts_at END AS "startsAt", CASE WHEN v.state = ANY ($5) THEN coalesce(v.proposed_ends_at, v.ends_at)
  ELSE v.ends_at END AS "endsAt", CASE WHEN v.state = ANY ($5) AND v.proposed_starts_at IS NOT NULL THEN v.proposed_own_hours
  ELSE v.own_hours END AS "ownHours", (
  SELECT jsonb_agg(jsonb_build_object('unit', t.code, 'zone', t.time_zone) ORDER BY t.code) FROM unit t
  WHERE (t.code = g.code AND (v.proposed_by = 'host' OR v.state = ANY ($7)))
  OR (t.code = h.code AND v.proposed_by IS DISTINCT FROM 'host')
  ) AS waiting /* never null: one of the two has to answer */, coalesce(v.proposed_at, (
  SELECT max(x.at) FROM visit_history x
  WHERE x.visit_id = v.id AND x.to_state = ANY ($6) AND (x.from_state = ANY ($6)) IS NOT TRUE
  ), v.created_at) AS "waitingSince"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE v.state = ANY ($5) AND coalesce(v.proposed_starts_at, v.starts_at) > $1
  AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3) ORDER BY v.id LIMIT $4;

-- RemindedVisits.withoutAgenda
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives id uuid, reference text, title text, guestUnit text, hostUnit text, guestUnitName text, hostUnitName text, timeZone text, place text, mode text, meetingLink text | null, contact text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, guestTimeZone text, confirmedAt timestamptz
SELECT v.id, v.reference, v.title, v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  concat_ws(', ', nullif(v.place, ''), coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name), h.address || coalesce(' ' || h.postcode, '')) AS place, v.mode,
  v.meeting_link AS "meetingLink",
  concat_ws(', ', nullif(v.contact_name, ''), nullif(v.contact_phone, ''), nullif(v.contact_email, '')) AS contact, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", g.time_zone AS "guestTimeZone",
  coalesce((SELECT max(x.at) FROM visit_history x
  WHERE x.visit_id = v.id AND x.to_state = ANY ($5) AND (x.from_state = ANY ($5)) IS NOT TRUE), v.created_at) AS "confirmedAt"
  FROM (SELECT * FROM visit x
  WHERE x.state = ANY ($5) AND x.starts_at > $1 AND x.starts_at < $1::timestamptz + interval '21 days' OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE NOT EXISTS (SELECT 1 FROM agenda a WHERE a.visit_id = v.id AND a.public_revision IS NOT NULL)
  AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3) ORDER BY v.id LIMIT $4;

-- RemindedVisits.withoutLink
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives id uuid, reference text, title text, guestUnit text, hostUnit text, guestUnitName text, hostUnitName text, timeZone text, place text, mode text, meetingLink text | null, contact text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, guestTimeZone text, confirmedAt timestamptz
SELECT v.id, v.reference, v.title, v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.time_zone AS "timeZone",
  concat_ws(', ', nullif(v.place, ''), coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name), h.address || coalesce(' ' || h.postcode, '')) AS place, v.mode,
  v.meeting_link AS "meetingLink",
  concat_ws(', ', nullif(v.contact_name, ''), nullif(v.contact_phone, ''), nullif(v.contact_email, '')) AS contact, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", g.time_zone AS "guestTimeZone",
  coalesce((SELECT max(x.at) FROM visit_history x
  WHERE x.visit_id = v.id AND x.to_state = ANY ($5) AND (x.from_state = ANY ($5)) IS NOT TRUE), v.created_at) AS "confirmedAt"
  FROM (SELECT * FROM visit x
  WHERE x.state = ANY ($5) AND x.starts_at > $1 AND x.starts_at < $1::timestamptz + interval '14 days' OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE v.mode <> 'on-site' AND v.meeting_link IS NULL
  AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3) ORDER BY v.id LIMIT $4;

-- RemindedVisits.hostRules
-- takes $1 text
-- gives rules text[]
SELECT array_remove(ARRAY[identity_rule, phone_rule, camera_rule], '') AS rules
  FROM hosting_policy WHERE unit = $1;

-- RemindedVisits.stillStands
-- takes $1 uuid, $2 text[], $3 timestamptz, $4 text[]
-- gives ?column? integer
SELECT 1 FROM visit WHERE id = $1 AND state = ANY ($2)
  AND coalesce(CASE WHEN state = ANY ($4) THEN starts_at ELSE proposed_starts_at END, starts_at) = $3
  FOR SHARE;

-- == src/reminders/queries/unit-readers.ts

-- UnitReaders.ofUnits
-- takes $1 text[]
-- gives unit text, name text, email text, isAddress boolean
SELECT r.unit, r.name, r.email, r.address AS "isAddress" FROM (
  SELECT u.code AS unit, u.name, lower(u.email) AS email, true AS address FROM unit u
  WHERE u.code = ANY ($1) AND u.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code)
  UNION ALL
  SELECT u.code, p.name, p.email, false FROM unit u JOIN person p ON coalesce(p.unit, 'kanwil-' || p.regional_office) IN (u.code, u.heir) AND p.suspended_at IS NULL
  WHERE u.code = ANY ($1)
  ) r ORDER BY r.unit, r.address DESC, r.email;

-- == src/replies/queries/invited-people.ts

-- InvitedPeople.ofEvents
-- takes $1 uuid[], $2 timestamptz, $3 text[]
-- gives eventId text, visitId uuid, participantId uuid, email text, sequence integer, aliases text[], heardAt timestamptz | null, answer text, isOpen boolean
SELECT i.event_id::text AS "eventId", i.visit_id AS "visitId", p.id AS "participantId", p.email, i.sequence,
  ARRAY(
  SELECT DISTINCT k.sender FROM known_sender k JOIN visit_participant q ON q.id = k.participant_id
  WHERE q.email = p.email AND (k.unit = v.guest_unit AND p.side IN ('guest', 'invited')
  OR k.unit = v.host_unit AND p.side IN ('host', 'invited'))) AS aliases, p.heard_at AS "heardAt", p.answer, v.state = ANY ($3) AND v.ends_at > $2 AS "isOpen"
  FROM calendar_invitation i JOIN visit_participant p ON p.visit_id = i.visit_id AND p.email = i.email
  JOIN visit v ON v.id = i.visit_id
  WHERE i.event_id = ANY ($1)
  ORDER BY coalesce(p.heard_from <> 'mail', false), p.created_at, p.id;

-- == src/replies/queries/open-questions.ts

-- OpenQuestions.ofVisit
-- takes $1 text[], $2 timestamptz, $3 text[], $4 uuid
-- gives mailId uuid, participantId uuid, kind text, answer text | null, startsAt timestamptz | null, endsAt timestamptz | null, substitute text | null, words text, isProven boolean, saidAt timestamptz, askedAt timestamptz, participantEmail text | null, participantNames text[], sender text
SELECT q.received_mail_id AS "mailId", q.participant_id AS "participantId", q.kind, q.answer,
  q.starts_at AS "startsAt", q.ends_at AS "endsAt", q.substitute, q.words, q.is_proven AS "isProven",
  q.said_at AS "saidAt", q.asked_at AS "askedAt", p.email AS "participantEmail", ARRAY(SELECT x.name FROM visit_participant x
  WHERE x.visit_id = p.visit_id AND (x.id = p.id OR x.email = p.email) AND true ORDER BY x.created_at, x.id) AS "participantNames", left(m.sender, 254) AS sender
  FROM reply_question q JOIN visit_participant p ON p.id = q.participant_id JOIN visit v ON v.id = p.visit_id JOIN received_mail m ON m.id = q.received_mail_id
  WHERE v.id = $4 AND (v.guest_unit = ANY ($1) AND p.side IN ('guest', 'invited') OR v.host_unit = ANY ($1) AND p.side IN ('host', 'invited')) AND (q.kind = 'words' OR v.state = ANY ($3) AND v.ends_at > $2
  AND (p.heard_at IS NULL OR date_trunc('second', p.heard_at) <= q.said_at))
  ORDER BY q.asked_at, q.received_mail_id;

-- OpenQuestions.visitsOf
-- takes $1 text[], $2 timestamptz, $3 text[]
-- gives id uuid, title text, count integer, endsAt timestamptz
SELECT v.id, v.title, count(*)::integer AS count, v.ends_at AS "endsAt" FROM reply_question q JOIN visit_participant p ON p.id = q.participant_id JOIN visit v ON v.id = p.visit_id
  WHERE (v.guest_unit = ANY ($1) AND p.side IN ('guest', 'invited') OR v.host_unit = ANY ($1) AND p.side IN ('host', 'invited')) AND (q.kind = 'words' OR v.state = ANY ($3) AND v.ends_at > $2
  AND (p.heard_at IS NULL OR date_trunc('second', p.heard_at) <= q.said_at))
  GROUP BY v.id ORDER BY v.ends_at, v.id LIMIT 20;

-- == src/replies/queries/own-mails.ts

-- OwnMails.byMessageId
-- takes $1 text
-- gives stream text | null, recipient text
SELECT stream, lower(recipient_email) AS recipient FROM mail WHERE message_id = $1;

-- OwnMails.isWrittenTo
-- takes $1 text, $2 text[]
-- gives is_written_to boolean
SELECT EXISTS (SELECT FROM mail WHERE stream = $1 AND lower(recipient_email) = ANY ($2)) AS is_written_to;

-- OwnMails.visitOf
-- takes $1 text
-- gives id uuid
SELECT id FROM visit WHERE id::text = $1;

-- OwnMails.participants
-- takes $1 text[], $2 text[]
-- gives visitId uuid, participantId uuid, email text, aliases text[]
SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email, ARRAY(
  SELECT DISTINCT k.sender FROM known_sender k JOIN visit_participant q ON q.id = k.participant_id
  WHERE q.email = p.email AND (k.unit = v.guest_unit AND p.side IN ('guest', 'invited')
  OR k.unit = v.host_unit AND p.side IN ('host', 'invited'))) AS aliases
  FROM unnest($1::text[], $2::text[]) AS owner (stream, email)
  JOIN visit_participant p ON p.visit_id::text = owner.stream AND p.email = owner.email
  JOIN visit v ON v.id = p.visit_id ORDER BY p.created_at, p.id;

-- OwnMails.answeredBy
-- takes $1 text[]
-- gives visitId uuid, participantId uuid, email text, aliases text[]
SELECT p.visit_id AS "visitId", p.id AS "participantId", p.email, ARRAY(
  SELECT DISTINCT k.sender FROM known_sender k JOIN visit_participant q ON q.id = k.participant_id
  WHERE q.email = p.email AND (k.unit = v.guest_unit AND p.side IN ('guest', 'invited')
  OR k.unit = v.host_unit AND p.side IN ('host', 'invited'))) AS aliases
  FROM mail m JOIN visit_participant p ON p.visit_id::text = m.stream AND p.email = lower(m.recipient_email)
  JOIN visit v ON v.id = p.visit_id
  WHERE m.message_id = ANY($1) GROUP BY p.id, v.id ORDER BY p.created_at, p.id;

-- == src/replies/queries/received-mails.ts

-- ReceivedMails.execute
-- takes $1 bigint, $2 bigint
-- gives id uuid, position bigint, sender text, subject text, outcome text, visit uuid | null, receivedAt timestamptz, isKept boolean
SELECT id, position, sender, subject, outcome, visit_id AS visit, received_at AS "receivedAt",
  source IS NOT NULL AS "isKept"
  FROM received_mail WHERE (position < $1) ORDER BY position DESC LIMIT $2;

-- ReceivedMails.execute
-- takes $1 bigint
-- gives id uuid, position bigint, sender text, subject text, outcome text, visit uuid | null, receivedAt timestamptz, isKept boolean
SELECT id, position, sender, subject, outcome, visit_id AS visit, received_at AS "receivedAt",
  source IS NOT NULL AS "isKept"
  FROM received_mail WHERE true ORDER BY position DESC LIMIT $1;

-- ReceivedMails.refreshesOf
-- takes $1 uuid, $2 timestamptz
-- gives count integer
SELECT count(*)::integer AS count FROM received_mail
  WHERE visit_id = $1 AND outcome = 'refresh' AND received_at > $2;

-- ReceivedMails.source
-- takes $1 uuid
-- gives source bytea | null
SELECT source FROM received_mail WHERE id = $1;

-- == src/replies/queries/sharers.ts

-- FindSharers.of
-- takes $1 uuid
-- gives participantId uuid, name text, hasOwnAnswer boolean
SELECT x.id AS "participantId", x.name, coalesce(x.heard_from <> 'mail', false) AS "hasOwnAnswer"
  FROM visit_participant p JOIN visit_participant x
  ON x.visit_id = p.visit_id AND (x.id = p.id OR x.email = p.email)
  WHERE p.id = $1 ORDER BY x.created_at, x.id;

-- == src/replies/storage/mailbox-position-repository.ts

-- MailboxPositionRepository.advance
-- takes $1 text, $2 bigint, $3 bigint
INSERT INTO mailbox_position AS known (mailbox, uid_validity, last_uid) VALUES ($1, $2, $3)
  ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
  WHERE known.uid_validity <> excluded.uid_validity OR known.last_uid < excluded.last_uid;

-- MailboxPositionRepository.looked
-- takes $1 text, $2 bigint, $3 timestamptz
INSERT INTO mailbox_position AS known (mailbox, uid_validity, last_uid, looked_at) VALUES ($1, $2, 0, $3)
  ON CONFLICT (mailbox) DO UPDATE SET looked_at = excluded.looked_at;

-- == src/replies/storage/reply-question-repository.ts

-- ReplyQuestionRepository.take
-- takes $1 uuid, $2 uuid
WITH taken AS (
  DELETE FROM reply_question q USING visit_participant p
  WHERE q.received_mail_id = $2 AND p.id = q.participant_id AND p.visit_id = $1 RETURNING 1)
  SELECT FROM taken;

-- == src/series/queries/series-places.ts

-- SeriesPlaces.ofVisits
-- takes $1 uuid[]
-- gives visitId uuid, seriesId uuid, title text, onDate text, place integer, count integer
SELECT d.visit_id AS "visitId", s.id AS "seriesId", s.title,
  d.on_date::text AS "onDate",
  (SELECT count(*)::int FROM series_date b
  WHERE b.series_id = d.series_id AND b.visit_id IS NOT NULL AND b.on_date <= d.on_date) AS place,
  (SELECT count(*)::int FROM series_date a WHERE a.series_id = d.series_id AND a.visit_id IS NOT NULL) AS count
  FROM series_date d JOIN series s ON s.id = d.series_id WHERE d.visit_id = ANY ($1);

-- == src/series/storage/series-repository.ts

-- SeriesRepository.sentOf
-- takes $1 uuid[]
-- gives id uuid
SELECT id FROM visit WHERE id = ANY ($1) AND submitted_at IS NOT NULL;

-- SeriesRepository.lockVisits
-- takes $1 uuid[]
-- gives id uuid
SELECT id FROM visit WHERE id = ANY ($1) ORDER BY id FOR UPDATE;

-- == src/sinergi/queries/answer-times.ts

-- AnswerTimes.ofCountry
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date, $7 text, $8 date, $9 date
-- gives isNow boolean, host text | null, count integer, medianHours double precision | null, hostName text | null
WITH n AS (SELECT true AS "isNow", c.host_unit AS host, c.hours, sum(c.count)::int AS count
  FROM sinergi_count c
  WHERE c.cube = 'answers' AND c.program = $7 AND c.month BETWEEN $8::date AND $9::date
  GROUP BY 2, 3 HAVING sum(c.count) > 0
  UNION ALL
  SELECT c.day >= $5::date, NULL, c.hours, sum(c.count)::int FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date)
  GROUP BY 1, 3 HAVING sum(c.count) > 0),
  ranked AS (
  SELECT "isNow", host, hours, count, sum(count) OVER (PARTITION BY "isNow", host ORDER BY hours) AS upto,
  sum(count) OVER (PARTITION BY "isNow", host) AS answers
  FROM n),
  m AS (
  SELECT "isNow", host, max(answers)::int AS count, avg(hours)::float8 AS "medianHours" FROM ranked
  WHERE upto > (answers - 1) / 2 AND upto - count <= answers / 2 GROUP BY 1, 2)
  SELECT m."isNow", m.host, m.count,
  m."medianHours" /* never null: hours of at least one answer */, u.name AS "hostName"
  FROM m LEFT JOIN unit u ON u.code = m.host ORDER BY "medianHours" DESC, u.name, m.host;

-- AnswerTimes.ofRegion
-- takes $1 text[], $2 text, $3 date, $4 date, $5 date, $6 text
-- gives isNow boolean, host text | null, count integer, medianHours double precision | null, hostName text | null
WITH n AS (SELECT c.month >= $4::date AS "isNow", CASE WHEN grouping(c.host_unit) = 0 THEN c.host_unit END AS host, c.hours,
  sum(c.count)::int AS count
  FROM sinergi_count c WHERE (c.cube = ANY ($1)) AND (c.program = $2) AND (c.month BETWEEN $3::date AND $5::date) AND (c.host_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $6)))
  GROUP BY GROUPING SETS ((1, c.hours), (1, c.host_unit, c.hours))
  HAVING sum(c.count) > 0 AND (c.month >= $4::date OR grouping(c.host_unit) = 1)),
  ranked AS (
  SELECT "isNow", host, hours, count, sum(count) OVER (PARTITION BY "isNow", host ORDER BY hours) AS upto,
  sum(count) OVER (PARTITION BY "isNow", host) AS answers
  FROM n),
  m AS (
  SELECT "isNow", host, max(answers)::int AS count, avg(hours)::float8 AS "medianHours" FROM ranked
  WHERE upto > (answers - 1) / 2 AND upto - count <= answers / 2 GROUP BY 1, 2)
  SELECT m."isNow", m.host, m.count,
  m."medianHours" /* never null: hours of at least one answer */, u.name AS "hostName"
  FROM m LEFT JOIN unit u ON u.code = m.host ORDER BY "medianHours" DESC, u.name, m.host;

-- == src/sinergi/queries/copied-practices.ts

-- CopiedPractices.execute
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date, $7 bigint
-- gives note uuid | null, title text | null, unitName text | null, count integer
SELECT p.note, n.title, u.name AS "unitName", p.count
  FROM (
  SELECT nullif(c.mark, '')::uuid AS note, sum(c.count)::int AS count
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date) AND (c.day >= $5::date) GROUP BY 1 HAVING sum(c.count) > 0) p
  LEFT JOIN note n ON n.id = p.note LEFT JOIN unit u ON u.code = n.unit
  ORDER BY p.count DESC, n.title NULLS LAST, p.note LIMIT $7;

-- == src/sinergi/queries/learning-network.ts

-- LearningNetworks.execute
-- takes $1 text[], $2 text, $3 date[], $4 text[], $5 text, $6 text[], $7 bigint, $8 date, $9 date, $10 text, $11 text[]
-- gives edgeCount integer, edges jsonb, units jsonb
WITH every AS MATERIALIZED (
  SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
  FROM (SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4) AND c.guest_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5))
  UNION ALL
  SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c
  WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4) AND c.host_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5)) AND NOT c.guest_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5))) c GROUP BY 1, 2 HAVING sum(c.count) > 0),
  edge AS MATERIALIZED (SELECT * FROM every ORDER BY count DESC, guest, host LIMIT $7),
  about AS (
  SELECT guest, host, jsonb_agg(jsonb_build_object('program', program, 'count', count) ORDER BY count DESC, program)
  AS programs
  FROM (
  SELECT e.guest, e.host, c.program, sum(c.count)::int AS count
  FROM edge e JOIN sinergi_count c ON c.guest_unit = e.guest AND c.host_unit = e.host
  WHERE c.cube = ANY ($11) AND c.program <> '' AND ($10::text IS NULL OR c.program = $10)
  AND c.month BETWEEN $8::date AND $9::date AND c.mark = ANY ($6)
  GROUP BY 1, 2, 3 HAVING sum(c.count) > 0) p
  GROUP BY 1, 2)
  SELECT
  (SELECT count(*)::int FROM every) AS "edgeCount",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('guest', coalesce(e.guest, ''), 'host', coalesce(e.host, ''), 'count', e.count,
  'programs', coalesce(a.programs, '[]')) ORDER BY e.count DESC, e.guest, e.host), '[]')
  FROM edge e LEFT JOIN about a USING (guest, host)) AS edges,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name, 'office', u.regional_office,
  'latitude', u.latitude, 'longitude', u.longitude) ORDER BY u.code), '[]')
  FROM unit u WHERE u.code IN (SELECT guest FROM edge UNION SELECT host FROM edge)) AS units;

-- LearningNetworks.execute
-- takes $1 text[], $2 text, $3 date[], $4 text[], $5 text[], $6 bigint, $7 date, $8 date, $9 text, $10 text[]
-- gives edgeCount integer, edges jsonb, units jsonb
WITH every AS MATERIALIZED (
  SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
  FROM (SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4)) c GROUP BY 1, 2 HAVING sum(c.count) > 0),
  edge AS MATERIALIZED (SELECT * FROM every ORDER BY count DESC, guest, host LIMIT $6),
  about AS (
  SELECT guest, host, jsonb_agg(jsonb_build_object('program', program, 'count', count) ORDER BY count DESC, program)
  AS programs
  FROM (
  SELECT e.guest, e.host, c.program, sum(c.count)::int AS count
  FROM edge e JOIN sinergi_count c ON c.guest_unit = e.guest AND c.host_unit = e.host
  WHERE c.cube = ANY ($10) AND c.program <> '' AND ($9::text IS NULL OR c.program = $9)
  AND c.month BETWEEN $7::date AND $8::date AND c.mark = ANY ($5)
  GROUP BY 1, 2, 3 HAVING sum(c.count) > 0) p
  GROUP BY 1, 2)
  SELECT
  (SELECT count(*)::int FROM every) AS "edgeCount",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('guest', coalesce(e.guest, ''), 'host', coalesce(e.host, ''), 'count', e.count,
  'programs', coalesce(a.programs, '[]')) ORDER BY e.count DESC, e.guest, e.host), '[]')
  FROM edge e LEFT JOIN about a USING (guest, host)) AS edges,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name, 'office', u.regional_office,
  'latitude', u.latitude, 'longitude', u.longitude) ORDER BY u.code), '[]')
  FROM unit u WHERE u.code IN (SELECT guest FROM edge UNION SELECT host FROM edge)) AS units;

-- == src/sinergi/queries/outcome-counts.ts

-- OutcomeCounts.execute
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date
-- gives cube text, isNow boolean, mark text | null, count integer
SELECT c.cube /* one of: those asked for */, c.day >= $5::date AS "isNow",
  CASE WHEN c.cube = 'replications' THEN '' ELSE c.mark END AS mark /* never null: every count has one, if an empty one */, sum(c.count)::int AS count
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date) GROUP BY 1, 2, 3 HAVING sum(c.count) > 0;

-- == src/sinergi/queries/program-counts.ts

-- ProgramCounts.execute
-- takes $1 text[], $2 text, $3 date, $4 date, $5 date
-- gives program text, count integer, before integer
SELECT c.program, coalesce(sum(c.count) FILTER (WHERE c.day >= $4::date), 0)::int AS count,
  coalesce(sum(c.count) FILTER (WHERE NOT c.day >= $4::date), 0)::int AS before
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program <> '') AND (c.day BETWEEN $3::date AND $5::date)
  GROUP BY c.program HAVING sum(c.count) > 0 ORDER BY count DESC, before DESC, c.program;

-- ProgramCounts.execute
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date
-- gives program text, count integer, before integer
SELECT c.program, coalesce(sum(c.count) FILTER (WHERE c.day >= $5::date), 0)::int AS count,
  coalesce(sum(c.count) FILTER (WHERE NOT c.day >= $5::date), 0)::int AS before
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date)
  GROUP BY c.program HAVING sum(c.count) > 0 ORDER BY count DESC, before DESC, c.program;

-- == src/sinergi/queries/scoped-follow-ups.ts

-- ScopedFollowUps.list, 7 texts
-- takes $1 date, $2 date, $3 text, $4 text, $5 date, $6 uuid, $7 bigint
-- gives id uuid, what text, unitName text, personName text, dueOn text
SELECT f.id, f.what, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName", f.person_name AS "personName", f.due_on::text AS "dueOn"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit) ON v.id = f.visit_id
  WHERE (f.done_at >= $1::date - 1 AND f.done_at < $2::date + interval '1 month 1 day'
  AND (f.done_at AT TIME ZONE h.time_zone) >= $1::date AND (f.done_at AT TIME ZONE h.time_zone) < $2::date + interval '1 month') AND (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $3)) AND (f.state = $4) AND ((f.due_on, f.id) > ($5::date, $6::uuid)) ORDER BY f.due_on, f.id LIMIT $7;

-- ScopedFollowUps.list, 7 texts
-- takes $1 text[], $2 date, $3 date, $4 uuid, $5 bigint
-- gives id uuid, what text, unitName text, personName text, dueOn text
SELECT f.id, f.what, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "unitName", f.person_name AS "personName", f.due_on::text AS "dueOn"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit) ON v.id = f.visit_id
  WHERE (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (f.state = ANY ($1) AND f.due_on >= $2::date) AND ((f.due_on, f.id) > ($3::date, $4::uuid)) ORDER BY f.due_on, f.id LIMIT $5;

-- == src/sinergi/queries/scoped-notes.ts

-- ScopedNotes.execute, 5 texts
-- takes $1 date, $2 date, $3 text, $4 timestamptz, $5 uuid, $6 bigint
-- gives id uuid, title text, unitName text, publishedAt timestamptz, timeZone text, replications integer
SELECT n.id, n.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (n.published_at AT TIME ZONE g.time_zone)::date), g.name) AS "unitName", n.published_at AS "publishedAt", g.time_zone AS "timeZone",
  (SELECT count(*)::int FROM replication r WHERE r.note_id = n.id) AS replications
  FROM note n JOIN unit g ON g.code = n.unit
  WHERE (n.state = 'published' AND n.visibility = 'nation' AND (n.published_at AT TIME ZONE g.time_zone) >= $1::date AND (n.published_at AT TIME ZONE g.time_zone) < $2::date + interval '1 month') AND (EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = $3)) AND ((n.published_at, n.id) < ($4::timestamptz, $5::uuid)) ORDER BY n.published_at DESC, n.id DESC LIMIT $6;

-- ScopedNotes.execute, 5 texts
-- takes $1 date, $2 date, $3 bigint
-- gives id uuid, title text, unitName text, publishedAt timestamptz, timeZone text, replications integer
SELECT n.id, n.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (n.published_at AT TIME ZONE g.time_zone)::date), g.name) AS "unitName", n.published_at AS "publishedAt", g.time_zone AS "timeZone",
  (SELECT count(*)::int FROM replication r WHERE r.note_id = n.id) AS replications
  FROM note n JOIN unit g ON g.code = n.unit
  WHERE (n.state = 'published' AND n.visibility = 'nation' AND (n.published_at AT TIME ZONE g.time_zone) >= $1::date AND (n.published_at AT TIME ZONE g.time_zone) < $2::date + interval '1 month') ORDER BY n.published_at DESC, n.id DESC LIMIT $3;

-- == src/sinergi/queries/scoped-replications.ts

-- ScopedReplications.execute, 7 texts
-- takes $1 date, $2 date, $3 text, $4 text, $5 uuid, $6 bigint
-- gives id uuid, followUp uuid, note uuid, practice text, fromName text, toName text, since text
SELECT r.id, r.follow_up_id AS "followUp", r.note_id AS note, coalesce(n.title, r.practice) AS practice,
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> r.since), h.name) AS "fromName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> r.since), g.name) AS "toName", r.since::text
  FROM replication r JOIN unit g ON g.code = r.to_unit JOIN unit h ON h.code = r.from_unit
  LEFT JOIN note n ON n.id = r.note_id
  WHERE (r.since >= $1::date AND r.since < $2::date + interval '1 month' AND NOT EXISTS (SELECT 1 FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE f.id = r.follow_up_id AND NOT v.disputed_at IS NULL)) AND ($3 IN (g.regional_office, h.regional_office)) AND (EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
  WHERE f.id = r.follow_up_id AND x.program = $4)) AND (r.note_id = $5::uuid) ORDER BY r.since DESC, r.id DESC LIMIT $6;

-- ScopedReplications.execute, 7 texts
-- takes $1 date, $2 date, $3 bigint
-- gives id uuid, followUp uuid, note uuid | null, practice text, fromName text, toName text, since text
SELECT r.id, r.follow_up_id AS "followUp", r.note_id AS note, coalesce(n.title, r.practice) AS practice,
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> r.since), h.name) AS "fromName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> r.since), g.name) AS "toName", r.since::text
  FROM replication r JOIN unit g ON g.code = r.to_unit JOIN unit h ON h.code = r.from_unit
  LEFT JOIN note n ON n.id = r.note_id
  WHERE (r.since >= $1::date AND r.since < $2::date + interval '1 month' AND NOT EXISTS (SELECT 1 FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE f.id = r.follow_up_id AND NOT v.disputed_at IS NULL)) AND (r.note_id IS NULL) ORDER BY r.since DESC, r.id DESC LIMIT $3;

-- == src/sinergi/queries/scoped-results.ts

-- ScopedResults.list, 5 texts
-- takes $1 date, $2 date, $3 text[], $4 text, $5 date, $6 uuid, $7 bigint
-- gives id uuid, visitId uuid | null, noteId uuid | null, unitName text, what text, amount double precision, measure text, measuredOn text
SELECT r.id, r.visit_id AS "visitId", r.note_id AS "noteId", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> r.measured_on), g.name) AS "unitName", r.what,
  r.amount::float8, r.measure, r.measured_on::text AS "measuredOn"
  FROM countable_result r JOIN unit g ON g.code = r.organisation
  WHERE (r.measured_on >= $1::date AND r.measured_on < $2::date + interval '1 month') AND (r.visit_id IN (SELECT v.id FROM visit v WHERE v.id = r.visit_id AND v.state = ANY ($3) AND v.disputed_at IS NULL)
  OR r.note_id IN (SELECT n.id FROM note n WHERE n.id = r.note_id AND n.state = 'published' AND n.visibility = 'nation')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = r.visit_id AND x.program = $4
  UNION ALL SELECT 1 FROM note_program y WHERE y.note_id = r.note_id AND y.program = $4)) AND ((r.measured_on, r.id) < ($5::date, $6::uuid)) ORDER BY r.measured_on DESC, r.id DESC LIMIT $7;

-- ScopedResults.list, 5 texts
-- takes $1 date, $2 date, $3 text[], $4 bigint
-- gives id uuid, visitId uuid | null, noteId uuid | null, unitName text, what text, amount double precision, measure text, measuredOn text
SELECT r.id, r.visit_id AS "visitId", r.note_id AS "noteId", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> r.measured_on), g.name) AS "unitName", r.what,
  r.amount::float8, r.measure, r.measured_on::text AS "measuredOn"
  FROM countable_result r JOIN unit g ON g.code = r.organisation
  WHERE (r.measured_on >= $1::date AND r.measured_on < $2::date + interval '1 month') AND (r.visit_id IN (SELECT v.id FROM visit v WHERE v.id = r.visit_id AND v.state = ANY ($3) AND v.disputed_at IS NULL)
  OR r.note_id IN (SELECT n.id FROM note n WHERE n.id = r.note_id AND n.state = 'published' AND n.visibility = 'nation')) ORDER BY r.measured_on DESC, r.id DESC LIMIT $4;

-- ScopedResults.sums, 4 texts
-- takes $1 date, $2 date, $3 text[], $4 text, $5 text
-- gives measure text, count integer, sum double precision
SELECT r.measure, count(*)::int AS count, sum(r.amount)::float8 AS sum
  FROM countable_result r JOIN unit g ON g.code = r.organisation
  WHERE (r.measured_on >= $1::date AND r.measured_on < $2::date + interval '1 month') AND (r.visit_id IN (SELECT v.id FROM visit v WHERE v.id = r.visit_id AND v.state = ANY ($3) AND v.disputed_at IS NULL)
  OR r.note_id IN (SELECT n.id FROM note n WHERE n.id = r.note_id AND n.state = 'published' AND n.visibility = 'nation')) AND (g.regional_office = $4) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = r.visit_id AND x.program = $5
  UNION ALL SELECT 1 FROM note_program y WHERE y.note_id = r.note_id AND y.program = $5)) GROUP BY r.measure ORDER BY count DESC, r.measure;

-- ScopedResults.sums, 4 texts
-- takes $1 date, $2 date, $3 text[]
-- gives measure text, count integer, sum double precision
SELECT r.measure, count(*)::int AS count, sum(r.amount)::float8 AS sum
  FROM countable_result r JOIN unit g ON g.code = r.organisation
  WHERE (r.measured_on >= $1::date AND r.measured_on < $2::date + interval '1 month') AND (r.visit_id IN (SELECT v.id FROM visit v WHERE v.id = r.visit_id AND v.state = ANY ($3) AND v.disputed_at IS NULL)
  OR r.note_id IN (SELECT n.id FROM note n WHERE n.id = r.note_id AND n.state = 'published' AND n.visibility = 'nation')) GROUP BY r.measure ORDER BY count DESC, r.measure;

-- == src/sinergi/queries/scoped-visits.ts

-- ScopedVisits.execute, 16 texts
-- takes $1 date, $2 date, $3 text[], $4 text[], $5 timestamptz, $6 uuid, $7 bigint
-- gives id uuid, reference text, title text, state text, guestName text, hostName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, position text, timeZone text
SELECT v.id, v.reference, v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.starts_at::text AS position, h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE ((
  SELECT r.published_at FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
  AND r.published_by IS NOT NULL) >= $1::date - 1 AND (
  SELECT r.published_at FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
  AND r.published_by IS NOT NULL) < $2::date + interval '1 month 1 day'
  AND ((
  SELECT r.published_at FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
  AND r.published_by IS NOT NULL) AT TIME ZONE h.time_zone) >= $1::date AND ((
  SELECT r.published_at FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1
  AND r.published_by IS NOT NULL) AT TIME ZONE h.time_zone) < $2::date + interval '1 month') AND (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND ((
  SELECT min(a.at) FROM visit_history a WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
  AND a.side = 'host'
  AND a.at >= (SELECT min(s.at) FROM visit_history s WHERE s.visit_id = v.id AND s.action IN ('submit', 'arrange'))) IS NOT NULL) AND (v.state = ANY ($3) AND EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id OFFSET 0)) AND (v.state = ANY ($4)) AND ((v.starts_at, v.id) < ($5::timestamptz, $6::uuid)) ORDER BY v.starts_at DESC, v.id DESC LIMIT $7;

-- ScopedVisits.execute, 16 texts
-- takes $1 text[], $2 text[], $3 text[], $4 timestamptz, $5 uuid, $6 bigint
-- gives id uuid, reference text, title text, state text, guestName text, hostName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, position text, timeZone text
SELECT v.id, v.reference, v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.starts_at::text AS position, h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (v.state = ANY ($1) AND EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id OFFSET 0)) AND (v.state = ANY ($2)) AND (v.state = ANY ($3)) AND ((v.starts_at, v.id) < ($4::timestamptz, $5::uuid)) ORDER BY v.starts_at DESC, v.id DESC LIMIT $6;

-- == src/sinergi/queries/silent-units.ts

-- SilentUnits.marks
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date, $7 text
-- gives code text, name text, officeName text, isNow boolean, isBefore boolean
WITH busy AS (
  SELECT c.mark AS unit, sum(c.count) FILTER (WHERE c.day >= $5::date) > 0 AS now,
  sum(c.count) FILTER (WHERE NOT c.day >= $5::date) > 0 AS before
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = ANY (ARRAY(SELECT code FROM regional_office o WHERE $2 IN ('', o.code)))) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date) GROUP BY c.mark)
  SELECT * FROM (
  SELECT u.code, u.name, o.short_name AS "officeName", coalesce(NOT b.now, true) AS "isNow",
  coalesce(NOT b.before, true) AS "isBefore"
  FROM unit u JOIN regional_office o ON o.code = u.regional_office LEFT JOIN busy b ON b.unit = u.code
  WHERE u.kind = 'upt' AND u.active AND ($7::text IS NULL OR u.regional_office = $7)) m
  WHERE "isNow" OR "isBefore" ORDER BY name, code;

-- SilentUnits.list
-- takes $1 date, $2 date, $3 text, $4 text[], $5 text
-- gives code text, name text, officeName text
SELECT u.code, u.name, o.short_name AS "officeName" FROM unit u JOIN regional_office o ON o.code = u.regional_office
  WHERE u.kind = 'upt' AND u.active AND ($5::text IS NULL OR u.regional_office = $5)
  AND u.code NOT IN (
  SELECT unnest(ARRAY[g.heir, h.heir] || ARRAY(SELECT ju.heir FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')) FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (v.starts_at >= $1::date - 1 AND v.starts_at < $2::date + interval '1 month 1 day'
  AND (v.starts_at AT TIME ZONE h.time_zone) >= $1::date AND (v.starts_at AT TIME ZONE h.time_zone) < $2::date + interval '1 month') AND (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $3)) AND (v.state = ANY ($4)))
  ORDER BY o.short_name, u.name, u.code;

-- SilentUnits.list
-- takes $1 date, $2 date, $3 text[], $4 text
-- gives code text, name text, officeName text
SELECT u.code, u.name, o.short_name AS "officeName" FROM unit u JOIN regional_office o ON o.code = u.regional_office
  WHERE u.kind = 'upt' AND u.active AND ($4::text IS NULL OR u.regional_office = $4)
  AND u.code NOT IN (
  SELECT unnest(ARRAY[g.heir, h.heir] || ARRAY(SELECT ju.heir FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')) FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (v.starts_at >= $1::date - 1 AND v.starts_at < $2::date + interval '1 month 1 day'
  AND (v.starts_at AT TIME ZONE h.time_zone) >= $1::date AND (v.starts_at AT TIME ZONE h.time_zone) < $2::date + interval '1 month') AND (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (v.state = ANY ($3)))
  ORDER BY o.short_name, u.name, u.code;

-- == src/sinergi/queries/sinergi-choices.ts

-- SinergiChoices.execute
-- gives programs jsonb, offices jsonb
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.title)
  ORDER BY p.framework, p.number NULLS LAST, p.title) FROM program p), '[]') AS programs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.short_name)
  FROM regional_office o), '[]') AS offices;

-- == src/sinergi/queries/standing-counts.ts

-- StandingCounts.execute
-- takes $1 text, $2 text, $3 text[], $4 text[], $5 timestamptz, $6 date, $7 timestamptz
-- gives cube text, isOverdue boolean, endsAt timestamptz | null, count integer, timeZone text | null
SELECT n.cube, n."isOverdue", n."endsAt", n.count, u.time_zone AS "timeZone"
  FROM (
  SELECT 'visits' AS cube, false AS "isOverdue", NULL::timestamptz AS "endsAt", NULL::text AS host, sum(c.count)::int AS count
  FROM sinergi_total c
  WHERE c.cube = 'visits' AND c.place = $1 AND c.program = $2 AND c.mark = ANY ($3)
  UNION ALL
  SELECT 'follow-ups', coalesce(c.day < $6::date, false), NULL, NULL, sum(c.count)::int
  FROM sinergi_total c
  WHERE c.cube = 'promises' AND c.place = $1 AND c.program = $2 AND c.mark = ANY ($4) GROUP BY 2
  UNION ALL
  SELECT 'summaries', true, NULL, NULL, sum(c.count)::int
  FROM sinergi_total c
  WHERE c.cube = 'owed' AND c.place = $1 AND c.program = $2
  AND c.day < ($7::timestamptz AT TIME ZONE 'UTC')::date
  UNION ALL
  SELECT 'summaries', false, c.ends_at, c.host_unit, sum(c.count)::int
  FROM sinergi_count c JOIN unit g ON g.code = c.guest_unit JOIN unit h ON h.code = c.host_unit
  WHERE c.cube = 'summaries' AND c.program = $2 AND c.ends_at <= $5::timestamptz
  AND c.ends_at >= date_trunc('day', $7::timestamptz, 'UTC')
  AND ($1 = '' OR $1 IN (g.regional_office, h.regional_office))
  GROUP BY 3, 4) n
  LEFT JOIN unit u ON u.code = n.host
  WHERE n.count > 0;

-- == src/sinergi/queries/unsummarised-visits.ts

-- UnsummarisedVisits.execute, 4 texts
-- takes $1 text, $2 text, $3 timestamptz, $4 text[]
-- gives id uuid, endsAt timestamptz, timeZone text
SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND ($1 IN (g.regional_office, h.regional_office)) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $2)) AND (v.state = ANY ($4) AND v.ends_at <= $3) AND (NOT EXISTS (SELECT FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1)) ORDER BY v.ends_at, v.id;

-- UnsummarisedVisits.execute, 4 texts
-- takes $1 timestamptz, $2 text[]
-- gives id uuid, endsAt timestamptz, timeZone text
SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.submitted_at IS NOT NULL AND v.disputed_at IS NULL) AND (v.state = ANY ($2) AND v.ends_at <= $1) AND (NOT EXISTS (SELECT FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1)) ORDER BY v.ends_at, v.id;

-- == src/sinergi/queries/visit-counts.ts

-- VisitCounts.execute
-- takes $1 text[], $2 text, $3 text, $4 date, $5 date, $6 date, $7 text, $8 text, $9 date, $10 date
-- gives cube text, isNow boolean, mark text | null, month text | null, count integer
SELECT c.cube /* one of: those asked for */, c.day >= $5::date AS "isNow", c.mark /* never null: every sum has one, if an empty one */,
  CASE WHEN c.cube = 'visits' THEN to_char(c.day, 'YYYY-MM') END AS month, sum(c.count)::int AS count
  FROM sinergi_total c WHERE (c.cube = ANY ($1)) AND (c.place = $2) AND (c.program = $3) AND (c.day BETWEEN $4::date AND $6::date) GROUP BY 1, 2, 3, 4 HAVING sum(c.count) > 0
  UNION ALL
  SELECT 'offices', true, c.mark, NULL, sum(c.count)::int FROM sinergi_total c
  WHERE c.cube = 'offices' AND c.place = $7 AND c.program = $8
  AND c.day BETWEEN $9::date AND $10::date
  GROUP BY c.mark HAVING sum(c.count) > 0;

-- == src/sinergi/queries/visit-pairs.ts

-- VisitPairs.execute
-- takes $1 text[], $2 text, $3 date[], $4 text[], $5 text, $6 bigint
-- gives guest text, guestName text, host text, hostName text, count integer
SELECT p.guest, g.name AS "guestName", p.host, h.name AS "hostName", p.count
  FROM (
  SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
  FROM (SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4) AND c.guest_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5))
  UNION ALL
  SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c
  WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4) AND c.host_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5)) AND NOT c.guest_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = $5))) c GROUP BY 1, 2 HAVING sum(c.count) > 0
  ORDER BY 3 DESC, 1, 2 LIMIT $6) p
  JOIN unit g ON g.code = p.guest JOIN unit h ON h.code = p.host
  ORDER BY p.count DESC, g.name, h.name, p.guest, p.host;

-- VisitPairs.execute
-- takes $1 text[], $2 text, $3 date[], $4 text[], $5 bigint
-- gives guest text, guestName text, host text, hostName text, count integer
SELECT p.guest, g.name AS "guestName", p.host, h.name AS "hostName", p.count
  FROM (
  SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
  FROM (SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE c.cube = ANY ($1) AND c.program = $2 AND c.month = ANY ($3::date[])
  AND c.mark = ANY ($4)) c GROUP BY 1, 2 HAVING sum(c.count) > 0
  ORDER BY 3 DESC, 1, 2 LIMIT $5) p
  JOIN unit g ON g.code = p.guest JOIN unit h ON h.code = p.host
  ORDER BY p.count DESC, g.name, h.name, p.guest, p.host;

-- == src/sinergi/storage/figure-store.ts

-- FigureStore.fold
-- gives sinergi_fold void | null
SELECT sinergi_fold();

-- FigureStore.foldBefore
-- gives sinergi_fold_before void | null
SELECT sinergi_fold_before();

-- FigureStore.rebuild
-- gives sinergi_rebuild void | null
SELECT sinergi_rebuild();

-- == src/summaries/queries/known-facts.ts

-- FindKnownFacts.ofVisit
-- takes $1 uuid
-- gives topics text[], mode text, place text, programs text[], requestLetterNumber text | null, requestLetterDate text | null, replyLetterNumber text | null, replyLetterDate text | null, assignmentLetterNumber text | null, assignmentLetterDate text | null, guestUnitName text, hostUnitName text, joined jsonb
SELECT v.topics, v.mode, v.place,
  ARRAY(SELECT CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END
  FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id
  ORDER BY r.framework, r.number NULLS LAST, r.code) AS programs,
  v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate",
  v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate",
  v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  coalesce((SELECT jsonb_agg(jsonb_build_object('organisation', x.organisation, 'name', coalesce((SELECT un.name FROM unit_name un WHERE un.unit = j.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), j.name))
  ORDER BY x.asked_at, x.organisation)
  FROM visit_guest x JOIN unit j ON j.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading), '[]') AS joined
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id = $1;

-- == src/summaries/queries/published-summary.ts

-- PublishedSummary.ofVisit
-- takes $1 uuid
-- gives revision integer, publishedAt timestamptz, content jsonb
SELECT revision, published_at AS "publishedAt", content FROM summary_revision WHERE visit_id = $1 ORDER BY revision DESC LIMIT 1;

-- PublishedSummary.revision
-- takes $1 uuid, $2 integer
-- gives revision integer, publishedAt timestamptz, content jsonb
SELECT revision, published_at AS "publishedAt", content FROM summary_revision WHERE visit_id = $1 AND revision = $2;

-- PublishedSummary.revisionsOf
-- takes $1 uuid
-- gives revision integer, publishedAt timestamptz, automatic boolean, publishedByName text | null
SELECT r.revision, r.published_at AS "publishedAt",
  coalesce((r.content ->> 'automatic')::boolean, false) AS automatic, p.name AS "publishedByName"
  FROM summary_revision r LEFT JOIN person p ON p.id = r.published_by
  WHERE r.visit_id = $1 ORDER BY r.revision;

-- == src/summaries/queries/recorded-since.ts

-- RecordedSince.ofVisit
-- takes $1 uuid
-- gives field text | null, count integer
SELECT c ->> 'field' AS field /* never null: each change names its field */, count(*)::integer AS count
  FROM visit_history h CROSS JOIN jsonb_array_elements(h.changes) c
  WHERE h.visit_id = $1 AND h.version > (
  SELECT coalesce(max(x.version) FILTER (WHERE x.action = 'publish-summary'), min(x.version))
  FROM visit_history x WHERE x.visit_id = $1)
  GROUP BY 1 ORDER BY 1;

-- == src/summaries/queries/summaries-due.ts

-- SummariesDue.ofUnits
-- takes $1 text[], $2 timestamptz, $3 text[]
-- gives id uuid, title text, guestUnitName text, hostUnitName text, endsAt timestamptz, timeZone text
SELECT v.id, v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.ends_at AS "endsAt",
  h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE v.id IN (SELECT x.id FROM visit x WHERE x.guest_unit = ANY ($1) AND x.state = ANY ($3)
  UNION SELECT x.id FROM visit x WHERE x.host_unit = ANY ($1) AND x.state = ANY ($3))
  AND v.ends_at <= $2
  AND NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at)
  ORDER BY v.ends_at, v.id LIMIT 50;

-- == src/summaries/queries/summary-writers.ts

-- SummaryWriters.ofVisits
-- takes $1 uuid[]
-- gives visitId uuid, name text, email text, timeZone text
WITH writers AS (
  SELECT v.id AS visit, p.name, p.email, CASE role WHEN 'minute-taker' THEN 1 ELSE 2 END AS rank,
  CASE side WHEN 'guest' THEN coalesce(p.brought_by, v.guest_unit) ELSE v.host_unit END AS unit
  FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  WHERE v.id = ANY ($1) AND p.email IS NOT NULL
  AND (role = 'minute-taker' OR (role = 'leader' AND side = 'guest' AND p.brought_by IS NULL))
  UNION ALL
  SELECT v.id, p.name, p.email, 3, v.guest_unit FROM visit v JOIN person p ON p.id = v.created_by
  WHERE v.id = ANY ($1) AND p.suspended_at IS NULL
  )
  SELECT w.visit AS "visitId", w.name, w.email, u.time_zone AS "timeZone"
  FROM (SELECT *, min(rank) OVER (PARTITION BY visit) AS first FROM writers) w
  LEFT JOIN person a ON a.email = w.email JOIN unit u ON u.code = coalesce(a.unit, w.unit)
  WHERE w.rank = w.first ORDER BY w.email;

-- == src/summaries/queries/visits-without-summary.ts

-- VisitsWithoutSummary.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives id uuid, endsAt timestamptz, timeZone text
SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
  FROM (SELECT * FROM visit x WHERE x.state = ANY ($5) AND x.starts_at < $1 AND x.ends_at <= $1 OFFSET 0) v
  JOIN unit h ON h.code = v.host_unit
  WHERE NOT (v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at) AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3)
  ORDER BY v.id LIMIT $4;

-- == src/summaries/storage/summary-repository.ts

-- SummaryRepository.lock
-- takes $1 text
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended($1, 2));

-- == src/summaries/use-cases/hand-over-summaries.ts

-- HandOverSummaries.ids
-- takes $1 uuid
-- gives id uuid
SELECT visit_id AS id FROM summary WHERE changed_by = $1 AND revision = 0 ORDER BY visit_id;

-- HandOverSummaries.shown
-- takes $1 uuid[], $2 text[]
-- gives id uuid, title text, reference text
SELECT v.id, v.title, v.reference FROM visit v JOIN unit g ON g.code = v.guest_unit
  JOIN unit h ON h.code = v.host_unit WHERE (v.id = ANY ($1)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0))) ORDER BY v.starts_at, v.id LIMIT 20;

-- HandOverSummaries.shown
-- takes $1 uuid[], $2 text[]
-- gives id uuid, title text, reference text
SELECT v.id, v.title, v.reference FROM visit v JOIN unit g ON g.code = v.guest_unit
  JOIN unit h ON h.code = v.host_unit WHERE (v.id = ANY ($1)) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0)) ORDER BY v.starts_at, v.id LIMIT 20;

-- HandOverSummaries.execute
-- takes $1 uuid, $2 uuid
UPDATE summary SET changed_by = $2 WHERE changed_by = $1 AND revision = 0;

-- == src/trips/queries/leg-places.ts

-- LegPlaces.ofUnits
-- takes $1 text[]
-- gives code text, name text, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean
SELECT code, name, time_zone AS "timeZone", latitude, longitude,
  position_confirmed_at IS NOT NULL AS "positionConfirmed" FROM unit WHERE code = ANY ($1);

-- LegPlaces.named
-- takes $1 text, $2 text, $3 bigint
-- gives code text, name text, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean
SELECT code, name, time_zone AS "timeZone", latitude, longitude,
  position_confirmed_at IS NOT NULL AS "positionConfirmed" FROM unit
  WHERE active AND (code = $1 OR (unit.name ILIKE $2 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = unit.code AND un.name ILIKE $2))) ORDER BY (lower(name) = lower($1)) DESC, (code = $1) DESC, name LIMIT $3;

-- LegPlaces.standing
-- takes $1 uuid
-- gives visitId uuid, tripId uuid, startsAt timestamptz, endsAt timestamptz, host text, mode text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean
SELECT l.visit_id AS "visitId", l.trip_id AS "tripId", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS host, v.mode, h.latitude, h.longitude, h.position_confirmed_at IS NOT NULL AS "positionConfirmed"
  FROM trip_leg l JOIN visit v ON v.id = l.visit_id JOIN unit h ON h.code = v.host_unit
  WHERE l.trip_id = $1 AND l.during IS NOT NULL ORDER BY v.starts_at;

-- LegPlaces.tripOf
-- takes $1 uuid
-- gives tripId uuid
SELECT trip_id AS "tripId" FROM trip_leg WHERE visit_id = $1;

-- == src/trips/queries/list-trips.ts

-- ListTrips.execute, 5 texts
-- takes $1 text, $2 timestamptz, $3 text[], $4 bigint
-- gives id uuid, title text, guestUnitName text, hostNames text[], startsAt timestamptz, endsAt timestamptz
SELECT t.id, t.title, min(coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name)) AS "guestUnitName",
  array_agg(coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) ORDER BY v.starts_at) AS "hostNames",
  min(v.starts_at) AS "startsAt",
  max(v.ends_at) AS "endsAt"
  FROM trip t JOIN trip_leg l ON l.trip_id = t.id JOIN visit v ON v.id = l.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (t.title ILIKE $1 OR (h.name ILIKE $1 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = h.code AND un.name ILIKE $1))) AND (v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' AND l.during IS NOT NULL) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($3::text[]) OFFSET 0))) GROUP BY t.id, t.title ORDER BY min(v.starts_at) DESC, t.id LIMIT $4;

-- ListTrips.execute, 5 texts
-- takes $1 text[], $2 bigint
-- gives id uuid, title text, guestUnitName text, hostNames text[], startsAt timestamptz, endsAt timestamptz
SELECT t.id, t.title, min(coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name)) AS "guestUnitName",
  array_agg(coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) ORDER BY v.starts_at) AS "hostNames",
  min(v.starts_at) AS "startsAt",
  max(v.ends_at) AS "endsAt"
  FROM trip t JOIN trip_leg l ON l.trip_id = t.id JOIN visit v ON v.id = l.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0))) GROUP BY t.id, t.title ORDER BY min(v.starts_at) DESC, t.id LIMIT $2;

-- == src/trips/queries/seen-there.ts

-- SeenThereQuery.ofVisits
-- takes $1 uuid[]
-- gives visitId uuid, outcomes text, decisions text, practices text[], promises integer
SELECT DISTINCT ON (r.visit_id) r.visit_id AS "visitId",
  coalesce(r.content->>'outcomes', '') AS outcomes, coalesce(r.content->>'decisions', '') AS decisions,
  ARRAY(SELECT n.title FROM note n WHERE n.visit_id = r.visit_id AND n.state = 'published'
  AND n.visibility = 'nation' ORDER BY n.title) AS practices,
  (SELECT count(*)::int FROM follow_up f WHERE f.visit_id = r.visit_id) AS promises
  FROM summary_revision r WHERE r.visit_id = ANY ($1) ORDER BY r.visit_id, r.revision DESC;

-- == src/trips/queries/trip-places.ts

-- TripPlaces.ofVisits
-- takes $1 uuid[]
-- gives visitId uuid, tripId uuid, title text, place integer | null, count integer
SELECT l.visit_id AS "visitId", t.id AS "tripId", t.title,
  CASE WHEN l.during IS NOT NULL THEN
  (SELECT count(*)::int FROM trip_leg b WHERE b.trip_id = l.trip_id AND lower(b.during) <= lower(l.during)) END AS place,
  (SELECT count(*)::int FROM trip_leg a WHERE a.trip_id = l.trip_id AND a.during IS NOT NULL) AS count
  FROM trip_leg l JOIN trip t ON t.id = l.trip_id WHERE l.visit_id = ANY ($1);

-- == src/trips/storage/trip-repository.ts

-- TripRepository.addLeg
-- takes $1 uuid, $2 uuid
INSERT INTO trip_leg (visit_id, trip_id, during)
  SELECT id, $1, tstzrange(starts_at, ends_at) FROM visit WHERE id = $2;

-- TripRepository.linksOf
-- takes $1 uuid
-- gives memberId uuid, participantId uuid
SELECT l.member_id AS "memberId", l.participant_id AS "participantId"
  FROM trip_participant l JOIN visit_participant p ON p.id = l.participant_id WHERE p.visit_id = $1;

-- == src/unit-changes/queries/change-choices.ts

-- ChangeChoicesQuery.execute
-- takes $1 text
-- gives types jsonb, offices jsonb
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name) FROM unit_type), '[]') AS types,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name, 'timeZone', time_zone)
  ORDER BY short_name) FROM regional_office WHERE $1::text IS NULL OR code = $1), '[]') AS offices;

-- == src/unit-changes/queries/change-readers.ts

-- ChangeReaders.deciders
-- takes $1 text[]
-- gives name text, email text
SELECT name, email FROM person WHERE role = ANY ($1) AND suspended_at IS NULL ORDER BY email;

-- ChangeReaders.of
-- takes $1 text[], $2 text, $3 uuid
-- gives name text, email text
WITH people AS (
  SELECT name, email, unit, regional_office FROM person
  WHERE suspended_at IS NULL AND (unit = ANY ($1) OR regional_office = $2) AND id <> $3
  )
  SELECT DISTINCT ON (email) name, email FROM (
  SELECT name, email FROM people
  UNION ALL SELECT name, lower(email) FROM unit WHERE code = ANY ($1) AND email IS NOT NULL
  AND code NOT IN (SELECT p.unit FROM person p WHERE p.unit IS NOT NULL AND p.suspended_at IS NULL)
  UNION ALL SELECT name, lower(email) FROM regional_office WHERE code = $2 AND email IS NOT NULL
  AND NOT EXISTS (SELECT FROM person p WHERE p.regional_office = $2 AND p.suspended_at IS NULL)
  ) r ORDER BY email;

-- == src/unit-changes/queries/change-surroundings.ts

-- ChangeSurroundingsQuery.of
-- takes $1 text[], $2 text[], $3 text[]
-- gives units text[], types text[], offices text[]
SELECT ARRAY(SELECT code FROM unit WHERE code = ANY ($1)) AS units,
  ARRAY(SELECT code FROM unit_type WHERE code = ANY ($2)) AS types,
  ARRAY(SELECT code FROM regional_office WHERE code = ANY ($3)) AS offices;

-- == src/unit-changes/queries/due-unit-changes.ts

-- DueUnitChanges.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint
-- gives id uuid
SELECT c.id FROM unit_change c
  WHERE c.state = 'decided' AND c.effective_on <= ($1::timestamptz AT TIME ZONE c.time_zone)::date
  AND ($2::uuid IS NULL OR c.id > $2) AND ($3::uuid IS NULL OR c.id = $3)
  ORDER BY c.id LIMIT $4;

-- == src/unit-changes/queries/list-unit-changes.ts

-- ListUnitChanges.byId
-- takes $1 uuid
-- gives id uuid, kind text, state text, effectiveOn text, regionalOffice text | null, regionalOfficeName text | null, timeZone text, unit text | null, successor text | null, name text | null, type text | null, class text | null, opens jsonb, endsOrigin boolean, callsOff boolean, movesPeople boolean, decree text, reason text, unitName text | null, successorName text | null, typeName text | null, proposedBy uuid, proposedByName text, proposedAt timestamptz, decidedByName text | null, decidedAt timestamptz | null, decisionReason text, doneAt timestamptz | null, version integer
SELECT c.id, c.kind, c.state, c.effective_on::text AS "effectiveOn", c.regional_office AS "regionalOffice",
  o.short_name AS "regionalOfficeName", c.time_zone AS "timeZone", c.unit, c.successor, c.name, c.type, c.class, c.opens,
  c.ends_origin AS "endsOrigin", c.calls_off AS "callsOff", c.moves_people AS "movesPeople", c.decree, c.reason,
  CASE WHEN u.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (c.effective_on - 1)), u.name) END AS "unitName",
  CASE WHEN s.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> c.effective_on), s.name) END AS "successorName", t.name AS "typeName",
  c.proposed_by AS "proposedBy", p.name AS "proposedByName", c.proposed_at AS "proposedAt", d.name AS "decidedByName",
  c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", c.done_at AS "doneAt", c.version FROM unit_change c LEFT JOIN regional_office o ON o.code = c.regional_office JOIN person p ON p.id = c.proposed_by
  LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN unit u ON u.code = c.unit LEFT JOIN unit s ON s.code = c.successor
  LEFT JOIN unit_type t ON t.code = c.type WHERE c.id = $1;

-- ListUnitChanges.execute, 7 texts
-- takes $1 text, $2 text, $3 text, $4 text, $5 bigint
-- gives id uuid, kind text, state text, effectiveOn text, regionalOffice text, regionalOfficeName text | null, timeZone text, unit text | null, successor text | null, name text | null, type text | null, class text | null, opens jsonb, endsOrigin boolean, callsOff boolean, movesPeople boolean, decree text, reason text, unitName text | null, successorName text | null, typeName text | null, proposedBy uuid, proposedByName text, proposedAt timestamptz, decidedByName text | null, decidedAt timestamptz | null, decisionReason text, doneAt timestamptz | null, version integer
SELECT c.id, c.kind, c.state, c.effective_on::text AS "effectiveOn", c.regional_office AS "regionalOffice",
  o.short_name AS "regionalOfficeName", c.time_zone AS "timeZone", c.unit, c.successor, c.name, c.type, c.class, c.opens,
  c.ends_origin AS "endsOrigin", c.calls_off AS "callsOff", c.moves_people AS "movesPeople", c.decree, c.reason,
  CASE WHEN u.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (c.effective_on - 1)), u.name) END AS "unitName",
  CASE WHEN s.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> c.effective_on), s.name) END AS "successorName", t.name AS "typeName",
  c.proposed_by AS "proposedBy", p.name AS "proposedByName", c.proposed_at AS "proposedAt", d.name AS "decidedByName",
  c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", c.done_at AS "doneAt", c.version FROM unit_change c LEFT JOIN regional_office o ON o.code = c.regional_office JOIN person p ON p.id = c.proposed_by
  LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN unit u ON u.code = c.unit LEFT JOIN unit s ON s.code = c.successor
  LEFT JOIN unit_type t ON t.code = c.type WHERE (c.regional_office = $1) AND (c.state = $2) AND (c.kind = $3) AND ($4 IN (c.unit, c.successor))
  ORDER BY c.effective_on DESC, c.id DESC LIMIT $5;

-- ListUnitChanges.execute, 7 texts
-- takes $1 bigint
-- gives id uuid, kind text, state text, effectiveOn text, regionalOffice text | null, regionalOfficeName text | null, timeZone text, unit text | null, successor text | null, name text | null, type text | null, class text | null, opens jsonb, endsOrigin boolean, callsOff boolean, movesPeople boolean, decree text, reason text, unitName text | null, successorName text | null, typeName text | null, proposedBy uuid, proposedByName text, proposedAt timestamptz, decidedByName text | null, decidedAt timestamptz | null, decisionReason text, doneAt timestamptz | null, version integer
SELECT c.id, c.kind, c.state, c.effective_on::text AS "effectiveOn", c.regional_office AS "regionalOffice",
  o.short_name AS "regionalOfficeName", c.time_zone AS "timeZone", c.unit, c.successor, c.name, c.type, c.class, c.opens,
  c.ends_origin AS "endsOrigin", c.calls_off AS "callsOff", c.moves_people AS "movesPeople", c.decree, c.reason,
  CASE WHEN u.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (c.effective_on - 1)), u.name) END AS "unitName",
  CASE WHEN s.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> c.effective_on), s.name) END AS "successorName", t.name AS "typeName",
  c.proposed_by AS "proposedBy", p.name AS "proposedByName", c.proposed_at AS "proposedAt", d.name AS "decidedByName",
  c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", c.done_at AS "doneAt", c.version FROM unit_change c LEFT JOIN regional_office o ON o.code = c.regional_office JOIN person p ON p.id = c.proposed_by
  LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN unit u ON u.code = c.unit LEFT JOIN unit s ON s.code = c.successor
  LEFT JOIN unit_type t ON t.code = c.type WHERE true
  ORDER BY c.effective_on DESC, c.id DESC LIMIT $1;

-- ListUnitChanges.proposed
-- gives id uuid, kind text, state text, effectiveOn text, regionalOffice text | null, regionalOfficeName text | null, timeZone text, unit text | null, successor text | null, name text | null, type text | null, class text | null, opens jsonb, endsOrigin boolean, callsOff boolean, movesPeople boolean, decree text, reason text, unitName text | null, successorName text | null, typeName text | null, proposedBy uuid, proposedByName text, proposedAt timestamptz, decidedByName text | null, decidedAt timestamptz | null, decisionReason text, doneAt timestamptz | null, version integer
SELECT c.id, c.kind, c.state, c.effective_on::text AS "effectiveOn", c.regional_office AS "regionalOffice",
  o.short_name AS "regionalOfficeName", c.time_zone AS "timeZone", c.unit, c.successor, c.name, c.type, c.class, c.opens,
  c.ends_origin AS "endsOrigin", c.calls_off AS "callsOff", c.moves_people AS "movesPeople", c.decree, c.reason,
  CASE WHEN u.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (c.effective_on - 1)), u.name) END AS "unitName",
  CASE WHEN s.code IS NOT NULL THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = s.code AND un.during @> c.effective_on), s.name) END AS "successorName", t.name AS "typeName",
  c.proposed_by AS "proposedBy", p.name AS "proposedByName", c.proposed_at AS "proposedAt", d.name AS "decidedByName",
  c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", c.done_at AS "doneAt", c.version FROM unit_change c LEFT JOIN regional_office o ON o.code = c.regional_office JOIN person p ON p.id = c.proposed_by
  LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN unit u ON u.code = c.unit LEFT JOIN unit s ON s.code = c.successor
  LEFT JOIN unit_type t ON t.code = c.type WHERE c.state = 'proposed' ORDER BY c.proposed_at, c.id LIMIT 50;

-- == src/unit-changes/queries/touched-visits.ts

-- TouchedVisits.of
-- takes $1 text, $2 date, $3 text[], $4 text[]
-- gives id uuid, reference text, title text, state text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, isAgreed boolean, isMain boolean
SELECT v.id, v.reference, v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
  h.time_zone AS "timeZone", v.state = ANY ($3) AS "isAgreed",
  v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AS "isMain"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE v.id IN (SELECT x.id FROM visit x WHERE x.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND x.state = ANY ($4)
  UNION SELECT x.id FROM visit x WHERE x.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND x.state = ANY ($4)
  UNION SELECT jg.visit_id FROM visit_guest jg WHERE jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND NOT jg.is_leading AND jg.answer = 'joined')
  AND v.submitted_at IS NOT NULL AND v.state = ANY ($4) AND (v.starts_at AT TIME ZONE h.time_zone)::date >= $2::date
  ORDER BY v.starts_at, v.id;

-- == src/units/queries/list-periods.ts

-- ListPeriods.of
-- takes $1 text
-- gives unit text | null, version integer, terms jsonb
SELECT d.unit, d.version, jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) AS terms FROM hosting_period d
  WHERE d.unit IS NULL OR d.unit = $1 ORDER BY d.first_day, d.id;

-- ListPeriods.byId
-- takes $1 uuid
-- gives unit text | null, version integer, terms jsonb
SELECT d.unit, d.version, jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) AS terms FROM hosting_period d WHERE d.id = $1;

-- == src/units/queries/list-reference.ts

-- ListReference.regionalOffices
-- gives code text, name text, shortName text, region text, seat text, timeZone text, email text | null, approvesInside boolean, approvesAcross boolean, version integer
SELECT code, name, short_name AS "shortName", region, seat, time_zone AS "timeZone", email,
  approves_inside AS "approvesInside", approves_across AS "approvesAcross", version
  FROM regional_office ORDER BY name, code;

-- ListReference.programs
-- gives code text, framework text, number integer | null, title text, from text, verified boolean, retiredOn text | null
SELECT code, framework, number, title, from_date::text AS "from", verified,
  retired_on::text AS "retiredOn"
  FROM program ORDER BY framework, number NULLS LAST, code;

-- ListReference.holidays
-- takes $1 integer
-- gives date text, name text, kind text
SELECT date::text AS date, name, kind FROM holiday
  WHERE $1::int IS NULL OR extract(year FROM date) = $1 ORDER BY holiday.date;

-- == src/units/queries/list-units.ts

-- ListUnits.execute, 8 texts
-- takes $1 text[], $2 boolean, $3 text, $4 text, $5 text, $6 integer, $7 text, $8 text, $9 bigint
-- gives code text, name text, kind text, type text | null, place text, regionalOffice text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, closedOn text | null, open boolean, usesSambang boolean, rank integer
SELECT * FROM (
  SELECT u.code, u.name, u.kind, u.type, u.place, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
  u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed",
  u.closed_on::text AS "closedOn", coalesce(p.open, false) AND u.active AND (u.email IS NOT NULL OR EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code)) AS open,
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang", CASE WHEN u.code ILIKE $4 OR u.name ILIKE $4 THEN 0 WHEN u.name ILIKE $3 THEN 1 ELSE 2 END AS rank
  FROM unit u LEFT JOIN hosting_policy p ON p.unit = u.code WHERE (u.kind = ANY ($1)) AND (EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) = $2) AND ((u.name ILIKE $3 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = u.code AND un.name ILIKE $3)) OR u.code ILIKE $3 OR u.place ILIKE $3
  OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE $3) OR EXISTS (SELECT 1 FROM partner_name pn WHERE pn.partner = u.code AND pn.key LIKE $5))
  ) l WHERE (l.rank, l.name, l.code) > ($6::int, $7, $8) ORDER BY l.rank, l.name, l.code LIMIT $9;

-- ListUnits.execute, 8 texts
-- takes $1 text[], $2 integer, $3 text, $4 text, $5 bigint
-- gives code text, name text, kind text, type text | null, place text, regionalOffice text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, closedOn text | null, open boolean, usesSambang boolean, rank integer
SELECT * FROM (
  SELECT u.code, u.name, u.kind, u.type, u.place, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
  u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed",
  u.closed_on::text AS "closedOn", coalesce(p.open, false) AND u.active AND (u.email IS NOT NULL OR EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code)) AS open,
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang", 0 AS rank
  FROM unit u LEFT JOIN hosting_policy p ON p.unit = u.code WHERE (u.kind = ANY ($1))
  ) l WHERE (l.rank, l.name, l.code) > ($2::int, $3, $4) ORDER BY l.rank, l.name, l.code LIMIT $5;

-- == src/units/queries/named-units.ts

-- NamedUnits.all
-- gives code text, name text, kind text, regionalOffice text | null, timeZone text, openedOn text | null, closedOn text | null, active boolean, others text[]
SELECT u.code, u.name, u.kind, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
  u.opened_on::text AS "openedOn", u.closed_on::text AS "closedOn", u.active,
  u.aliases || ARRAY(SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.name <> u.name) AS others
  FROM unit u ORDER BY u.name, u.code;

-- == src/units/queries/organisations.ts

-- Organisations.byCode
-- takes $1 text
-- gives code text, kind text, name text, place text, timeZone text, aliases text[], email text | null, phone text | null, address text | null, version integer, closedOn text | null, active boolean
SELECT u.code, u.kind, u.name, u.place, u.time_zone AS "timeZone", u.aliases, u.email, u.phone, u.address, u.version, u.closed_on::text AS "closedOn", u.active AND u.closed_on IS NULL AS active
  FROM unit u WHERE u.code = $1;

-- Organisations.currentCode
-- takes $1 text
-- gives became text
SELECT became FROM merged_organisation WHERE code = $1;

-- == src/units/queries/unit-choices.ts

-- UnitChoices.execute
-- takes $1 text
-- gives types jsonb, offices jsonb, own jsonb | null
SELECT
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name) FROM unit_type), '[]') AS types,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name) ORDER BY short_name)
  FROM regional_office), '[]') AS offices,
  (SELECT jsonb_build_object('latitude', latitude, 'longitude', longitude,
  'positionConfirmed', position_confirmed_at IS NOT NULL) FROM unit WHERE code = $1) AS own;

-- == src/units/queries/unit-details.ts

-- UnitDetails.byCode
-- takes $1 text, $2 timestamptz
-- gives code text, name text, kind text, type text | null, typeName text | null, subtype text | null, class text | null, place text, regionalOffice text | null, regionalOfficeName text | null, timeZone text, latitude double precision | null, longitude double precision | null, positionConfirmed boolean, positionConfirmedAt timestamptz | null, positionConfirmedBy text | null, aliases text[], email text | null, phone text | null, webPage text | null, address text | null, postcode text | null, version integer, openedOn text | null, closedOn text | null, successor text | null, successorName text | null, absorbed jsonb, usesSambang boolean, canAnswer boolean, formerNames jsonb, policy jsonb, kinds jsonb, closedDays jsonb, periods jsonb
SELECT u.code, u.name, u.kind, u.type, t.name AS "typeName", u.subtype, u.class, u.place,
  u.regional_office AS "regionalOffice", r.name AS "regionalOfficeName", u.time_zone AS "timeZone",
  u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed",
  u.position_confirmed_at AS "positionConfirmedAt", cp.name AS "positionConfirmedBy",
  u.aliases, u.email, u.phone, u.web_page AS "webPage", u.address, u.postcode, u.version, u.opened_on::text AS "openedOn",
  u.closed_on::text AS "closedOn", u.successor, s.name AS "successorName",
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) ORDER BY a.name, a.code)
  FROM unit a WHERE a.successor = u.code), '[]') AS absorbed,
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AS "usesSambang", (u.email IS NOT NULL OR EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code)) AS "canAnswer",
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', f.name, 'usedUntil', upper(f.during)) ORDER BY f.during)
  FROM unit_name f WHERE f.unit = u.code
  AND upper(f.during) <= ($2::timestamptz AT TIME ZONE u.time_zone)::date), '[]') AS "formerNames",
  jsonb_build_object('open', p.open, 'capacity', p.capacity, 'onlineTakesPlace', p.online_takes_place, 'largestParty', p.largest_party,
  'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
  'lateMinutes', p.late_minutes, 'takesSignatures', p.takes_signatures, 'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
  'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute) FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy, coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'receives', k.receives,
  'largestParty', k.largest_party, 'shortestNoticeDays', k.shortest_notice_days,
  'longestNoticeDays', k.longest_notice_days, 'shortestMinutes', k.shortest_minutes,
  'longestMinutes', k.longest_minutes, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_kind_window w WHERE w.unit = k.unit AND w.kind = k.kind), '[]')) ORDER BY k.kind)
  FROM hosting_kind k WHERE k.unit = u.code), '[]') AS kinds, coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
  FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN ($2::timestamptz AT TIME ZONE u.time_zone)::date AND '2100-12-31'), '[]') AS "closedDays",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) ORDER BY d.first_day, d.id) FROM hosting_period d
  WHERE (d.unit = u.code OR d.unit IS NULL) AND d.first_day <= '2100-12-31' AND d.last_day >= ($2::timestamptz AT TIME ZONE u.time_zone)::date), '[]') AS periods
  FROM unit u LEFT JOIN unit_type t ON t.code = u.type LEFT JOIN regional_office r ON r.code = u.regional_office
  LEFT JOIN unit s ON s.code = u.successor LEFT JOIN person cp ON cp.id = u.position_confirmed_by
  JOIN hosting_policy p ON p.unit = u.code
  WHERE u.code = $1;

-- == src/units/queries/unit-facts.ts

-- UnitFacts.byCodes
-- takes $1 text[]
-- gives code text, name text, kind text, type text | null, place text, regionalOffice text | null, timeZone text, email text | null, phone text | null, closedOn text | null, openedOn text | null, successor text | null
SELECT code, name, kind, type, place, regional_office AS "regionalOffice", time_zone AS "timeZone", email, phone,
  closed_on::text AS "closedOn", opened_on::text AS "openedOn", successor
  FROM unit WHERE code = ANY (ARRAY(SELECT unnest($1::text[])));

-- UnitFacts.regionalOfficeByCode
-- takes $1 text
-- gives code text, name text, shortName text, timeZone text, email text | null, approvesInside boolean, approvesAcross boolean
SELECT code, name, short_name AS "shortName", time_zone AS "timeZone", email,
  approves_inside AS "approvesInside", approves_across AS "approvesAcross"
  FROM regional_office WHERE code = $1;

-- UnitFacts.unknownPrograms
-- takes $1 text[]
-- gives code text
SELECT g.code FROM unnest($1::text[]) WITH ORDINALITY AS g(code, position)
  WHERE NOT EXISTS (SELECT 1 FROM program p WHERE p.code = g.code) ORDER BY g.position;

-- UnitFacts.hostingFacts
-- takes $1 text, $2 date, $3 date
-- gives unit text, timeZone text, policy jsonb, kinds jsonb, life jsonb, closedDays jsonb, holidays jsonb, periods jsonb
SELECT u.code AS unit, u.time_zone AS "timeZone", jsonb_build_object('open', p.open, 'capacity', p.capacity, 'onlineTakesPlace', p.online_takes_place, 'largestParty', p.largest_party,
  'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
  'lateMinutes', p.late_minutes, 'takesSignatures', p.takes_signatures, 'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
  'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute) FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy, coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'receives', k.receives,
  'largestParty', k.largest_party, 'shortestNoticeDays', k.shortest_notice_days,
  'longestNoticeDays', k.longest_notice_days, 'shortestMinutes', k.shortest_minutes,
  'longestMinutes', k.longest_minutes, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_kind_window w WHERE w.unit = k.unit AND w.kind = k.kind), '[]')) ORDER BY k.kind)
  FROM hosting_kind k WHERE k.unit = u.code), '[]') AS kinds, jsonb_build_object('from', u.opened_on, 'until', u.closed_on) AS life,
  coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
  FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN $2 AND $3), '[]') AS "closedDays", coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'kind', h.kind) ORDER BY h.date)
  FROM holiday h WHERE h.date BETWEEN $2 AND $3), '[]') AS holidays,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) ORDER BY d.first_day, d.id) FROM hosting_period d
  WHERE (d.unit = u.code OR d.unit IS NULL) AND d.first_day <= $3::date AND d.last_day >= $2::date), '[]') AS periods
  FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE u.code = $1;

-- UnitFacts.hostingOf
-- takes $1 text[], $2 date, $3 date
-- gives unit text, timeZone text, policy jsonb, kinds jsonb, life jsonb, closedDays jsonb, holidays jsonb, periods jsonb
SELECT u.code AS unit, u.time_zone AS "timeZone", jsonb_build_object('open', p.open, 'capacity', p.capacity, 'onlineTakesPlace', p.online_takes_place, 'largestParty', p.largest_party,
  'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
  'lateMinutes', p.late_minutes, 'takesSignatures', p.takes_signatures, 'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
  'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute) FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy, coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'receives', k.receives,
  'largestParty', k.largest_party, 'shortestNoticeDays', k.shortest_notice_days,
  'longestNoticeDays', k.longest_notice_days, 'shortestMinutes', k.shortest_minutes,
  'longestMinutes', k.longest_minutes, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_kind_window w WHERE w.unit = k.unit AND w.kind = k.kind), '[]')) ORDER BY k.kind)
  FROM hosting_kind k WHERE k.unit = u.code), '[]') AS kinds, jsonb_build_object('from', u.opened_on, 'until', u.closed_on) AS life,
  coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
  FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN $2 AND $3), '[]') AS "closedDays", coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'kind', h.kind) ORDER BY h.date)
  FROM holiday h WHERE h.date BETWEEN $2 AND $3), '[]') AS holidays,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
  FROM hosting_period_window w WHERE w.period_id = d.id), '[]')) ORDER BY d.first_day, d.id) FROM hosting_period d
  WHERE (d.unit = u.code OR d.unit IS NULL) AND d.first_day <= $3::date AND d.last_day >= $2::date), '[]') AS periods
  FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE u.code = ANY (ARRAY(SELECT unnest($1::text[])));

-- UnitFacts.holidaysAround
-- takes $1 timestamptz
-- gives date text
SELECT date::text FROM holiday
  WHERE date BETWEEN $1::timestamptz - interval '1 year' AND $1::timestamptz + interval '1 year';

-- UnitFacts.lockHost
-- takes $1 text
-- gives capacity integer, onlineTakesPlace boolean, timeZone text
SELECT p.capacity, p.online_takes_place AS "onlineTakesPlace", u.time_zone AS "timeZone"
  FROM hosting_policy p JOIN unit u ON u.code = p.unit WHERE p.unit = $1 FOR UPDATE OF p;

-- == src/units/storage/holiday-repository.ts

-- HolidayRepository.remove
-- takes $1 text
-- gives date text, name text, kind text
WITH gone AS (DELETE FROM holiday WHERE date::text = $1 RETURNING date::text AS date, name, kind) SELECT * FROM gone;

-- == src/units/storage/organisation-repository.ts

-- OrganisationRepository.isNameTaken
-- takes $1 text, $2 text, $3 text
-- gives code text
SELECT code FROM unit WHERE lower(name) = lower($1) AND code <> $2 AND kind = $3 LIMIT 1;

-- == src/units/storage/partner-repository.ts

-- PartnerRepository.byKey
-- takes $1 text
-- gives code text, name text
SELECT u.code, u.name FROM partner_name n JOIN unit u ON u.code = n.partner WHERE n.key = $1;

-- PartnerRepository.learn
-- takes $1 text[], $2 text
-- gives partner text
SELECT partner FROM partner_name WHERE key = ANY ($1) AND partner <> $2;

-- PartnerRepository.formerNames
-- takes $1 text
-- gives name text
SELECT DISTINCT name FROM unit_name WHERE unit = $1 ORDER BY name;

-- PartnerRepository.becomes
-- takes $1 text
DELETE FROM unit_name WHERE unit = $1;

-- == src/units/storage/unit-register.ts

-- UnitRegister.byCode
-- takes $1 text
-- gives code text, kind text, name text, type text | null, class text | null, regionalOffice text | null, timeZone text, openedOn text | null, closedOn text | null, active boolean, others jsonb
SELECT u.code, u.kind, u.name, u.type, u.class, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
  u.opened_on::text AS "openedOn", u.closed_on::text AS "closedOn", u.active,
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', n.name, 'type', coalesce(n.type, ''), 'class', n.class,
  'from', CASE WHEN NOT lower_inf(n.during) THEN lower(n.during) END,
  'until', CASE WHEN NOT upper_inf(n.during) THEN upper(n.during) END) ORDER BY n.during)
  FROM unit_name n WHERE n.unit = u.code), '[]') AS others
  FROM unit u WHERE u.code = $1;

-- UnitRegister.saveNames
-- takes $1 text
DELETE FROM unit_name WHERE unit = $1;

-- UnitRegister.saveNames
-- takes $1 text, $2 jsonb
INSERT INTO unit_name (unit, during, name, type, class)
  SELECT $1, daterange(n."from", n.until), n.name, nullif(n.type, ''), n.class
  FROM jsonb_to_recordset($2::jsonb) AS n("from" date, until date, name text, type text, class text);

-- UnitRegister.inherit
-- takes $1 text, $2 text
UPDATE unit SET heir = s.heir, version = unit.version + 1 FROM unit s
  WHERE s.code = $2 AND unit.heir = $1;

-- UnitRegister.open
-- takes $1 text, $2 text, $3 text, $4 text, $5 text, $6 text, $7 text, $8 date
INSERT INTO unit (code, name, kind, type, class, place, regional_office, time_zone, opened_on)
  VALUES ($1, $2, 'upt', $3, $4, $5, $6, $7, $8);

-- == src/units/storage/unit-repository.ts

-- UnitRepository.rememberName
-- takes $1 text, $2 date
INSERT INTO unit_name (unit, during, name, type, class)
  SELECT u.code, daterange(since.day, $2::date), u.name, u.type, u.class FROM unit u CROSS JOIN LATERAL (
  SELECT max(upper(n.during)) AS day FROM unit_name n WHERE n.unit = u.code AND upper(n.during) <= $2::date) since
  WHERE u.code = $1 AND since.day IS DISTINCT FROM $2::date;

-- == src/units/use-cases/load-reference-data.ts

-- LoadReferenceData.insertPolicies
-- takes $1 boolean, $2 integer, $3 integer, $4 integer, $5 jsonb, $6 text[]
-- gives count integer
WITH added AS (
  INSERT INTO hosting_policy (unit, open, capacity, shortest_notice_days, longest_notice_days)
  SELECT code, $1, $2, $3, $4 FROM unit WHERE kind = ANY ($6) ON CONFLICT DO NOTHING RETURNING unit
  ), filled AS (
  INSERT INTO hosting_window (unit, weekday, starts_minute, ends_minute)
  SELECT unit, weekday, "startsMinute", "endsMinute" FROM added, jsonb_to_recordset($5::jsonb)
  AS w(weekday integer, "startsMinute" integer, "endsMinute" integer)
  )
  SELECT count(*)::int AS count FROM added;

-- LoadReferenceData.insert, 6 texts
-- takes $1 jsonb
-- gives count integer
WITH added AS (INSERT INTO unit (code, name, type, subtype, class, place, regional_office, time_zone, area_group,
  latitude, longitude, aliases)
  SELECT code, name, type, subtype, class, place, "regionalOffice", "timeZone", "group",
  latitude, longitude, coalesce(aliases, '{}') FROM jsonb_to_recordset($1::jsonb)
  AS r(code text, name text, type text, subtype text, class text, place text, "regionalOffice" text,
  "timeZone" text, "group" text, latitude float8, longitude float8, aliases text[]) ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::int AS count FROM added;

-- LoadReferenceData.insert, 6 texts
-- takes $1 jsonb
-- gives count integer
WITH added AS (INSERT INTO holiday (date, name, kind)
  SELECT date, name, kind FROM jsonb_to_recordset($1::jsonb) AS r(date date, name text, kind text) ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::int AS count FROM added;

-- == src/units/use-cases/office-book.ts

-- OfficeBook.at
-- takes $1 text
-- gives email text
SELECT lower(email) AS email FROM unit WHERE split_part(lower(email), '@', 2) = $1
  UNION SELECT lower(email) FROM regional_office WHERE split_part(lower(email), '@', 2) = $1 ORDER BY 1;

-- OfficeBook.move
-- takes $1 text[], $2 text[]
UPDATE unit SET email = m.new, version = version + 1
  FROM unnest($1::text[], $2::text[]) m (old, new) WHERE lower(unit.email) = m.old;

-- OfficeBook.move
-- takes $1 text[], $2 text[]
UPDATE regional_office SET email = m.new, version = version + 1
  FROM unnest($1::text[], $2::text[]) m (old, new) WHERE lower(regional_office.email) = m.old;

-- == src/visit-days/queries/album-photos.ts

-- AlbumPhotos.ofVisit
-- takes $1 uuid
-- gives id uuid, visitId uuid, kind text, text text, author uuid, authorName text, authorUnit text, authorUnitName text, width integer | null, height integer | null, cleared boolean, headCleared boolean, headName text | null, chosen boolean, blurs integer, originalWidth integer | null, originalHeight integer | null, originalSize integer | null, enteredAt timestamptz, late boolean
SELECT e.id, e.visit_id AS "visitId", e.kind, e.text, e.author, a.name AS "authorName",
  e.author_unit AS "authorUnit", u.name AS "authorUnitName", e.width, e.height, e.cleared,
  e.head_cleared_at IS NOT NULL AS "headCleared", h.name AS "headName", e.chosen, e.blurs,
  o.width AS "originalWidth", o.height AS "originalHeight", octet_length(o.content) AS "originalSize",
  e.entered_at AS "enteredAt", e.late
  FROM visit_entry e JOIN person a ON a.id = e.author JOIN unit u ON u.code = e.author_unit
  LEFT JOIN person h ON h.id = e.head_cleared_by LEFT JOIN visit_photo_original o ON o.entry_id = e.id
  WHERE e.visit_id = $1 AND e.kind = 'photo' AND e.removed_at IS NULL
  ORDER BY e.position NULLS LAST, e.entered_at, e.id;

-- == src/visit-days/queries/day-entries.ts

-- DayEntries.ofVisit
-- takes $1 uuid
-- gives id uuid, visitId uuid, kind text, text text, author uuid, authorName text, authorUnit text, width integer | null, height integer | null, cleared boolean, headCleared boolean, enteredAt timestamptz, receivedAt timestamptz, late boolean, chosen boolean
SELECT e.id, e.visit_id AS "visitId", e.kind, e.text, e.author, a.name AS "authorName",
  e.author_unit AS "authorUnit", e.width, e.height, e.cleared, e.head_cleared_at IS NOT NULL AS "headCleared",
  e.entered_at AS "enteredAt", e.received_at AS "receivedAt", e.late, e.chosen FROM visit_entry e JOIN person a ON a.id = e.author WHERE e.visit_id = $1 AND e.removed_at IS NULL ORDER BY e.entered_at DESC, e.id DESC;

-- DayEntries.byId
-- takes $1 uuid, $2 uuid
-- gives id uuid, visitId uuid, kind text, text text, author uuid, authorName text, authorUnit text, width integer | null, height integer | null, cleared boolean, headCleared boolean, enteredAt timestamptz, receivedAt timestamptz, late boolean, chosen boolean
SELECT e.id, e.visit_id AS "visitId", e.kind, e.text, e.author, a.name AS "authorName",
  e.author_unit AS "authorUnit", e.width, e.height, e.cleared, e.head_cleared_at IS NOT NULL AS "headCleared",
  e.entered_at AS "enteredAt", e.received_at AS "receivedAt", e.late, e.chosen FROM visit_entry e JOIN person a ON a.id = e.author WHERE e.visit_id = $1 AND e.removed_at IS NULL AND e.id = $2;

-- DayEntries.photo
-- takes $1 uuid
-- gives content bytea | null
SELECT thumbnail AS content FROM visit_entry WHERE id = $1;

-- DayEntries.photo
-- takes $1 uuid
-- gives content bytea | null
SELECT photo AS content FROM visit_entry WHERE id = $1;

-- == src/visit-days/queries/outgoing-entries.ts

-- OutgoingEntries.ofVisit
-- takes $1 uuid
-- gives id uuid, kind text, text text, author uuid, authorName text, authorUnit text, width integer | null, height integer | null, cleared boolean, headCleared boolean, enteredAt timestamptz, late boolean, chosen boolean, hostUnit text, hostUnitType text | null
SELECT e.id, e.kind, e.text, e.author, a.name AS "authorName", e.author_unit AS "authorUnit", e.width, e.height,
  e.cleared, e.head_cleared_at IS NOT NULL AS "headCleared", e.entered_at AS "enteredAt", e.late, e.chosen,
  v.host_unit AS "hostUnit", h.type AS "hostUnitType"
  FROM visit_entry e JOIN person a ON a.id = e.author JOIN visit v ON v.id = e.visit_id
  JOIN unit h ON h.code = v.host_unit
  WHERE e.visit_id = $1 AND e.removed_at IS NULL ORDER BY e.position NULLS LAST, e.entered_at, e.id;

-- == src/visit-days/storage/album-repository.ts

-- AlbumRepository.raiseVersion
-- takes $1 uuid
INSERT INTO visit_album (visit_id, version) VALUES ($1, 1)
  ON CONFLICT (visit_id) DO UPDATE SET version = visit_album.version + 1;

-- AlbumRepository.place
-- takes $1 uuid, $2 uuid[], $3 text[], $4 boolean[], $5 integer[]
UPDATE visit_entry e SET text = p.text, chosen = p.chosen, position = p.position
  FROM unnest($2::uuid[], $3::text[], $4::boolean[], $5::integer[]) AS p (id, text, chosen, position)
  WHERE e.id = p.id AND e.visit_id = $1 AND e.kind = 'photo' AND e.removed_at IS NULL;

-- AlbumRepository.countPhotos
-- takes $1 uuid
-- gives photos integer
SELECT count(*)::integer AS photos FROM visit_entry
  WHERE visit_id = $1 AND kind = 'photo' AND removed_at IS NULL;

-- == src/visit-days/storage/entry-repository.ts

-- EntryRepository.visitOfParticipant
-- takes $1 uuid
-- gives visitId uuid
SELECT visit_id AS "visitId" FROM visit_participant WHERE id = $1;

-- EntryRepository.lockVisit
-- takes $1 uuid
-- gives id uuid
SELECT id FROM visit WHERE id = $1 FOR UPDATE;

-- EntryRepository.clear
-- takes $1 uuid, $2 uuid, $3 timestamptz
UPDATE visit_entry SET cleared = true, head_cleared_by = coalesce($2, head_cleared_by),
  head_cleared_at = coalesce($3, head_cleared_at)
  WHERE id = $1 AND removed_at IS NULL;

-- == src/visits/queries/agreed-visits.ts

-- AgreedVisitsQuery.execute
-- takes $1 text, $2 timestamptz, $3 text[]
-- gives id uuid, reference text, kind text, title text, partyCount integer, agreedParty integer | null, programs text[], guestUnitName text, hostUnit text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, place integer
SELECT v.id, v.reference, v.kind, v.title, greatest(v.party_size, (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by IS NULL))
  + (SELECT coalesce(sum(greatest(coalesce(x.party_size, 0), (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by = x.organisation))), 0)::int
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined') AS "partyCount", v.agreed_party AS "agreedParty",
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id) AS programs, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", v.host_unit AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", coalesce((SELECT max(t.place) FROM host_time t WHERE t.visit_id = v.id AND t.kind = 'confirmed'), 1) AS place
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE v.state = ANY ($3) AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' AND ($1::text IS NULL OR v.host_unit = $1)
  ORDER BY v.starts_at, v.id;

-- == src/visits/queries/awaited-reviews.ts

-- AwaitedReviewsQuery.toCheck
-- takes $1 timestamptz, $2 text[], $3 text[]
-- gives count integer, id uuid, title text, since timestamptz | null
SELECT (count(*) OVER ())::int AS count, v.id, v.title, CASE WHEN v.recorded_by IS NULL THEN v.answer_entered_at ELSE v.created_at END AS since /* never null: one of both was entered */
  FROM visit v
  WHERE v.state = ANY ($3) AND v.disputed_at IS NULL AND ((v.recorded_by IS NOT NULL AND v.created_at > $1::timestamptz
  AND ((v.guest_unit = ANY ($2) AND v.recorded_by <> 'guest' AND NOT 'guest' = ANY (v.reviewed_by))
  OR (v.host_unit = ANY ($2) AND v.recorded_by <> 'host' AND NOT 'host' = ANY (v.reviewed_by))))
  OR (v.recorded_by IS NULL AND v.answer_entered_at > $1::timestamptz AND v.host_unit = ANY ($2)
  AND NOT 'host' = ANY (v.reviewed_by))) AND v.id IN (SELECT x.id FROM visit x WHERE x.guest_unit = ANY ($2) AND x.recorded_by IS NOT NULL AND x.created_at > $1::timestamptz
  UNION SELECT x.id FROM visit x WHERE x.host_unit = ANY ($2) AND x.recorded_by IS NOT NULL AND x.created_at > $1::timestamptz
  UNION SELECT x.id FROM visit x WHERE x.answer_entered_at > $1::timestamptz AND x.host_unit = ANY ($2))
  ORDER BY v.created_at, v.id LIMIT 1;

-- AwaitedReviewsQuery.disputed
-- takes $1 text[], $2 text, $3 text[]
-- gives id uuid, title text, objectorName text
SELECT v.id, v.title, CASE v.disputed_by WHEN 'guest' THEN coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) ELSE coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) END AS "objectorName"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE ((coalesce(v.recorded_by, 'guest') = 'guest' AND v.guest_unit = ANY ($1))
  OR (v.recorded_by = 'host' AND v.host_unit = ANY ($1))
  OR ($2::text IN (g.regional_office, h.regional_office)
  AND NOT $1 && ARRAY[v.guest_unit, v.host_unit])) AND (v.disputed_at IS NOT NULL AND v.state = ANY ($3)) ORDER BY v.disputed_at, v.id LIMIT 50;

-- == src/visits/queries/awaited-visits.ts

-- AwaitedVisits.execute, 3 texts
-- takes $1 text[], $2 text[], $3 text[], $4 text, $5 boolean, $6 text[], $7 text[], $8 text, $9 text[], $10 text[], $11 text, $12 text[], $13 text[], $14 text[]
-- gives id uuid, title text, state text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, isOwn boolean, standsIn boolean, isLeft boolean, proposedBy text | null, proposedAt timestamptz | null, askedParty integer | null, shortestNoticeDays integer
SELECT v.id, v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt",
  coalesce(v.proposed_ends_at, v.ends_at) AS "endsAt",
  CASE WHEN v.proposed_starts_at IS NULL THEN v.own_hours ELSE v.proposed_own_hours END AS "ownHours", h.time_zone AS "timeZone",
  $1 && ARRAY[v.guest_unit, v.host_unit] AS "isOwn",
  coalesce(((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND h.regional_office = $4::text
  AND NOT coalesce(v.guest_unit = ANY ($1), false)), false) AS "standsIn", coalesce(((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || h.regional_office) AND $5::boolean), false) AS "isLeft", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.asked_party AS "askedParty", coalesce((SELECT k.shortest_notice_days FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.shortest_notice_days) AS "shortestNoticeDays"
  FROM (SELECT v.id FROM visit v WHERE v.guest_unit = ANY ($1) AND v.state = ANY ($6) UNION SELECT v.id FROM visit v WHERE v.guest_unit = ANY ($1) AND v.state = ANY ($3) AND v.proposed_by = 'host' UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.state = ANY ($2) AND v.proposed_by IS NULL UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.state = ANY ($3) AND v.proposed_by = 'guest' UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.asked_party IS NOT NULL AND v.state = ANY ($7) UNION SELECT v.id FROM (SELECT u.code FROM unit u WHERE u.regional_office = $8 AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) OFFSET 0) r
  CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.host_unit = r.code AND x.state = ANY ($9) OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE ((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND h.regional_office = $4::text
  AND NOT coalesce(v.guest_unit = ANY ($1), false)) UNION SELECT v.id FROM (SELECT u.code FROM unit u WHERE NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code) AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || u.regional_office) OFFSET 0) r
  CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.host_unit = r.code AND x.state = ANY ($10) OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE ((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || h.regional_office) AND $5::boolean) UNION SELECT v.id FROM (SELECT u.code FROM unit u WHERE u.regional_office = $11 AND EXISTS (SELECT FROM regional_office o
  WHERE o.code = $11 AND (o.approves_inside OR o.approves_across)) OFFSET 0) r
  CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.guest_unit = r.code AND x.state = ANY ($13) OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.state = ANY ($12) OR v.proposed_by IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = $11
  AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at))) AND EXISTS (SELECT 1 FROM regional_office o WHERE o.code = $11 AND o.code IN (g.regional_office, h.regional_office)
  AND 'kanwil-' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END) UNION SELECT v.id FROM (SELECT u.code FROM unit u WHERE u.regional_office = $11 AND EXISTS (SELECT FROM regional_office o
  WHERE o.code = $11 AND (o.approves_inside OR o.approves_across)) OFFSET 0) r
  CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.host_unit = r.code AND x.state = ANY ($14) OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.state = ANY ($12) OR v.proposed_by IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = $11
  AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at))) AND EXISTS (SELECT 1 FROM regional_office o WHERE o.code = $11 AND o.code IN (g.regional_office, h.regional_office)
  AND 'kanwil-' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END)) found CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = found.id OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit JOIN hosting_policy p ON p.unit = v.host_unit
  ORDER BY v.starts_at, v.id LIMIT 100;

-- AwaitedVisits.execute, 3 texts
-- takes $1 text[], $2 text[], $3 text[], $4 text, $5 boolean, $6 text[], $7 text[]
-- gives id uuid, title text, state text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, isOwn boolean, standsIn boolean, isLeft boolean, proposedBy text | null, proposedAt timestamptz | null, askedParty integer | null, shortestNoticeDays integer
SELECT v.id, v.title, v.state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt",
  coalesce(v.proposed_ends_at, v.ends_at) AS "endsAt",
  CASE WHEN v.proposed_starts_at IS NULL THEN v.own_hours ELSE v.proposed_own_hours END AS "ownHours", h.time_zone AS "timeZone",
  $1 && ARRAY[v.guest_unit, v.host_unit] AS "isOwn",
  coalesce(((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND h.regional_office = $4::text
  AND NOT coalesce(v.guest_unit = ANY ($1), false)), false) AS "standsIn", coalesce(((((v.state = ANY ($2) AND v.proposed_by IS NULL) OR (v.state = ANY ($3) AND v.proposed_by = 'guest'))
  AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit)) AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || h.regional_office) AND $5::boolean), false) AS "isLeft", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.asked_party AS "askedParty", coalesce((SELECT k.shortest_notice_days FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.shortest_notice_days) AS "shortestNoticeDays"
  FROM (SELECT v.id FROM visit v WHERE v.guest_unit = ANY ($1) AND v.state = ANY ($6) UNION SELECT v.id FROM visit v WHERE v.guest_unit = ANY ($1) AND v.state = ANY ($3) AND v.proposed_by = 'host' UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.state = ANY ($2) AND v.proposed_by IS NULL UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.state = ANY ($3) AND v.proposed_by = 'guest' UNION SELECT v.id FROM visit v WHERE v.host_unit = ANY ($1) AND v.asked_party IS NOT NULL AND v.state = ANY ($7)) found CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = found.id OFFSET 0) v
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit JOIN hosting_policy p ON p.unit = v.host_unit
  ORDER BY v.starts_at, v.id LIMIT 100;

-- == src/visits/queries/free-places.ts

-- FreePlaces.isFree
-- takes $1 text, $2 uuid, $3 timestamptz, $4 timestamptz, $5 timestamptz, $6 boolean, $7 int4multirange
-- gives isFree boolean
SELECT EXISTS (
  SELECT 1 FROM hosting_policy h JOIN unit u ON u.code = h.unit
  WHERE h.unit = $1 AND (($6::boolean AND NOT h.online_takes_place) OR NOT EXISTS (
  SELECT 1 FROM unnest(day_hours($3, $4, u.time_zone, $7)) AS d (during) WHERE NOT EXISTS (
  SELECT 1 FROM generate_series(1, h.capacity) AS p (n) WHERE NOT EXISTS (
  SELECT 1 FROM host_time t WHERE t.host_unit = $1 AND t.place = p.n AND t.during && d.during
  AND t.visit_id <> $2 AND (t.expires_at IS NULL OR t.expires_at > $5)))))) AS "isFree";

-- == src/visits/queries/guest-invitations.ts

-- GuestInvitations.waiting
-- takes $1 date, $2 uuid, $3 uuid, $4 bigint
-- gives id uuid, visitId uuid, organisation text, askedAt timestamptz, dueOn text, remindedAt timestamptz | null, timeZone text
SELECT x.id, x.visit_id AS "visitId", x.organisation, x.asked_at AS "askedAt", x.due_on::text AS "dueOn",
  x.reminded_at AS "remindedAt", u.time_zone AS "timeZone"
  FROM visit_guest x JOIN unit u ON u.code = x.organisation
  WHERE x.answer = 'asked' AND x.due_on <= $1 AND ($2::uuid IS NULL OR x.id > $2) AND ($3::uuid IS NULL OR x.id = $3)
  ORDER BY x.id LIMIT $4;

-- GuestInvitations.ofVisit
-- takes $1 uuid
-- gives id uuid, organisation text, organisationName text, regionalOffice text | null, answer text, askedAt timestamptz, answeredAt timestamptz | null, dueOn text | null, message text, reason text, partySize integer | null, askedByOffice text | null
SELECT x.id, x.organisation, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS "organisationName", u.regional_office AS "regionalOffice", x.answer,
  x.asked_at AS "askedAt", x.answered_at AS "answeredAt", x.due_on::text AS "dueOn", x.message, x.reason,
  x.party_size AS "partySize", p.regional_office AS "askedByOffice"
  FROM visit_guest x JOIN visit v ON v.id = x.visit_id JOIN unit u ON u.code = x.organisation
  JOIN unit h ON h.code = v.host_unit LEFT JOIN person p ON p.id = x.asked_by
  WHERE x.visit_id = $1 AND NOT x.is_leading AND v.submitted_at IS NOT NULL ORDER BY x.asked_at, x.id;

-- GuestInvitations.awaitedOf
-- takes $1 text[]
-- gives visitId uuid, title text, guestUnitName text, hostUnitName text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text, dueOn text | null, dueZone text
SELECT x.visit_id AS "visitId", v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", x.due_on::text AS "dueOn" /* never null: who is asked has a last day */,
  u.time_zone AS "dueZone"
  FROM visit_guest x JOIN unit u ON u.code = x.organisation JOIN visit v ON v.id = x.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE x.organisation = ANY ($1) AND x.answer = 'asked' AND v.submitted_at IS NOT NULL ORDER BY x.due_on, v.id LIMIT 100;

-- == src/visits/queries/held-visits.ts

-- HeldVisits.takingPart
-- takes $1 uuid, $2 text, $3 text[]
-- gives visitId uuid, name text, email text | null
SELECT p.visit_id AS "visitId", p.name, p.email FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  WHERE (p.person_id = $1 OR p.email = $2) AND v.state = ANY ($3) ORDER BY p.visit_id;

-- HeldVisits.named
-- takes $1 uuid[], $2 text[]
-- gives id uuid, title text, reference text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.title, v.reference, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (v.id = ANY ($1)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0))) ORDER BY v.starts_at, v.id LIMIT 20;

-- HeldVisits.named
-- takes $1 uuid[], $2 text[]
-- gives id uuid, title text, reference text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, timeZone text
SELECT v.id, v.title, v.reference, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (v.id = ANY ($1)) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($2::text[]) OFFSET 0)) ORDER BY v.starts_at, v.id LIMIT 20;

-- HeldVisits.ids
-- takes $1 text[], $2 text, $3 text, $4 text
-- gives id uuid
SELECT v.id FROM visit v WHERE v.state = ANY ($1) AND lower(v.contact_email) = $2
  UNION SELECT v.id FROM visit v WHERE v.state = ANY ($1) AND v.contact_email IS NULL
  AND v.guest_unit = $4 AND lower(v.contact_name) = lower($3) ORDER BY id;

-- HeldVisits.ids
-- takes $1 uuid, $2 text[]
-- gives id uuid
SELECT v.id FROM visit v WHERE v.created_by = $1 AND v.state = ANY ($2) ORDER BY v.id;

-- == src/visits/queries/host-day.ts

-- HostDayQuery.execute
-- takes $1 text, $2 uuid, $3 timestamptz, $4 timestamptz, $5 timestamptz, $6 text, $7 text[]
-- gives entries jsonb, capacity integer
WITH days AS (
  SELECT date_trunc('day', $3::timestamptz AT TIME ZONE $6) AT TIME ZONE $6 AS starts_at,
  (date_trunc('day', $4::timestamptz AT TIME ZONE $6) + interval '1 day') AT TIME ZONE $6 AS ends_at
  )
  SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'title', e.title,
  'guestUnitName', e.guest, 'startsAt', e.starts_at, 'endsAt', e.ends_at) ORDER BY e.starts_at, e.id)
  FROM (
  SELECT v.id, CASE t.kind WHEN 'confirmed' THEN 'confirmed' ELSE 'held' END AS kind, v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE $6)::date), g.name) AS guest,
  lower(t.during) AS starts_at, upper(t.during) AS ends_at
  FROM host_time t JOIN visit v ON v.id = t.visit_id JOIN unit g ON g.code = v.guest_unit
  WHERE t.host_unit = $1 AND t.visit_id <> $2 AND t.during && tstzrange(days.starts_at, days.ends_at)
  AND (t.expires_at IS NULL OR t.expires_at > $5)
  UNION ALL
  SELECT v.id, 'pending', v.title, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE $6)::date), g.name), coalesce(v.proposed_starts_at, v.starts_at),
  coalesce(v.proposed_ends_at, v.ends_at)
  FROM visit v JOIN unit g ON g.code = v.guest_unit
  WHERE v.host_unit = $1 AND v.id <> $2 AND v.state = ANY ($7)
  AND coalesce(v.proposed_starts_at, v.starts_at) < days.ends_at
  AND coalesce(v.proposed_ends_at, v.ends_at) > days.starts_at
  AND NOT EXISTS (SELECT 1 FROM host_time h WHERE h.visit_id = v.id AND h.expires_at > $5)
  ) e), '[]') AS entries,
  coalesce((SELECT capacity FROM hosting_policy WHERE unit = $1), 1) AS capacity
  FROM days;

-- == src/visits/queries/hosted-programs.ts

-- HostedPrograms.ofHost
-- takes $1 text, $2 text[]
-- gives code text, number integer | null, title text, count integer
SELECT p.code, p.number, p.title, count(*)::int AS count
  FROM visit v JOIN visit_program x ON x.visit_id = v.id JOIN program p ON p.code = x.program
  WHERE v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND v.state = ANY ($2)
  GROUP BY p.code ORDER BY p.code;

-- == src/visits/queries/list-nip-looks.ts

-- ListNipLooks.execute
-- takes $1 timestamptz, $2 uuid, $3 bigint
-- gives id uuid, lookedAt timestamptz, lookedBy uuid, lookedByName text, visitId uuid, reference text, visitTitle text, participantId uuid | null, whose text
SELECT l.id, l.looked_at AS "lookedAt", l.looked_by AS "lookedBy", p.name AS "lookedByName", l.visit_id AS "visitId",
  v.reference, v.title AS "visitTitle", l.participant_id AS "participantId", l.whose
  FROM nip_look l JOIN person p ON p.id = l.looked_by JOIN visit v ON v.id = l.visit_id
  WHERE ((l.looked_at, l.id) < ($1::timestamptz, $2::uuid)) ORDER BY l.looked_at DESC, l.id DESC LIMIT $3;

-- ListNipLooks.execute
-- takes $1 bigint
-- gives id uuid, lookedAt timestamptz, lookedBy uuid, lookedByName text, visitId uuid, reference text, visitTitle text, participantId uuid | null, whose text
SELECT l.id, l.looked_at AS "lookedAt", l.looked_by AS "lookedBy", p.name AS "lookedByName", l.visit_id AS "visitId",
  v.reference, v.title AS "visitTitle", l.participant_id AS "participantId", l.whose
  FROM nip_look l JOIN person p ON p.id = l.looked_by JOIN visit v ON v.id = l.visit_id
  WHERE true ORDER BY l.looked_at DESC, l.id DESC LIMIT $1;

-- == src/visits/queries/list-visits.ts

-- ListVisits.page, 18 texts
-- takes $1 text, $2 timestamptz, $3 text[], $4 timestamptz, $5 uuid, $6 text[], $7 bigint, $8 text, $9 text[], $10 text[]
-- gives id uuid, reference text, state text, version integer, kind text, title text, mode text, place text, recordedBy text | null, disputedBy text | null, arrangedBy text | null, createdAt timestamptz, guestUnit text, guestUnitName text, hostUnit text, hostUnitName text, timeZone text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, position text
SELECT v.id, v.reference, v.state, v.version, v.kind, v.title, v.mode, v.place,
  v.recorded_by AS "recordedBy", v.disputed_by AS "disputedBy", v.arranged_by AS "arrangedBy", v.created_at AS "createdAt",
  v.guest_unit AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", v.host_unit AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  h.time_zone AS "timeZone", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.starts_at::text AS position FROM (SELECT v.id FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id IN (SELECT id FROM visit WHERE title ILIKE $8 UNION SELECT id FROM visit WHERE reference ILIKE $8
  UNION SELECT of.id FROM unnest($9::text[]) c (code) CROSS JOIN LATERAL (SELECT v.id FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.guest_unit = c.code AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND NOT jg.is_leading AND jg.answer = 'joined')) AND (v.disputed_at IS NULL AND ((v.recorded_by IS NOT NULL AND v.created_at > $2::timestamptz
  AND ((v.guest_unit = ANY ($3) AND v.recorded_by <> 'guest' AND NOT 'guest' = ANY (v.reviewed_by))
  OR (v.host_unit = ANY ($3) AND v.recorded_by <> 'host' AND NOT 'host' = ANY (v.reviewed_by))))
  OR (v.recorded_by IS NULL AND v.answer_entered_at > $2::timestamptz AND v.host_unit = ANY ($3)
  AND NOT 'host' = ANY (v.reviewed_by)))) AND ((v.starts_at, v.id) > ($4::timestamptz, $5::uuid)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($6::text[]) OFFSET 0))) ORDER BY v.starts_at ASC, v.id ASC LIMIT $7) of UNION SELECT of.id FROM unnest($9::text[]) c (code) CROSS JOIN LATERAL (SELECT v.id FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.host_unit = c.code AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND NOT jg.is_leading AND jg.answer = 'joined')) AND (v.disputed_at IS NULL AND ((v.recorded_by IS NOT NULL AND v.created_at > $2::timestamptz
  AND ((v.guest_unit = ANY ($3) AND v.recorded_by <> 'guest' AND NOT 'guest' = ANY (v.reviewed_by))
  OR (v.host_unit = ANY ($3) AND v.recorded_by <> 'host' AND NOT 'host' = ANY (v.reviewed_by))))
  OR (v.recorded_by IS NULL AND v.answer_entered_at > $2::timestamptz AND v.host_unit = ANY ($3)
  AND NOT 'host' = ANY (v.reviewed_by)))) AND ((v.starts_at, v.id) > ($4::timestamptz, $5::uuid)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($6::text[]) OFFSET 0))) ORDER BY v.starts_at ASC, v.id ASC LIMIT $7) of
  UNION SELECT visit_id FROM visit_guest jg WHERE jg.organisation = ANY ($10::text[]) AND NOT jg.is_leading AND jg.answer = 'joined') AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $1 OR cf.code = $1) AND NOT jg.is_leading AND jg.answer = 'joined')) AND (v.disputed_at IS NULL AND ((v.recorded_by IS NOT NULL AND v.created_at > $2::timestamptz
  AND ((v.guest_unit = ANY ($3) AND v.recorded_by <> 'guest' AND NOT 'guest' = ANY (v.reviewed_by))
  OR (v.host_unit = ANY ($3) AND v.recorded_by <> 'host' AND NOT 'host' = ANY (v.reviewed_by))))
  OR (v.recorded_by IS NULL AND v.answer_entered_at > $2::timestamptz AND v.host_unit = ANY ($3)
  AND NOT 'host' = ANY (v.reviewed_by)))) AND ((v.starts_at, v.id) > ($4::timestamptz, $5::uuid)) AND ((v.submitted_at IS NOT NULL OR EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($6::text[]) OFFSET 0))) ORDER BY v.starts_at ASC, v.id ASC LIMIT $7) page
  JOIN visit v ON v.id = page.id JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit ORDER BY v.starts_at ASC, v.id ASC;

-- ListVisits.page, 18 texts
-- takes $1 text, $2 text[], $3 text, $4 text, $5 text, $6 text, $7 timestamptz, $8 timestamptz, $9 text[], $10 bigint
-- gives id uuid, reference text, state text, version integer, kind text, title text, mode text, place text, recordedBy text | null, disputedBy text | null, arrangedBy text | null, createdAt timestamptz, guestUnit text, guestUnitName text, hostUnit text, hostUnitName text, timeZone text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, position text
SELECT v.id, v.reference, v.state, v.version, v.kind, v.title, v.mode, v.place,
  v.recorded_by AS "recordedBy", v.disputed_by AS "disputedBy", v.arranged_by AS "arrangedBy", v.created_at AS "createdAt",
  v.guest_unit AS "guestUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", v.host_unit AS "hostUnit", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  h.time_zone AS "timeZone", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.starts_at::text AS position FROM (SELECT v.id FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE (v.state = $1) AND (v.state = ANY ($2)) AND (v.guest_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3 OR cf.code = $3) OR v.host_unit IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3 OR cf.code = $3) OR EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN (SELECT cf.code FROM unit cf WHERE cf.heir = $3 OR cf.code = $3) AND NOT jg.is_leading AND jg.answer = 'joined')) AND ($4 IN (g.regional_office, h.regional_office) OR EXISTS (SELECT FROM visit_guest rg
  JOIN unit ru ON ru.code = rg.organisation AND ru.regional_office = $4
  WHERE rg.visit_id = v.id AND NOT rg.is_leading AND rg.answer = 'joined')) AND (EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = $5)) AND (v.arranged_by = $6) AND (v.ends_at > $7 AND v.starts_at > ($7)::timestamptz - interval '14 days') AND (v.starts_at < $8) AND (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($9::text[]) OFFSET 0)) ORDER BY v.starts_at DESC, v.id DESC LIMIT $10) page
  JOIN visit v ON v.id = page.id JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit ORDER BY v.starts_at DESC, v.id DESC;

-- == src/visits/queries/mailboxes.ts

-- Mailboxes.usesOf
-- takes $1 text
-- gives id uuid, visitId uuid, state text, name text, email text
SELECT p.id, p.visit_id AS "visitId", v.state, p.name, p.email
  FROM visit_participant p JOIN visit v ON v.id = p.visit_id WHERE p.email = $1 ORDER BY p.visit_id, p.id;

-- Mailboxes.at
-- takes $1 text
-- gives email text
SELECT email FROM visit_participant WHERE split_part(email, '@', 2) = $1
  UNION SELECT lower(contact_email) FROM visit WHERE split_part(lower(contact_email), '@', 2) = $1 ORDER BY 1;

-- Mailboxes.contactOf
-- takes $1 text, $2 text[]
-- gives id uuid
SELECT id FROM visit WHERE lower(contact_email) = $1 AND state = ANY ($2) ORDER BY id;

-- == src/visits/queries/named-visits.ts

-- ReadWantedName.execute
-- takes $1 text, $2 text
-- gives named text[], joined text[], visits integer
WITH organisation AS MATERIALIZED (
  SELECT u.code, (u.name ILIKE $1 OR EXISTS (
  SELECT 1 FROM unit_name un WHERE un.unit = u.code AND un.name ILIKE $1)) AS named, EXISTS (SELECT 1 FROM partner_name pn WHERE pn.partner = u.code AND pn.key LIKE $2) AS known FROM unit u)
  SELECT ARRAY(SELECT code FROM organisation WHERE named) AS named,
  ARRAY(SELECT code FROM organisation WHERE named OR known) AS joined,
  (SELECT count(*)::int FROM (SELECT title, reference, guest_unit, host_unit FROM visit
  ORDER BY starts_at DESC, id DESC LIMIT 500) v
  WHERE v.title ILIKE $1 OR v.reference ILIKE $1
  OR v.guest_unit IN (SELECT code FROM organisation WHERE named)
  OR v.host_unit IN (SELECT code FROM organisation WHERE named)) AS visits;

-- == src/visits/queries/notice-readers.ts

-- NoticeReaders.execute
-- takes $1 uuid, $2 text[], $3 text[], $4 uuid, $5 boolean, $6 text[]
-- gives name text, email text, regionalOffice text | null, addressOf text | null, isAdministrator boolean, takesPart boolean
WITH told AS (
  SELECT x.unit, u.code AS told_for, NULL AS office FROM visit v JOIN unit u ON u.code = ANY ($2)
  CROSS JOIN LATERAL (VALUES (u.code), (u.heir)) AS x (unit)
  WHERE v.id = $1 AND (v.submitted_at IS NOT NULL OR v.guest_unit = u.code)
  UNION ALL
  SELECT NULL, NULL, o.code FROM visit v JOIN regional_office o ON o.code = ANY ($3)
  WHERE v.id = $1 AND v.submitted_at IS NOT NULL
  ), people AS (
  SELECT p.id, p.name, p.email, coalesce(p.unit, 'kanwil-' || p.regional_office) AS unit, p.regional_office, false AS administrates FROM person p
  JOIN told t ON coalesce(p.unit, 'kanwil-' || p.regional_office) = t.unit OR p.regional_office = t.office WHERE p.suspended_at IS NULL
  UNION SELECT p.id, p.name, p.email, NULL, NULL, true FROM person p
  WHERE $5::boolean AND p.role = ANY ($6) AND p.suspended_at IS NULL
  ), places AS (
  SELECT u.name, lower(u.email) AS email, NULL AS regional_office, t.told_for AS unit
  FROM unit u JOIN told t ON t.unit = u.code
  WHERE u.email IS NOT NULL AND (u.active OR u.heir = u.code) AND NOT EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = u.code)
  UNION ALL
  SELECT o.name, lower(o.email), o.code, NULL FROM regional_office o JOIN told t ON t.office = o.code
  WHERE o.email IS NOT NULL
  AND o.code NOT IN (SELECT regional_office FROM people WHERE regional_office IS NOT NULL)
  )
  SELECT DISTINCT ON (r.email) r.name, r.email, r.regional_office AS "regionalOffice", r.unit AS "addressOf", r.administrates AS "isAdministrator",
  EXISTS (SELECT 1 FROM visit_participant x WHERE x.visit_id = $1 AND x.email = r.email) AS "takesPart"
  FROM (
  SELECT name, email, regional_office, NULL AS unit, administrates FROM people WHERE id IS DISTINCT FROM $4::uuid
  UNION ALL SELECT name, email, regional_office, unit, false FROM places
  ) r ORDER BY r.email, r.unit NULLS LAST;

-- == src/visits/queries/organisation-choices.ts

-- OrganisationChoices.execute
-- takes $1 uuid, $2 text, $3 text
-- gives code text, name text, kind text
SELECT u.code, u.name, u.kind FROM unit u
  WHERE u.active AND (u.name ILIKE $2 OR u.place ILIKE $2 OR EXISTS (SELECT 1 FROM partner_name pn WHERE pn.partner = u.code AND pn.key LIKE $3))
  AND NOT EXISTS (SELECT FROM visit v WHERE v.id = $1 AND v.host_unit = u.code)
  AND NOT EXISTS (SELECT FROM visit_guest x WHERE x.visit_id = $1 AND x.organisation = u.code
  AND x.answer IN ('asked', 'joined'))
  ORDER BY u.name, u.code LIMIT 10;

-- OrganisationChoices.chosenAnd
-- takes $1 text[], $2 text, $3 text[], $4 text
-- gives code text, name text, kind text, isChosen boolean
(SELECT u.code, u.name, u.kind, true AS "isChosen" FROM unit u WHERE u.code = ANY ($1)
  ORDER BY u.name, u.code LIMIT 100)
  UNION ALL
  (SELECT u.code, u.name, u.kind, false FROM unit u
  WHERE u.active AND (u.name ILIKE $2 OR u.place ILIKE $2 OR EXISTS (SELECT 1 FROM partner_name pn WHERE pn.partner = u.code AND pn.key LIKE $4))
  AND u.code <> ALL ($1) AND u.code <> ALL ($3)
  ORDER BY u.name, u.code LIMIT 10);

-- == src/visits/queries/overlapping-people.ts

-- OverlappingPeople.execute
-- takes $1 uuid, $2 timestamptz, $3 timestamptz, $4 text[], $5 uuid, $6 int4multirange
-- gives participantId uuid | null, name text, otherVisitId uuid, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null
WITH v AS MATERIALIZED (
  SELECT v.id, v.state, v.guest_unit, v.host_unit, v.submitted_at, day_hours($2, $3, h.time_zone, $6) AS hours
  FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.id = $1),
  participant AS MATERIALIZED (
  SELECT p.id, p.name, p.email, p.person_id AS account, coalesce(p.brought_by, v.guest_unit) AS unit, EXISTS (SELECT FROM visit_participant x
  WHERE x.visit_id = p.visit_id AND x.email = p.email AND x.id <> p.id) AS shares
  FROM v JOIN visit_participant p ON p.visit_id = v.id WHERE p.answer <> 'declined'),
  officer AS MATERIALIZED (
  SELECT a.id AS account, a.name, a.email FROM person a
  WHERE a.id = ANY (ARRAY(SELECT $5::uuid UNION SELECT x.actor_id FROM visit_history x WHERE x.visit_id = $1 AND x.action = 'accept' AND x.side = 'host'))
  AND NOT EXISTS (SELECT FROM visit_participant p WHERE p.visit_id = $1 AND (p.person_id = a.id OR p.email = a.email)))
  SELECT p.id AS "participantId", p.name, o.id AS "otherVisitId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.own_hours AS "ownHours"
  FROM v CROSS JOIN participant p
  CROSS JOIN LATERAL (
  SELECT q.visit_id FROM visit_participant q WHERE q.person_id = p.account AND q.answer <> 'declined'
  UNION SELECT q.visit_id FROM visit_reader r JOIN visit_participant q ON q.visit_id = r.visit_id AND q.email = p.email
  WHERE r.reader = 'mail:' || p.email AND r.starts_at < $3 AND r.starts_at > ($2)::timestamptz - interval '14 days' AND q.answer <> 'declined' AND (q.name = p.name OR NOT (p.shares OR EXISTS (SELECT FROM visit_participant x
  WHERE x.visit_id = q.visit_id AND x.email = q.email AND x.id <> q.id)))) other
  JOIN LATERAL (SELECT * FROM visit x WHERE x.id = other.visit_id OFFSET 0) o ON o.id <> $1 AND o.state = ANY ($4) AND o.starts_at < $3 AND o.ends_at > $2 AND o.starts_at > ($2)::timestamptz - interval '14 days'
  AND v.hours && day_hours(o.starts_at, o.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = o.host_unit), o.own_hours)
  WHERE v.state = ANY ($4) OR p.unit IN (o.guest_unit, o.host_unit)
  OR (v.submitted_at IS NOT NULL AND v.host_unit IN (o.guest_unit, o.host_unit))
  OR EXISTS (SELECT FROM person a WHERE a.email = p.email AND coalesce(a.unit, 'kanwil-' || a.regional_office) = v.guest_unit OFFSET 0)
  UNION ALL
  SELECT NULL, a.name, o.id, o.starts_at, o.ends_at, o.own_hours
  FROM v CROSS JOIN officer a
  CROSS JOIN LATERAL (
  SELECT q.visit_id FROM visit_participant q WHERE q.person_id = a.account AND q.answer <> 'declined'
  UNION SELECT q.visit_id FROM visit_reader r JOIN visit_participant q ON q.visit_id = r.visit_id AND q.email = a.email
  WHERE r.reader = 'mail:' || a.email AND r.starts_at < $3 AND r.starts_at > ($2)::timestamptz - interval '14 days' AND q.answer <> 'declined' AND true
  UNION SELECT x.visit_id FROM visit_history x WHERE x.actor_id = a.account AND x.action = 'accept' AND x.side = 'host') other
  JOIN LATERAL (SELECT * FROM visit x WHERE x.id = other.visit_id OFFSET 0) o ON o.id <> $1 AND o.state = ANY ($4) AND o.starts_at < $3 AND o.ends_at > $2 AND o.starts_at > ($2)::timestamptz - interval '14 days'
  AND v.hours && day_hours(o.starts_at, o.ends_at, (SELECT u.time_zone FROM unit u WHERE u.code = o.host_unit), o.own_hours)
  ORDER BY 4, 2, 1;

-- == src/visits/queries/program-choices.ts

-- ProgramChoices.execute
-- gives code text, framework text, number integer | null, title text, isRetired boolean
SELECT code, framework, number, title, retired_on IS NOT NULL AS "isRetired"
  FROM program ORDER BY framework, number NULLS LAST, title, code;

-- == src/visits/queries/recent-steps.ts

-- RecentSteps.after, 5 texts
-- takes $1 text[], $2 timestamptz, $3 text[], $4 text, $5 text[], $6 text[], $7 bigint
-- gives id uuid, title text, state text, guestUnitName text, hostUnitName text, at timestamptz
SELECT v.id, v.title, s.to_state AS state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", s.at
  FROM (SELECT x.id FROM visit x WHERE x.guest_unit = ANY ($5) AND x.state = ANY ($3) AND x.changed_at > $2
  UNION SELECT x.id FROM visit x WHERE x.host_unit = ANY ($5) AND x.state = ANY ($3) AND x.changed_at > $2 UNION SELECT me.visit_id FROM visit_reader me WHERE me.reader = ANY ($6::text[])
  AND me.starts_at > $2::timestamptz - interval '60 days') changed JOIN visit v ON v.id = changed.id
  CROSS JOIN LATERAL (SELECT t.to_state, t.at FROM visit_history t WHERE t.visit_id = v.id AND t.to_state = ANY ($3) AND t.from_state IS DISTINCT FROM t.to_state
  ORDER BY t.version DESC LIMIT 1) s JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)) AND v.state = ANY ($3) AND s.at > $2 AND $4 IN (g.regional_office, h.regional_office)
  ORDER BY s.at DESC, v.id LIMIT $7;

-- RecentSteps.after, 5 texts
-- takes $1 text[], $2 timestamptz, $3 text[], $4 bigint
-- gives id uuid, title text, state text, guestUnitName text, hostUnitName text, at timestamptz
SELECT v.id, v.title, s.to_state AS state, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", s.at
  FROM visit_history s JOIN visit v ON v.id = s.visit_id AND s.to_state = ANY ($3) AND s.from_state IS DISTINCT FROM s.to_state AND NOT EXISTS (SELECT FROM visit_history t
  WHERE t.visit_id = s.visit_id AND t.version > s.version AND t.to_state = ANY ($3) AND t.from_state IS DISTINCT FROM t.to_state) JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  WHERE (EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY ($1::text[]) OFFSET 0)) AND v.state = ANY ($3) AND s.at > $2
  ORDER BY s.at DESC, v.id LIMIT $4;

-- == src/visits/queries/taken-time.ts

-- TakenTime.ofHost
-- takes $1 text, $2 timestamptz, $3 timestamptz, $4 timestamptz
-- gives startsAt timestamptz, endsAt timestamptz, lane integer
SELECT lower(during) AS "startsAt", upper(during) AS "endsAt", place AS lane FROM host_time
  WHERE host_unit = $1 AND during && tstzrange($2, $3) AND (expires_at IS NULL OR expires_at > $4)
  ORDER BY during;

-- TakenTime.ofBoth
-- takes $1 text, $2 timestamptz, $3 timestamptz, $4 timestamptz, $5 text, $6 text[]
-- gives isHost boolean, startsAt timestamptz, endsAt timestamptz, lane integer | null
SELECT true AS "isHost", lower(t.during) AS "startsAt", upper(t.during) AS "endsAt", t.place AS lane
  FROM host_time t WHERE t.host_unit = $1 AND t.during && tstzrange($2, $3) AND (t.expires_at IS NULL OR t.expires_at > $4)
  UNION ALL
  SELECT false, lower(d.during), upper(d.during), NULL
  FROM visit v JOIN unit h ON h.code = v.host_unit
  CROSS JOIN LATERAL unnest(day_hours(v.starts_at, v.ends_at, h.time_zone, v.own_hours)) AS d (during)
  WHERE v.id IN (SELECT r.visit_id FROM unit u JOIN visit_reader r ON r.reader = 'unit:' || u.code
  WHERE (u.heir = $5 OR u.code = $5) AND r.starts_at < $3 AND r.starts_at > ($2)::timestamptz - interval '14 days')
  AND v.state = ANY ($6) AND v.starts_at < $3 AND v.ends_at > $2 AND v.starts_at > ($2)::timestamptz - interval '14 days' AND d.during && tstzrange($2, $3)
  ORDER BY 2, 3;

-- == src/visits/queries/unit-choices.ts

-- InvitableUnits.execute
-- takes $1 text[], $2 text
-- gives code text, name text, people integer
SELECT u.code, u.name,
  (SELECT count(*)::int FROM person p WHERE coalesce(p.unit, 'kanwil-' || p.regional_office) = u.code AND p.suspended_at IS NULL) AS people
  FROM unit u
  WHERE u.kind <> 'partner' AND (u.active OR u.code = ANY ($1)) AND CASE WHEN $2::text IS NULL THEN u.code = ANY ($1) ELSE u.name ILIKE $2 OR u.place ILIKE $2 END
  ORDER BY u.name, u.code LIMIT 10;

-- == src/visits/queries/untold-answers.ts

-- UntoldAnswers.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 integer, $6 text[], $7 text[]
-- gives id uuid, startsAt timestamptz, timeZone text, oldestAt timestamptz, isUrgent boolean, isAhead boolean
SELECT v.id, v.starts_at AS "startsAt", h.time_zone AS "timeZone", min(n.came_at) AS "oldestAt",
  coalesce(bool_or(v.starts_at - n.came_at < make_interval(hours => $5)
  OR n.answer IS NOT DISTINCT FROM 'declined' AND p.role = ANY ($6)), false) AS "isUrgent",
  v.state = ANY ($7) AND v.ends_at > $1 AS "isAhead"
  FROM answer_news n JOIN visit_participant p ON p.id = n.participant_id JOIN visit v ON v.id = p.visit_id
  JOIN unit h ON h.code = v.host_unit
  WHERE ($2::uuid IS NULL OR v.id > $2::uuid) AND ($3::uuid IS NULL OR v.id = $3::uuid)
  GROUP BY v.id, h.code ORDER BY v.id LIMIT $4;

-- == src/visits/queries/visit-facts.ts

-- VisitFactsQuery.byId
-- takes $1 uuid
-- gives id uuid, reference text, state text, version integer, sequence integer, kind text, guestUnit text, hostUnit text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, agreedParty integer | null, askedParty integer | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, proposedBy text | null, proposedAt timestamptz | null, recordedBy text | null, answerEnteredAt timestamptz | null, reviewedBy text[], disputedBy text | null, disputedAt timestamptz | null, arrangedBy text | null, awaitsGuest boolean, createdBy uuid, createdAt timestamptz, changedAt timestamptz, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, partySize integer, requestLetterNumber text | null, requestLetterDate text | null, replyLetterNumber text | null, replyLetterDate text | null, assignmentLetterNumber text | null, assignmentLetterDate text | null, contactName text, contactPhone text | null, contactEmail text | null, programs text[], learningQuestions text[], learningQuestionIds uuid[], submittedAt timestamptz | null, guestUnitName text, guestRegionalOffice text | null, hostUnitName text, hostRegionalOffice text | null, hostUnitType text | null, timeZone text, hostUsesSambang boolean, hostHasEmail boolean, hostOfficeUsesSambang boolean, answerAction text | null, answerCameBy text | null, answerName text | null, answerOffice text | null, answerPhone text | null, answeredAt timestamptz | null, hostOpen boolean, hostReceivesKind boolean, largestParty integer | null, partyCount integer, approvalsNeeded text[], approvals text[], participantEmails text[], joinedGuests text[], askedGuests text[], joinedOffices text[]
SELECT v.id AS "id", v.reference AS "reference", v.state AS "state", v.version AS "version", v.sequence AS "sequence", v.kind AS "kind", v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.agreed_party AS "agreedParty", v.asked_party AS "askedParty", v.proposed_starts_at AS "proposedStartsAt", v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.recorded_by AS "recordedBy", v.answer_entered_at AS "answerEnteredAt", v.reviewed_by AS "reviewedBy", v.disputed_by AS "disputedBy", v.disputed_at AS "disputedAt", v.arranged_by AS "arrangedBy", v.awaits_guest AS "awaitsGuest", v.created_by AS "createdBy", v.created_at AS "createdAt", v.changed_at AS "changedAt", v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.party_size AS "partySize", v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate", v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate", v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail", ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions", ARRAY(SELECT q.id FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestionIds", v.submitted_at AS "submittedAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice", h.type AS "hostUnitType", h.time_zone AS "timeZone",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit) AS "hostUsesSambang", h.email IS NOT NULL AS "hostHasEmail",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || h.regional_office) AS "hostOfficeUsesSambang",
  ha.action AS "answerAction", ha.came_by AS "answerCameBy", ha.actor_name AS "answerName",
  ha.office AS "answerOffice", ha.phone AS "answerPhone", ha.at AS "answeredAt", coalesce(p.open, false) AS "hostOpen", coalesce((SELECT k.receives FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), true) AS "hostReceivesKind",
  CASE WHEN coalesce((SELECT k.largest_party FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.largest_party) IS NOT NULL THEN greatest(coalesce((SELECT k.largest_party FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.largest_party), v.agreed_party) END AS "largestParty",
  greatest(v.party_size, (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by IS NULL))
  + (SELECT coalesce(sum(greatest(coalesce(x.party_size, 0), (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by = x.organisation))), 0)::int
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined') AS "partyCount",
  ARRAY(SELECT o.code FROM regional_office o
  WHERE o.code IN (g.regional_office, h.regional_office)
  AND 'kanwil-' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END ORDER BY o.code) AS "approvalsNeeded",
  ARRAY(SELECT o.code FROM regional_office o WHERE o.code IN (g.regional_office, h.regional_office)
  AND EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = o.code
  AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at))) ORDER BY o.code) AS approvals,
  ARRAY(SELECT t.email FROM visit_participant t
  WHERE t.visit_id = v.id AND t.email IS NOT NULL ORDER BY t.email) AS "participantEmails", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN hosting_policy p ON p.unit = v.host_unit
  LEFT JOIN LATERAL (
  SELECT a.action, a.came_by, a.actor_name, x.office, x.phone, a.at
  FROM visit_history a LEFT JOIN host_answer x ON x.visit_id = a.visit_id AND x.version = a.version
  WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
  AND (a.came_by IS NOT NULL OR a.side = 'host')
  AND (a.came_by IS NULL OR a.came_by NOT IN ('letter', 'telephone') OR v.answer_entered_at IS NOT NULL)
  ORDER BY a.version DESC LIMIT 1) ha ON true WHERE v.id = $1;

-- VisitFactsQuery.byIds
-- takes $1 uuid[]
-- gives id uuid, reference text, state text, version integer, sequence integer, kind text, guestUnit text, hostUnit text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, agreedParty integer | null, askedParty integer | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, proposedBy text | null, proposedAt timestamptz | null, recordedBy text | null, answerEnteredAt timestamptz | null, reviewedBy text[], disputedBy text | null, disputedAt timestamptz | null, arrangedBy text | null, awaitsGuest boolean, createdBy uuid, createdAt timestamptz, changedAt timestamptz, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, partySize integer, requestLetterNumber text | null, requestLetterDate text | null, replyLetterNumber text | null, replyLetterDate text | null, assignmentLetterNumber text | null, assignmentLetterDate text | null, contactName text, contactPhone text | null, contactEmail text | null, programs text[], learningQuestions text[], learningQuestionIds uuid[], submittedAt timestamptz | null, guestUnitName text, guestRegionalOffice text | null, hostUnitName text, hostRegionalOffice text | null, hostUnitType text | null, timeZone text, hostUsesSambang boolean, hostHasEmail boolean, hostOfficeUsesSambang boolean, answerAction text | null, answerCameBy text | null, answerName text | null, answerOffice text | null, answerPhone text | null, answeredAt timestamptz | null, hostOpen boolean, hostReceivesKind boolean, largestParty integer | null, partyCount integer, approvalsNeeded text[], approvals text[], participantEmails text[], joinedGuests text[], askedGuests text[], joinedOffices text[]
SELECT v.id AS "id", v.reference AS "reference", v.state AS "state", v.version AS "version", v.sequence AS "sequence", v.kind AS "kind", v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.agreed_party AS "agreedParty", v.asked_party AS "askedParty", v.proposed_starts_at AS "proposedStartsAt", v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.recorded_by AS "recordedBy", v.answer_entered_at AS "answerEnteredAt", v.reviewed_by AS "reviewedBy", v.disputed_by AS "disputedBy", v.disputed_at AS "disputedAt", v.arranged_by AS "arrangedBy", v.awaits_guest AS "awaitsGuest", v.created_by AS "createdBy", v.created_at AS "createdAt", v.changed_at AS "changedAt", v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.party_size AS "partySize", v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate", v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate", v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail", ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions", ARRAY(SELECT q.id FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestionIds", v.submitted_at AS "submittedAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
  coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName", h.regional_office AS "hostRegionalOffice", h.type AS "hostUnitType", h.time_zone AS "timeZone",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = v.host_unit) AS "hostUsesSambang", h.email IS NOT NULL AS "hostHasEmail",
  EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = 'kanwil-' || h.regional_office) AS "hostOfficeUsesSambang",
  ha.action AS "answerAction", ha.came_by AS "answerCameBy", ha.actor_name AS "answerName",
  ha.office AS "answerOffice", ha.phone AS "answerPhone", ha.at AS "answeredAt", coalesce(p.open, false) AS "hostOpen", coalesce((SELECT k.receives FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), true) AS "hostReceivesKind",
  CASE WHEN coalesce((SELECT k.largest_party FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.largest_party) IS NOT NULL THEN greatest(coalesce((SELECT k.largest_party FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.largest_party), v.agreed_party) END AS "largestParty",
  greatest(v.party_size, (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by IS NULL))
  + (SELECT coalesce(sum(greatest(coalesce(x.party_size, 0), (SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND t.brought_by = x.organisation))), 0)::int
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined') AS "partyCount",
  ARRAY(SELECT o.code FROM regional_office o
  WHERE o.code IN (g.regional_office, h.regional_office)
  AND 'kanwil-' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END ORDER BY o.code) AS "approvalsNeeded",
  ARRAY(SELECT o.code FROM regional_office o WHERE o.code IN (g.regional_office, h.regional_office)
  AND EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = o.code
  AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at))) ORDER BY o.code) AS approvals,
  ARRAY(SELECT t.email FROM visit_participant t
  WHERE t.visit_id = v.id AND t.email IS NOT NULL ORDER BY t.email) AS "participantEmails", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN hosting_policy p ON p.unit = v.host_unit
  LEFT JOIN LATERAL (
  SELECT a.action, a.came_by, a.actor_name, x.office, x.phone, a.at
  FROM visit_history a LEFT JOIN host_answer x ON x.visit_id = a.visit_id AND x.version = a.version
  WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
  AND (a.came_by IS NOT NULL OR a.side = 'host')
  AND (a.came_by IS NULL OR a.came_by NOT IN ('letter', 'telephone') OR v.answer_entered_at IS NOT NULL)
  ORDER BY a.version DESC LIMIT 1) ha ON true WHERE v.id = ANY ($1) ORDER BY v.starts_at, v.id;

-- == src/visits/queries/visit-guests.ts

-- VisitGuests.ofVisit
-- takes $1 uuid
-- gives organisation text, name text, leading boolean, answer text, dueOn text | null, timeZone text, askedByName text | null, askedAt timestamptz, answeredAt timestamptz | null, message text, reason text, partySize integer | null, people integer
SELECT x.organisation, coalesce((SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), u.name) AS name, x.is_leading AS "leading", x.answer, x.due_on::text AS "dueOn", u.time_zone AS "timeZone",
  p.name AS "askedByName", x.asked_at AS "askedAt", x.answered_at AS "answeredAt", x.message, x.reason,
  x.party_size AS "partySize",
  (SELECT count(*)::int FROM visit_participant t WHERE t.visit_id = x.visit_id AND t.side = 'guest'
  AND t.answer <> 'declined' AND CASE WHEN x.is_leading THEN t.brought_by IS NULL
  ELSE t.brought_by = x.organisation END) AS people
  FROM visit_guest x JOIN unit u ON u.code = x.organisation JOIN visit v ON v.id = x.visit_id
  JOIN unit h ON h.code = v.host_unit LEFT JOIN person p ON p.id = x.asked_by
  WHERE x.visit_id = $1 ORDER BY x.is_leading DESC, x.asked_at, x.organisation;

-- == src/visits/queries/visit-history.ts

-- VisitHistory.execute
-- takes $1 uuid
-- gives at timestamptz, actorId uuid | null, actorName text, actorUnit text | null, side text | null, action text, fromState text | null, toState text, reason text | null, version integer, cameBy text | null, changes jsonb
SELECT h.at, h.actor_id AS "actorId", h.actor_name AS "actorName", coalesce(p.unit, 'kanwil-' || p.regional_office) AS "actorUnit", h.side, h.action,
  h.from_state AS "fromState", h.to_state AS "toState", h.reason, h.version, h.came_by AS "cameBy",
  h.changes
  FROM visit_history h LEFT JOIN person p ON p.id = h.actor_id
  WHERE h.visit_id = $1 ORDER BY h.version;

-- VisitHistory.last
-- takes $1 uuid
-- gives at timestamptz, actorName text
SELECT at, actor_name AS "actorName" FROM visit_history WHERE visit_id = $1 ORDER BY version DESC LIMIT 1;

-- == src/visits/queries/visit-surroundings.ts

-- VisitSurroundings.execute
-- takes $1 uuid
-- gives shortestNoticeDays integer, programs jsonb, offices jsonb
SELECT coalesce((SELECT k.shortest_notice_days FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.shortest_notice_days) AS "shortestNoticeDays",
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name',
  CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END)
  ORDER BY r.framework, r.number NULLS LAST, r.code)
  FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id), '[]') AS programs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.code)
  FROM regional_office o WHERE o.code IN (g.regional_office, h.regional_office)), '[]') AS offices
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  JOIN hosting_policy p ON p.unit = v.host_unit
  WHERE v.id = $1;

-- == src/visits/queries/visits-to-export.ts

-- VisitsToExport.execute
-- takes $1 uuid[]
-- gives id uuid, reference text, state text, version integer, sequence integer, kind text, guestUnit text, hostUnit text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, agreedParty integer | null, askedParty integer | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, proposedBy text | null, proposedAt timestamptz | null, recordedBy text | null, answerEnteredAt timestamptz | null, reviewedBy text[], disputedBy text | null, disputedAt timestamptz | null, arrangedBy text | null, awaitsGuest boolean, createdBy uuid, createdAt timestamptz, changedAt timestamptz, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, partySize integer, requestLetterNumber text | null, requestLetterDate text | null, replyLetterNumber text | null, replyLetterDate text | null, assignmentLetterNumber text | null, assignmentLetterDate text | null, contactName text, contactPhone text | null, contactEmail text | null, programs text[], learningQuestions text[], learningQuestionIds uuid[], submittedAt timestamptz | null, guestUnitName text, guestRegionalOffice text | null, hostUnitName text, hostRegionalOffice text | null, timeZone text, participantEmails text[], joinedGuests text[], askedGuests text[], joinedOffices text[], joinedNames text[], answerAction text | null, answerCameBy text | null, answerName text | null
SELECT v.id AS "id", v.reference AS "reference", v.state AS "state", v.version AS "version", v.sequence AS "sequence", v.kind AS "kind", v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.agreed_party AS "agreedParty", v.asked_party AS "askedParty", v.proposed_starts_at AS "proposedStartsAt", v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.recorded_by AS "recordedBy", v.answer_entered_at AS "answerEnteredAt", v.reviewed_by AS "reviewedBy", v.disputed_by AS "disputedBy", v.disputed_at AS "disputedAt", v.arranged_by AS "arrangedBy", v.awaits_guest AS "awaitsGuest", v.created_by AS "createdBy", v.created_at AS "createdAt", v.changed_at AS "changedAt", v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.party_size AS "partySize", v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate", v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate", v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail", ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions", ARRAY(SELECT q.id FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestionIds", v.submitted_at AS "submittedAt", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = g.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), g.name) AS "guestUnitName",
  g.regional_office AS "guestRegionalOffice", coalesce((SELECT un.name FROM unit_name un WHERE un.unit = h.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), h.name) AS "hostUnitName",
  h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone",
  ARRAY(SELECT t.email FROM visit_participant t
  WHERE t.visit_id = v.id AND t.email IS NOT NULL ORDER BY t.email) AS "participantEmails", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.organisation) AS "joinedGuests", ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'asked' ORDER BY x.organisation) AS "askedGuests",
  ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office) AS "joinedOffices", ARRAY(SELECT coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ju.code AND un.during @> (v.starts_at AT TIME ZONE h.time_zone)::date), ju.name) FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation) AS "joinedNames",
  ha.action AS "answerAction", ha.came_by AS "answerCameBy", ha.actor_name AS "answerName"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN LATERAL (
  SELECT a.action, a.came_by, a.actor_name, x.office, x.phone, a.at
  FROM visit_history a LEFT JOIN host_answer x ON x.visit_id = a.visit_id AND x.version = a.version
  WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
  AND (a.came_by IS NOT NULL OR a.side = 'host')
  AND (a.came_by IS NULL OR a.came_by NOT IN ('letter', 'telephone') OR v.answer_entered_at IS NOT NULL)
  ORDER BY a.version DESC LIMIT 1) ha ON true
  WHERE v.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], v.id);

-- == src/visits/queries/waiting-for-answer.ts

-- WaitingForAnswer.execute
-- takes $1 timestamptz, $2 uuid, $3 uuid, $4 bigint, $5 text[]
-- gives id uuid, startsAt timestamptz, proposedAt timestamptz | null, shortestNoticeDays integer, timeZone text, isWaiting boolean, holdsExpiredTime boolean
WITH due AS (
  SELECT v.id, true AS waits, false AS holds FROM visit v JOIN hosting_policy p ON p.unit = v.host_unit
  WHERE v.state = ANY ($5) AND coalesce(v.proposed_starts_at, v.starts_at)
  < $1::timestamptz + make_interval(days => coalesce((SELECT k.shortest_notice_days FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.shortest_notice_days) + 1)
  UNION ALL SELECT t.visit_id, false, true FROM host_time t WHERE t.expires_at <= $1
  )
  SELECT v.id, coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt", v.proposed_at AS "proposedAt",
  coalesce(coalesce((SELECT k.shortest_notice_days FROM hosting_kind k WHERE k.unit = v.host_unit AND k.kind = v.kind), p.shortest_notice_days), 0) AS "shortestNoticeDays", u.time_zone AS "timeZone",
  d.waits AS "isWaiting", d.holds AS "holdsExpiredTime"
  FROM (SELECT id, bool_or(waits) AS waits, bool_or(holds) AS holds FROM due
  WHERE ($2::uuid IS NULL OR id > $2) AND ($3::uuid IS NULL OR id = $3) GROUP BY id ORDER BY id LIMIT $4) d
  JOIN visit v ON v.id = d.id JOIN unit u ON u.code = v.host_unit LEFT JOIN hosting_policy p ON p.unit = v.host_unit
  ORDER BY v.id;

-- == src/visits/queries/without-account.ts

-- WithoutAccount.at
-- takes $1 uuid, $2 text
-- gives id uuid, name text
SELECT p.id, p.name FROM visit_participant p
  WHERE p.visit_id = $1 AND p.email = $2 AND NOT EXISTS (SELECT FROM account_address a WHERE a.email = p.email)
  ORDER BY p.created_at, p.id;

-- WithoutAccount.accountsAmong
-- takes $1 text[]
-- gives email text
SELECT email FROM account_address WHERE email = ANY ($1);

-- == src/visits/storage/answer-news-repository.ts

-- AnswerNewsRepository.take
-- takes $1 uuid
-- gives id uuid, participant uuid, name text, side text, broughtBy text | null, role text, answer text | null, words text, cameAt timestamptz
WITH taken AS (
  DELETE FROM answer_news n USING visit_participant p
  WHERE p.id = n.participant_id AND p.visit_id = $1
  RETURNING n.id, n.answer, n.words, n.came_at, p.id AS participant, p.name, p.side, p.brought_by, p.role)
  SELECT id, participant, name, side, brought_by AS "broughtBy", role, answer, words, came_at AS "cameAt" FROM taken ORDER BY came_at, id;

-- == src/visits/storage/guest-repository.ts

-- GuestRepository.find
-- takes $1 uuid, $2 text
-- gives id uuid, visitId uuid, organisation text, leading boolean, answer text, dueOn text | null, partySize integer | null
SELECT x.id, x.visit_id AS "visitId", x.organisation, x.is_leading AS "leading", x.answer,
  x.due_on::text AS "dueOn", x.party_size AS "partySize"
  FROM visit_guest x WHERE x.visit_id = $1 AND x.organisation = $2;

-- GuestRepository.ask
-- takes $1 uuid, $2 uuid, $3 text, $4 text, $5 uuid, $6 timestamptz, $7 date, $8 text, $9 integer
INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_by, asked_at, due_on, message, party_size,
  answered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $4 = 'joined' THEN $6::timestamptz END)
  ON CONFLICT ON CONSTRAINT visit_guest_visit_id_organisation_key DO UPDATE SET answer = excluded.answer,
  asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_on = excluded.due_on,
  message = excluded.message, party_size = excluded.party_size, answered_at = excluded.answered_at,
  answered_by = NULL, reason = '', reminded_at = NULL;

-- GuestRepository.answer
-- takes $1 uuid, $2 text, $3 uuid, $4 timestamptz, $5 text, $6 integer
UPDATE visit_guest SET answer = $2, answered_by = $3, answered_at = $4, reason = $5, party_size = $6 WHERE id = $1;

-- GuestRepository.endInvitations
-- takes $1 uuid, $2 timestamptz
-- gives id uuid
UPDATE visit_guest SET answer = 'ended', answered_at = $2 WHERE visit_id = $1 AND answer = 'asked' RETURNING id;

-- GuestRepository.remind
-- takes $1 uuid, $2 timestamptz
UPDATE visit_guest SET reminded_at = $2 WHERE id = $1;

-- GuestRepository.removePeople
-- takes $1 uuid, $2 text
-- gives id uuid
DELETE FROM visit_participant WHERE visit_id = $1 AND brought_by = $2 RETURNING id;

-- == src/visits/storage/history-repository.ts

-- HistoryRepository.last
-- takes $1 uuid
-- gives action text, actorId uuid | null, reason text | null
SELECT action, actor_id AS "actorId", reason FROM visit_history WHERE visit_id = $1
  ORDER BY version DESC LIMIT 1;

-- HistoryRepository.lastReason
-- takes $1 uuid, $2 text, $3 text
-- gives reason text | null
SELECT reason FROM visit_history WHERE visit_id = $1 AND action = $2 AND actor_name = $3
  ORDER BY version DESC LIMIT 1;

-- == src/visits/storage/host-time-repository.ts

-- HostTimeRepository.releaseExpired
-- takes $1 timestamptz, $2 text, $3 uuid
DELETE FROM host_time WHERE (host_unit = $2 AND expires_at <= $1) OR visit_id = $3;

-- HostTimeRepository.holdOne
-- takes $1 uuid, $2 text, $3 text, $4 integer, $5 timestamptz, $6 timestamptz, $7 timestamptz
-- gives place integer
WITH taken AS MATERIALIZED (
  SELECT t.place FROM host_time t
  WHERE t.host_unit = $3 AND t.during && tstzrange($5, $6) AND t.visit_id <> $1),
  free AS (
  SELECT min(c.place) AS place FROM (SELECT 1 AS place UNION ALL SELECT place + 1 FROM taken) c
  WHERE c.place <= $4::int AND c.place NOT IN (SELECT place FROM taken))
  INSERT INTO host_time (visit_id, kind, host_unit, place, during, expires_at)
  SELECT $1, $2, $3, place, tstzrange($5, $6), $7 FROM free WHERE place IS NOT NULL RETURNING place;

-- == src/visits/storage/idempotency-repository.ts

-- IdempotencyRepository.lock
-- takes $1 text
-- gives pg_advisory_xact_lock void
SELECT pg_advisory_xact_lock(hashtextextended($1, 0));

-- == src/visits/storage/participant-addresses.ts

-- ParticipantAddresses.findLive
-- takes $1 text, $2 timestamptz
-- gives participantId uuid, visitId uuid, visitTitle text, name text, email text
SELECT p.id AS "participantId", v.id AS "visitId", v.title AS "visitTitle", p.name, a.email
  FROM participant_address a JOIN visit_participant p ON p.id = a.participant_id JOIN visit v ON v.id = p.visit_id
  WHERE a.token_hash = $1 AND a.used_at IS NULL AND a.expires_at > $2;

-- == src/visits/storage/participant-link-repository.ts

-- ParticipantLinkRepository.add
-- takes $1 text, $2 text, $3 uuid, $4 timestamptz, $5 boolean
INSERT INTO participant_link (token_hash, feed_hash, participant_id, created_at, by_message)
  SELECT $1, $2, p.id, $4, $5 FROM visit_participant p WHERE p.id = $3;

-- ParticipantLinkRepository.find
-- takes $1 text, $2 timestamptz
-- gives participantId uuid, visitId uuid, email text | null, until timestamptz, isLive boolean, hasFeed boolean, byMessage boolean
SELECT p.id AS "participantId", p.visit_id AS "visitId", p.email,
  v.ends_at + interval '1 year' AS until, l.ended_at IS NULL AND v.ends_at + interval '1 year' > $2 AS "isLive",
  l.feed_hash IS NOT NULL AS "hasFeed", l.by_message AS "byMessage" FROM participant_link l JOIN visit_participant p ON p.id = l.participant_id JOIN visit v ON v.id = p.visit_id WHERE l.token_hash = $1;

-- ParticipantLinkRepository.keepFeed
-- takes $1 text, $2 text, $3 text, $4 timestamptz
-- gives changed_at timestamptz
WITH kept AS (
  UPDATE participant_link SET feed_held = $2, feed_digest = $3, feed_used_at = $4,
  feed_changed_at = CASE WHEN (feed_digest, split_part(feed_held, ' ', 1))
  IS NOT DISTINCT FROM ($3, split_part($2, ' ', 1)) THEN feed_changed_at
  ELSE greatest(date_trunc('second', $4::timestamptz), feed_changed_at + interval '1 second') END
  WHERE feed_hash = $1 AND (feed_held, feed_digest) IS DISTINCT FROM ($2, $3)
  RETURNING feed_changed_at
  )
  SELECT coalesce((SELECT feed_changed_at FROM kept),
  (SELECT feed_changed_at FROM participant_link WHERE feed_hash = $1), $4) AS changed_at;

-- ParticipantLinkRepository.noteFeedUses
-- takes $1 text[], $2 timestamptz
UPDATE participant_link SET feed_used_at = $2
  WHERE feed_hash = ANY ($1) AND (feed_used_at IS NULL OR feed_used_at <= $2::timestamptz - interval '1 hour');

-- ParticipantLinkRepository.end
-- takes $1 uuid, $2 timestamptz
UPDATE participant_link SET ended_at = $2 WHERE participant_id = $1 AND ended_at IS NULL;

-- == src/visits/storage/participant-repository.ts

-- ParticipantRepository.ofVisit
-- takes $1 uuid
-- gives id uuid, visitId uuid, personId uuid | null, name text, office text | null, position text | null, rank text | null, nip text | null, email text | null, phone text | null, side text, role text, answer text, answeredAt timestamptz | null, heardAt timestamptz | null, heardFrom text | null, attendance text | null, attendanceBy uuid | null, attendanceByName text | null, attendanceAt timestamptz | null, attendanceEntry uuid | null, attendanceLateAt timestamptz | null, attendanceOwn boolean, representedBy text | null, walkIn text | null, mailStatus text | null, isMailClosed boolean, createdAt timestamptz, contactWrittenBy text | null, broughtBy text | null, homeUnit text | null, homeOffice text | null, invitedAt timestamptz | null, reachedAt timestamptz | null, reachedByName text | null
SELECT p.id, p.visit_id AS "visitId", p.person_id AS "personId", p.name, p.office, p.position, p.rank, p.nip, p.email, p.phone, p.side,
  p.role, p.answer, p.answered_at AS "answeredAt", p.heard_at AS "heardAt",
  p.heard_from AS "heardFrom", p.attendance, p.attendance_by AS "attendanceBy",
  (SELECT a.name FROM person a WHERE a.id = p.attendance_by) AS "attendanceByName", p.attendance_at AS "attendanceAt",
  p.attendance_entry AS "attendanceEntry", p.attendance_late_at AS "attendanceLateAt",
  p.attendance_own AS "attendanceOwn", p.represented_by AS "representedBy", p.walk_in AS "walkIn",
  (SELECT f.status FROM address_fault f WHERE f.email = p.email) AS "mailStatus",
  EXISTS (SELECT FROM closed_address y WHERE y.email = p.email) AS "isMailClosed",
  p.created_at AS "createdAt", p.contact_written_by AS "contactWrittenBy",
  p.brought_by AS "broughtBy",
  home.unit AS "homeUnit", coalesce(home.office, u.regional_office) AS "homeOffice", i.at AS "invitedAt", r.reached_at AS "reachedAt", r.reached_by_name AS "reachedByName" FROM visit_participant p JOIN visit v ON v.id = p.visit_id
  LEFT JOIN person account ON account.email = p.email
  CROSS JOIN LATERAL (SELECT account.regional_office AS office, CASE WHEN account.id IS NOT NULL THEN coalesce(account.unit, 'kanwil-' || account.regional_office)
  WHEN p.side = 'guest' THEN coalesce(p.brought_by, v.guest_unit) WHEN p.side = 'host' THEN v.host_unit END AS unit) home
  LEFT JOIN unit u ON u.code = home.unit
  LEFT JOIN participant_reach r ON r.participant_id = p.id AND r.sequence = v.sequence
  LEFT JOIN (SELECT m.recipient_email AS email, min(m.sent_at) AS at FROM mail m
  WHERE m.stream = $1::uuid::text AND m.calendar_method = 'REQUEST' AND m.state = 'sent'
  GROUP BY m.recipient_email) i ON i.email = p.email
  WHERE p.visit_id = $1::uuid ORDER BY p.created_at, p.id;

-- ParticipantRepository.save
-- takes $1 jsonb
INSERT INTO visit_participant (id, visit_id, person_id, name, office, position, rank, nip, email, phone, side, role,
  attendance, attendance_by, attendance_at, attendance_entry, attendance_late_at, attendance_own, represented_by, walk_in, created_at, contact_written_by, brought_by)
  SELECT r.id, r."visitId", (SELECT a.id FROM person a WHERE a.email = r.email), r.name, r.office, r.position, r.rank, r.nip,
  r.email, r.phone, r.side, r.role, r.attendance, r."attendanceBy", r."attendanceAt", r."attendanceEntry",
  r."attendanceLateAt", r."attendanceOwn", r."representedBy", r."walkIn", r."createdAt", r."contactWrittenBy", r."broughtBy"
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "visitId" uuid, name text, office text, position text, rank text, nip text,
  email text, phone text, side text, role text, attendance text, "attendanceBy" uuid, "attendanceAt" timestamptz,
  "attendanceEntry" uuid, "attendanceLateAt" timestamptz,
  "attendanceOwn" boolean, "representedBy" text, "walkIn" text, "createdAt" timestamptz, "contactWrittenBy" text, "broughtBy" text)
  ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, office = excluded.office,
  email = excluded.email, phone = excluded.phone, side = excluded.side, role = excluded.role,
  attendance = excluded.attendance, attendance_by = excluded.attendance_by, attendance_at = excluded.attendance_at,
  attendance_entry = excluded.attendance_entry, attendance_late_at = excluded.attendance_late_at,
  attendance_own = excluded.attendance_own, represented_by = excluded.represented_by, walk_in = excluded.walk_in,
  contact_written_by = excluded.contact_written_by, nip = excluded.nip, rank = excluded.rank, position = excluded.position;

-- ParticipantRepository.hear
-- takes $1 uuid, $2 text, $3 timestamptz, $4 timestamptz, $5 text
UPDATE visit_participant SET answer = $2, answered_at = $3, heard_at = $4, heard_from = $5 WHERE id = $1;

-- ParticipantRepository.askAgain
-- takes $1 uuid, $2 timestamptz
UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL, heard_at = $2, heard_from = NULL
  WHERE visit_id = $1;

-- ParticipantRepository.replace
-- takes $1 uuid, $2 uuid, $3 text, $4 text, $5 text, $6 timestamptz, $7 text, $8 text, $9 text
UPDATE visit_participant SET person_id = $2, name = $3, email = $4, phone = $5, office = NULL,
  position = $7, rank = $8, nip = $9,
  contact_written_by = NULL, answer = 'needs-action', answered_at = NULL, heard_at = $6, heard_from = NULL
  WHERE id = $1;

-- ParticipantRepository.readdress
-- takes $1 uuid, $2 text
-- gives id uuid
UPDATE visit_participant p SET email = $2, person_id = (SELECT a.id FROM person a WHERE a.email = $2)
  WHERE p.id = $1 AND NOT EXISTS (
  SELECT FROM visit_participant o WHERE o.visit_id = p.visit_id AND o.email = $2 AND o.name = p.name)
  RETURNING p.id;

-- ParticipantRepository.nameOffice
-- takes $1 uuid[], $2 text, $3 text
UPDATE visit_participant SET office = $3 WHERE visit_id = ANY ($1) AND email = $2 AND office IS NULL;

-- ParticipantRepository.leaveAhead
-- takes $1 uuid[], $2 timestamptz
UPDATE visit_participant p SET answer = 'declined', answered_at = $2, heard_at = $2, heard_from = 'officer'
  FROM visit v WHERE v.id = p.visit_id AND p.id = ANY ($1::uuid[]) AND v.ends_at > $2 AND p.answer <> 'declined';

-- ParticipantRepository.remove
-- takes $1 uuid
DELETE FROM visit_participant WHERE id = $1;

-- == src/visits/storage/partner-guests.ts

-- PartnerGuests.countsOf
-- takes $1 text
-- gives visits integer, people integer
SELECT (SELECT count(*)::int FROM visit_guest WHERE organisation = $1) AS visits,
  (SELECT count(*)::int FROM visit_participant WHERE brought_by = $1) AS people;

-- PartnerGuests.toCome
-- takes $1 text, $2 text[]
-- gives id uuid
SELECT v.id FROM visit_guest x JOIN visit v ON v.id = x.visit_id
  WHERE x.organisation = $1 AND v.state = ANY ($2) ORDER BY v.id;

-- PartnerGuests.become
-- takes $1 text, $2 text
UPDATE visit_guest o SET
  party_size = CASE WHEN o.answer = 'joined' AND g.party_size IS NOT NULL AND o.party_size IS NOT NULL
  THEN least(o.party_size + g.party_size, 1000) ELSE coalesce(o.party_size, g.party_size) END,
  answer = g.answer, answered_at = coalesce(o.answered_at, g.answered_at)
  FROM visit_guest g
  WHERE g.visit_id = o.visit_id AND g.organisation = $1 AND o.organisation = $2 AND g.answer = 'joined';

-- PartnerGuests.become
-- takes $1 text, $2 text
UPDATE visit_participant p SET brought_by = $2 WHERE p.brought_by = $1
  AND EXISTS (SELECT FROM visit_guest o WHERE o.visit_id = p.visit_id AND o.organisation = $2);

-- PartnerGuests.become
-- takes $1 text, $2 text
DELETE FROM visit_guest g WHERE g.organisation = $1
  AND EXISTS (SELECT FROM visit_guest o WHERE o.visit_id = g.visit_id AND o.organisation = $2);

-- PartnerGuests.become
-- takes $1 text, $2 text
UPDATE visit_guest SET organisation = $2 WHERE organisation = $1;

-- == src/visits/storage/visit-repository.ts

-- VisitRepository.takeNumber
-- takes $1 text, $2 timestamptz, $3 text
-- gives year integer, number integer | null
SELECT y.year, take_visit_number($1, y.year) AS number /* never null: it gives a number or raises an error */
  FROM (SELECT extract(year FROM $2::timestamptz AT TIME ZONE
  coalesce((SELECT u.time_zone FROM unit u WHERE u.code = $3), 'UTC'))::int AS year) y;

-- VisitRepository.lock
-- takes $1 uuid
-- gives id uuid, reference text, state text, version integer, sequence integer, kind text, guestUnit text, hostUnit text, startsAt timestamptz, endsAt timestamptz, ownHours int4multirange | null, agreedParty integer | null, askedParty integer | null, proposedStartsAt timestamptz | null, proposedEndsAt timestamptz | null, proposedOwnHours int4multirange | null, proposedBy text | null, proposedAt timestamptz | null, recordedBy text | null, answerEnteredAt timestamptz | null, reviewedBy text[], disputedBy text | null, disputedAt timestamptz | null, arrangedBy text | null, awaitsGuest boolean, createdBy uuid, createdAt timestamptz, changedAt timestamptz, title text, purpose text, topics text[], mode text, meetingLink text | null, place text, hostMessage text, conditions text, partySize integer, requestLetterNumber text | null, requestLetterDate text | null, replyLetterNumber text | null, replyLetterDate text | null, assignmentLetterNumber text | null, assignmentLetterDate text | null, contactName text, contactPhone text | null, contactEmail text | null, programs text[], learningQuestions text[], learningQuestionIds uuid[]
SELECT v.id AS "id", v.reference AS "reference", v.state AS "state", v.version AS "version", v.sequence AS "sequence", v.kind AS "kind", v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit", v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.agreed_party AS "agreedParty", v.asked_party AS "askedParty", v.proposed_starts_at AS "proposedStartsAt", v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.recorded_by AS "recordedBy", v.answer_entered_at AS "answerEnteredAt", v.reviewed_by AS "reviewedBy", v.disputed_by AS "disputedBy", v.disputed_at AS "disputedAt", v.arranged_by AS "arrangedBy", v.awaits_guest AS "awaitsGuest", v.created_by AS "createdBy", v.created_at AS "createdAt", v.changed_at AS "changedAt", v.title AS "title", v.purpose AS "purpose", v.topics AS "topics", v.mode AS "mode", v.meeting_link AS "meetingLink", v.place AS "place", v.host_message AS "hostMessage", v.conditions AS "conditions", v.party_size AS "partySize", v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate", v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate", v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate", v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail", ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs, ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestions", ARRAY(SELECT q.id FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestionIds" FROM visit v WHERE v.id = $1 FOR UPDATE;

-- VisitRepository.approve
-- takes $1 uuid, $2 text, $3 timestamptz, $4 timestamptz, $5 uuid, $6 timestamptz
INSERT INTO visit_approval (visit_id, regional_office, during, approved_by, approved_at)
  VALUES ($1, $2, tstzrange($3, $4), $5, $6) ON CONFLICT DO NOTHING;

-- VisitRepository.saveQuestions
-- takes $1 uuid, $2 uuid[], $3 text[]
WITH gone AS (DELETE FROM learning_question WHERE visit_id = $1 AND id <> ALL ($2::uuid[]))
  INSERT INTO learning_question AS stands (id, visit_id, position, words)
  SELECT q.id, $1, q.position, q.words
  FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS q (id, words, position)
  ON CONFLICT (id) DO UPDATE SET position = excluded.position, words = excluded.words
  WHERE (stands.position, stands.words) IS DISTINCT FROM (excluded.position, excluded.words);
