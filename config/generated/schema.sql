CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;

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
            WHERE i.visit_id = visit_of_agenda AND (i.starts_at < v.starts_at OR i.ends_at > v.ends_at)
          ) THEN
            RAISE EXCEPTION 'a session of visit % lies outside of the visit', visit_of_agenda
              USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_item_inside_visit', TABLE = 'agenda_item';
          END IF;
          RETURN NULL;
        END
      $function$
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
    INSERT INTO note_search (note_id, vector)
    SELECT n.id,
      setweight(search_vector(n.title), 'A')
      || setweight(search_vector(concat_ws(' ', array_to_string(n.topics, ' '), place.words, program.words)), 'B')
      || setweight(search_vector(concat_ws(' ', n.what_was_done, n.how_to_copy, n.result)), 'C')
      || setweight(search_vector(concat_ws(' ', n.context, n.resources, n.pitfalls, n.contact)), 'D')
    FROM note n
    CROSS JOIN LATERAL (
      SELECT concat_ws(' ', u.name, u.place, array_to_string(u.aliases, ' '),
        (SELECT string_agg(f.name, ' ') FROM unit_former_name f WHERE f.unit = u.code), o.region) AS words
      FROM unit u JOIN regional_office o ON o.code = u.regional_office WHERE u.code = n.unit
    ) place
    CROSS JOIN LATERAL (
      SELECT string_agg(p.title, ' ' ORDER BY p.code) AS words
      FROM note_program x JOIN program p ON p.code = x.program WHERE x.note_id = n.id
    ) program
    WHERE n.id = ANY (ids)
    ON CONFLICT (note_id) DO UPDATE SET vector = excluded.vector;

    INSERT INTO search_word (word)
    SELECT DISTINCT w FROM note n JOIN unit u ON u.code = n.unit,
      regexp_split_to_table(lower(concat_ws(' ', n.title, array_to_string(n.topics, ' '), n.context, n.what_was_done,
        n.result, n.how_to_copy, n.resources, n.pitfalls, u.name, u.place)), '[^[:alpha:]]+') w
    WHERE n.id = ANY (ids) AND n.published_at IS NOT NULL AND length(w) BETWEEN 3 AND 40
    ORDER BY w
    ON CONFLICT DO NOTHING;
  END $function$
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

CREATE OR REPLACE FUNCTION public.sinergi_fold()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF NOT pg_try_advisory_xact_lock(7261226) THEN RETURN; END IF;
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

CREATE OR REPLACE FUNCTION public.sinergi_follow_up_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      visit_of_part uuid;
    BEGIN
      SELECT v.id INTO visit_of_part FROM follow_up f JOIN visit v ON v.id = f.visit_id
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END
        FOR NO KEY UPDATE OF v;
      IF FOUND THEN PERFORM sinergi_recount(visit_of_part); END IF;
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_note_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
          RETURN NULL;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_note_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        DECLARE
          note_of_part uuid;
        BEGIN
          IF TG_OP = 'DELETE' THEN note_of_part := OLD.note_id; ELSE note_of_part := NEW.note_id; END IF;
          PERFORM 1 FROM note WHERE id = note_of_part FOR NO KEY UPDATE;
          PERFORM sinergi_recount(note_of_part);
          RETURN NULL;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      visit_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN visit_of_part := OLD.visit_id; ELSE visit_of_part := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_recount(visit_of_part);
      RETURN NULL;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_rebuild()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261225);
      PERFORM pg_advisory_xact_lock(7261226);
      DELETE FROM sinergi_delta;
      DELETE FROM sinergi_figure;
      DELETE FROM sinergi_fact;
      INSERT INTO sinergi_fact (source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs)
        SELECT source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs FROM sinergi_fresh;
      INSERT INTO sinergi_figure (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count(*) FROM sinergi_fact, unnest(''::text || programs) AS program
        GROUP BY cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program;
    END
  $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_recount(whose uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(7261225);
      WITH gone AS (
        DELETE FROM sinergi_fact f WHERE f.owner = whose AND NOT EXISTS (
          SELECT FROM sinergi_fresh n
          WHERE n.owner = whose AND n.source = f.source AND n.cube = f.cube
            AND (n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, n.programs)
              IS NOT DISTINCT FROM
              (f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, f.programs))
        RETURNING *)
      INSERT INTO sinergi_delta (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, unnest(''::text || programs), -1 FROM gone;
      WITH come AS (
        INSERT INTO sinergi_fact (source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs)
        SELECT source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs FROM sinergi_fresh n
        WHERE n.owner = whose
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
          PERFORM pg_advisory_xact_lock(7261225);
          PERFORM sinergi_recount(id) FROM visit WHERE host_unit = NEW.code ORDER BY id;
          PERFORM sinergi_recount(id) FROM note WHERE note.unit = NEW.code ORDER BY id;
          RETURN NULL;
        END
      $function$
;

CREATE OR REPLACE FUNCTION public.sinergi_visit_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
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

CREATE TABLE address_fault (
  email text NOT NULL,
  noticed_at timestamp with time zone NOT NULL,
  status text NOT NULL,
  CONSTRAINT address_fault_pkey PRIMARY KEY (email),
  CONSTRAINT address_fault_email_check CHECK ((email = lower(email))),
  CONSTRAINT address_fault_status_check CHECK ((status ~ '^5\.[0-9]{1,3}\.[0-9]{1,3}$'::text))
);

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

CREATE TABLE answer_link (
  token_hash text NOT NULL,
  participant_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT answer_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT answer_link_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE
);
CREATE INDEX answer_link_participant_idx ON public.answer_link USING btree (participant_id);

CREATE TABLE api_token (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT api_token_expiry_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '8760:00:00'::interval))))
);
CREATE INDEX api_token_person_id_idx ON public.api_token USING btree (person_id, created_at);

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

CREATE TABLE calendar_invitation (
  visit_id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  method text NOT NULL,
  sequence integer NOT NULL,
  messages integer NOT NULL,
  shown jsonb NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  event_id uuid NOT NULL,
  organizer_is_personal boolean NOT NULL DEFAULT false,
  CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email, event_id),
  CONSTRAINT calendar_invitation_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT calendar_invitation_messages_check CHECK ((messages >= 1)),
  CONSTRAINT calendar_invitation_method_check CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))),
  CONSTRAINT calendar_invitation_sequence_check CHECK ((sequence >= 0))
);
CREATE INDEX calendar_invitation_event_idx ON public.calendar_invitation USING btree (event_id);

CREATE TABLE calendar_reply (
  participant_id uuid NOT NULL,
  stamped_at timestamp with time zone NOT NULL,
  CONSTRAINT calendar_reply_pkey PRIMARY KEY (participant_id),
  CONSTRAINT calendar_reply_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT calendar_reply_stamped_at_range_check CHECK (((stamped_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (stamped_at < '2101-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE calendar_setting (
  person_id uuid NOT NULL,
  alarm_minutes integer[] NOT NULL,
  CONSTRAINT calendar_setting_pkey PRIMARY KEY (person_id),
  CONSTRAINT calendar_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT calendar_setting_alarms_check CHECK (((cardinality(alarm_minutes) <= 3) AND (0 <= ALL (alarm_minutes)) AND (40320 >= ALL (alarm_minutes))))
);

CREATE TABLE closed_day (
  unit text NOT NULL,
  date date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT closed_day_pkey PRIMARY KEY (unit, date),
  CONSTRAINT closed_day_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT closed_day_date_range_check CHECK (((date >= '2000-01-01'::date) AND (date <= '2100-12-31'::date)))
);

CREATE TABLE feed (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  scope text NOT NULL,
  person_id uuid NOT NULL,
  unit text,
  regional_office text,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  visit_id uuid,
  shows text NOT NULL,
  programs text[] NOT NULL,
  states text[] NOT NULL,
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

CREATE TABLE feedback_link (
  token_hash text NOT NULL,
  participant_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT feedback_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT feedback_link_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES feedback_request(participant_id) ON DELETE CASCADE
);
CREATE INDEX feedback_link_participant_idx ON public.feedback_link USING btree (participant_id);

CREATE TABLE feedback_request (
  participant_id uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  reminded_at timestamp with time zone,
  CONSTRAINT feedback_request_pkey PRIMARY KEY (participant_id),
  CONSTRAINT feedback_request_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT feedback_request_times_check CHECK (((expires_at > asked_at) AND (reminded_at >= asked_at)))
);

CREATE TABLE feedback_result (
  visit_id uuid NOT NULL,
  told_at timestamp with time zone NOT NULL,
  CONSTRAINT feedback_result_pkey PRIMARY KEY (visit_id),
  CONSTRAINT feedback_result_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);

CREATE TABLE follow_up (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  what text NOT NULL,
  unit text NOT NULL,
  person_name text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL,
  evidence text NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  person_id uuid,
  note_id uuid,
  evidence_url text NOT NULL DEFAULT ''::text,
  postponed_count integer NOT NULL DEFAULT 0,
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
CREATE INDEX follow_up_due_idx ON public.follow_up USING btree (due_on, id);
CREATE INDEX follow_up_note_idx ON public.follow_up USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX follow_up_person_idx ON public.follow_up USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX follow_up_unit_idx ON public.follow_up USING btree (unit, due_on, id);
CREATE INDEX follow_up_visit_idx ON public.follow_up USING btree (visit_id);
CREATE TRIGGER sinergi_counts_follow_up AFTER INSERT OR DELETE OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();

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

CREATE TABLE follow_up_file (
  id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT follow_up_file_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_file_content_key UNIQUE (follow_up_id, sha256),
  CONSTRAINT follow_up_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT follow_up_file_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT follow_up_file_size_check CHECK ((((size >= 1) AND (size <= 5242880)) AND (size = octet_length(content))))
);

CREATE TABLE follow_up_history (
  follow_up_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  due_on date NOT NULL,
  reason text NOT NULL,
  action text NOT NULL,
  from_due_on date,
  CONSTRAINT follow_up_history_pkey PRIMARY KEY (follow_up_id, version),
  CONSTRAINT follow_up_history_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  CONSTRAINT follow_up_history_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id) ON DELETE CASCADE,
  CONSTRAINT follow_up_history_action_check CHECK ((action = ANY (ARRAY['promised'::text, 'changed'::text, 'moved'::text, 'postponed'::text, 'replication-confirmed'::text, 'replication-withdrawn'::text]))),
  CONSTRAINT follow_up_history_due_on_range_check CHECK (((due_on >= '2000-01-01'::date) AND (due_on <= '2100-12-31'::date))),
  CONSTRAINT follow_up_history_from_due_on_range_check CHECK (((from_due_on >= '2000-01-01'::date) AND (from_due_on <= '2100-12-31'::date))),
  CONSTRAINT follow_up_history_later_check CHECK (((action <> 'postponed'::text) OR ((from_due_on IS NOT NULL) AND (from_due_on < due_on)))),
  CONSTRAINT follow_up_history_reason_check CHECK (((action <> ALL (ARRAY['postponed'::text, 'replication-withdrawn'::text])) OR (reason <> ''::text)))
);

CREATE TABLE holiday (
  date date NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  CONSTRAINT holiday_pkey PRIMARY KEY (date),
  CONSTRAINT holiday_date_range_check CHECK (((date >= '2000-01-01'::date) AND (date <= '2100-12-31'::date))),
  CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['public-holiday'::text, 'collective-leave'::text])))
);

CREATE TABLE host_time (
  visit_id uuid NOT NULL,
  kind text NOT NULL,
  host_unit text NOT NULL,
  place integer NOT NULL,
  during tstzrange NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT host_time_pkey PRIMARY KEY (visit_id, kind),
  CONSTRAINT host_time_no_double_booking EXCLUDE USING gist (host_unit WITH =, place WITH =, during WITH &&, visit_id WITH <>),
  CONSTRAINT host_time_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT host_time_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT host_time_during_check CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
  CONSTRAINT host_time_expiry_check CHECK (((kind = 'offer'::text) = (expires_at IS NOT NULL))),
  CONSTRAINT host_time_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'offer'::text]))),
  CONSTRAINT host_time_place_check CHECK ((place >= 1))
);
CREATE INDEX host_time_expiry_idx ON public.host_time USING btree (expires_at) WHERE (expires_at IS NOT NULL);

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
  CONSTRAINT hosting_policy_pkey PRIMARY KEY (unit),
  CONSTRAINT hosting_policy_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT hosting_policy_capacity_check CHECK (((capacity >= 1) AND (capacity <= 20))),
  CONSTRAINT hosting_policy_largest_party_check CHECK (((largest_party >= 1) AND (largest_party <= 1000))),
  CONSTRAINT hosting_policy_notice_check CHECK ((((shortest_notice_days >= 0) AND (shortest_notice_days <= 365)) AND ((longest_notice_days >= shortest_notice_days) AND (longest_notice_days <= 730))))
);

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
  state text NOT NULL DEFAULT 'queued'::text,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamp with time zone NOT NULL,
  last_error text,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  doubts integer NOT NULL DEFAULT 0,
  tried_at timestamp with time zone,
  requeued_at timestamp with time zone,
  last_fate text,
  secrets text NOT NULL DEFAULT 'none'::text,
  reference text,
  CONSTRAINT mail_pkey PRIMARY KEY (id),
  CONSTRAINT mail_key_key UNIQUE (key),
  CONSTRAINT mail_message_id_key UNIQUE (message_id),
  CONSTRAINT mail_position_key UNIQUE ("position"),
  CONSTRAINT mail_calendar_check CHECK ((((calendar_method IS NULL) = (calendar_content IS NULL)) AND ((calendar_method IS NULL) OR (calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))))),
  CONSTRAINT mail_doubts_check CHECK (((doubts >= 0) AND (doubts <= 3))),
  CONSTRAINT mail_last_error_check CHECK (((state <> 'failed'::text) OR (last_error IS NOT NULL))),
  CONSTRAINT mail_last_fate_check CHECK ((last_fate = ANY (ARRAY['server-fault'::text, 'sender-blocked'::text, 'later'::text, 'in-doubt'::text, 'refused'::text, 'address-dead'::text]))),
  CONSTRAINT mail_redacted_check CHECK (((secrets <> 'redacted'::text) OR (state <> 'queued'::text))),
  CONSTRAINT mail_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 64))),
  CONSTRAINT mail_secrets_check CHECK ((secrets = ANY (ARRAY['none'::text, 'held'::text, 'redacted'::text]))),
  CONSTRAINT mail_sent_at_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'suppressed'::text]))),
  CONSTRAINT mail_tries_check CHECK ((tries >= 0))
);
CREATE INDEX mail_order_idx ON public.mail USING btree (stream, lower(recipient_email), "position") WHERE (state = 'queued'::text);
CREATE INDEX mail_queue_idx ON public.mail USING btree (tried_at NULLS FIRST, "position") WHERE (state = 'queued'::text);
CREATE INDEX mail_secrets_idx ON public.mail USING btree ("position") WHERE ((secrets = 'held'::text) AND (state <> 'queued'::text));
CREATE INDEX mail_state_idx ON public.mail USING btree (state, "position");
CREATE INDEX mail_stream_idx ON public.mail USING btree (stream, "position") WHERE (stream IS NOT NULL);

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

CREATE TABLE mail_domain_second (
  domain text NOT NULL,
  second timestamp with time zone NOT NULL,
  sent integer NOT NULL,
  CONSTRAINT mail_domain_second_pkey PRIMARY KEY (domain, second),
  CONSTRAINT mail_domain_second_sent_check CHECK ((sent > 0))
);
CREATE INDEX mail_domain_second_second_idx ON public.mail_domain_second USING btree (second);

CREATE TABLE mail_lease (
  mail_id uuid NOT NULL,
  domain text NOT NULL,
  holder uuid NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_lease_pkey PRIMARY KEY (mail_id),
  CONSTRAINT mail_lease_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE
);
CREATE INDEX mail_lease_holder_idx ON public.mail_lease USING btree (holder);

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

CREATE TABLE mailbox_position (
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL,
  CONSTRAINT mailbox_position_pkey PRIMARY KEY (mailbox)
);

CREATE TABLE monthly_report (
  regional_office text NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT monthly_report_pkey PRIMARY KEY (regional_office),
  CONSTRAINT monthly_report_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code)
);

CREATE TABLE note (
  id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  context text NOT NULL,
  what_was_done text NOT NULL,
  result text NOT NULL,
  how_to_copy text NOT NULL,
  topics text[] NOT NULL,
  unit text NOT NULL,
  visit_id uuid,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  resources text NOT NULL DEFAULT ''::text,
  pitfalls text NOT NULL DEFAULT ''::text,
  contact text NOT NULL DEFAULT ''::text,
  visibility text NOT NULL DEFAULT 'nation'::text,
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
CREATE INDEX note_proposed_idx ON public.note USING btree (unit) WHERE (state = 'proposed'::text);
CREATE INDEX note_review_idx ON public.note USING btree (review_due_on) WHERE (state = 'published'::text);
CREATE INDEX note_unit_idx ON public.note USING btree (unit, changed_at, id);
CREATE INDEX note_visit_idx ON public.note USING btree (visit_id) WHERE (visit_id IS NOT NULL);
CREATE TRIGGER note_note_search_trigger AFTER INSERT OR UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION note_note_search();
CREATE TRIGGER sinergi_counts_changed_note AFTER UPDATE ON public.note FOR EACH ROW WHEN (((((old.state IS DISTINCT FROM new.state) OR (old.visibility IS DISTINCT FROM new.visibility)) OR (old.unit IS DISTINCT FROM new.unit)) OR (old.published_at IS DISTINCT FROM new.published_at))) EXECUTE FUNCTION sinergi_note_changed();
CREATE TRIGGER sinergi_counts_note AFTER INSERT OR DELETE ON public.note FOR EACH ROW EXECUTE FUNCTION sinergi_note_changed();

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

CREATE TABLE note_editing (
  note_id uuid NOT NULL,
  person_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  CONSTRAINT note_editing_pkey PRIMARY KEY (note_id, person_id),
  CONSTRAINT note_editing_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE,
  CONSTRAINT note_editing_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE note_file (
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT note_file_pkey PRIMARY KEY (id),
  CONSTRAINT note_file_sha256_key UNIQUE (note_id, sha256),
  CONSTRAINT note_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT note_file_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE
);

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

CREATE TABLE note_search (
  note_id uuid NOT NULL,
  vector tsvector NOT NULL,
  CONSTRAINT note_search_pkey PRIMARY KEY (note_id),
  CONSTRAINT note_search_note_id_fkey FOREIGN KEY (note_id) REFERENCES note(id) ON DELETE CASCADE
);
CREATE INDEX note_search_vector_idx ON public.note_search USING gin (vector);

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

CREATE TABLE participant_session (
  participant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT participant_session_pkey PRIMARY KEY (participant_id, session_id),
  CONSTRAINT participant_session_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE
);

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

CREATE TABLE person (
  id uuid NOT NULL,
  name text NOT NULL,
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
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_email_key UNIQUE (email),
  CONSTRAINT person_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT person_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code),
  CONSTRAINT person_email_check CHECK ((email = lower(email))),
  CONSTRAINT person_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT person_place_check CHECK ((((role = ANY (ARRAY['officer'::text, 'unit-head'::text])) AND (unit IS NOT NULL) AND (regional_office IS NULL)) OR ((role = 'regional'::text) AND (unit IS NULL) AND (regional_office IS NOT NULL)) OR ((role = 'administrator'::text) AND (unit IS NULL) AND (regional_office IS NULL)))),
  CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['officer'::text, 'unit-head'::text, 'regional'::text, 'administrator'::text])))
);
CREATE INDEX person_name_idx ON public.person USING btree (name, id);
CREATE INDEX person_regional_office_idx ON public.person USING btree (regional_office, name, id);
CREATE INDEX person_unit_idx ON public.person USING btree (unit, name, id);

CREATE TABLE program (
  code text NOT NULL,
  framework text NOT NULL,
  number integer,
  title text NOT NULL,
  from_date date NOT NULL,
  verified boolean NOT NULL,
  retired_on date,
  CONSTRAINT program_pkey PRIMARY KEY (code),
  CONSTRAINT program_from_date_range_check CHECK (((from_date >= '2000-01-01'::date) AND (from_date <= '2100-12-31'::date)))
);
CREATE TRIGGER program_note_search_trigger AFTER UPDATE OF title ON public.program FOR EACH ROW WHEN ((old.title IS DISTINCT FROM new.title)) EXECUTE FUNCTION program_note_search();

CREATE TABLE received_mail (
  id uuid NOT NULL,
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  digest text NOT NULL,
  sender text NOT NULL,
  subject text NOT NULL,
  source bytea NOT NULL,
  outcome text NOT NULL,
  visit_id uuid,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT received_mail_pkey PRIMARY KEY (id),
  CONSTRAINT received_mail_digest_key UNIQUE (digest),
  CONSTRAINT received_mail_position_key UNIQUE ("position"),
  CONSTRAINT received_mail_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE SET NULL,
  CONSTRAINT received_mail_outcome_check CHECK ((outcome = ANY (ARRAY['answer'::text, 'other-time'::text, 'substitute'::text, 'words'::text, 'question'::text, 'question-dismissed'::text, 'bounce'::text, 'bounce-unknown'::text, 'unknown-visit'::text, 'sender-not-invited'::text, 'sender-forged'::text, 'attendee-missing'::text, 'answer-outdated'::text, 'answer-unchanged'::text, 'answer-too-late'::text, 'not-understood'::text])))
);
CREATE INDEX received_mail_visit_idx ON public.received_mail USING btree (visit_id, "position");

CREATE TABLE regional_office (
  code text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
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

CREATE TABLE reminder_setting (
  unit text NOT NULL,
  days_before integer[] NOT NULL,
  evening_before boolean NOT NULL,
  CONSTRAINT reminder_setting_pkey PRIMARY KEY (unit),
  CONSTRAINT reminder_setting_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code) ON DELETE CASCADE,
  CONSTRAINT reminder_setting_days_check CHECK (((cardinality(days_before) <= 5) AND (1 <= ALL (days_before)) AND (14 >= ALL (days_before))))
);

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
CREATE INDEX replication_to_unit_idx ON public.replication USING btree (to_unit, since);
CREATE TRIGGER sinergi_counts_replication AFTER INSERT OR DELETE OR UPDATE ON public.replication FOR EACH ROW EXECUTE FUNCTION sinergi_follow_up_part_changed();

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
  CONSTRAINT reply_question_pkey PRIMARY KEY (received_mail_id),
  CONSTRAINT reply_question_participant_key UNIQUE (participant_id, is_proven),
  CONSTRAINT reply_question_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant(id) ON DELETE CASCADE,
  CONSTRAINT reply_question_received_mail_id_fkey FOREIGN KEY (received_mail_id) REFERENCES received_mail(id) ON DELETE CASCADE,
  CONSTRAINT reply_question_answer_check CHECK ((((kind = 'answer'::text) = (answer IS NOT NULL)) AND (answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text])))),
  CONSTRAINT reply_question_ends_at_range_check CHECK (((ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT reply_question_is_proven_check CHECK (((kind = 'words'::text) OR (NOT is_proven))),
  CONSTRAINT reply_question_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'other-time'::text, 'substitute'::text, 'words'::text]))),
  CONSTRAINT reply_question_starts_at_range_check CHECK (((starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT reply_question_substitute_check CHECK ((((kind = 'substitute'::text) = (substitute IS NOT NULL)) AND (char_length(substitute) <= 320))),
  CONSTRAINT reply_question_time_check CHECK ((((kind = 'other-time'::text) = (starts_at IS NOT NULL)) AND ((kind = 'other-time'::text) = (ends_at IS NOT NULL)) AND (starts_at < ends_at))),
  CONSTRAINT reply_question_words_check CHECK (((char_length(words) <= 500) AND ((kind <> 'words'::text) OR (words <> ''::text))))
);

CREATE TABLE return_address (
  stream text NOT NULL,
  email text NOT NULL,
  token text NOT NULL,
  CONSTRAINT return_address_pkey PRIMARY KEY (stream, email),
  CONSTRAINT return_address_token_key UNIQUE (token),
  CONSTRAINT return_address_email_check CHECK ((email = lower(email))),
  CONSTRAINT return_address_token_check CHECK ((token ~ '^[a-z2-7]{26}$'::text))
);

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

CREATE TABLE search_word (
  word text NOT NULL,
  CONSTRAINT search_word_pkey PRIMARY KEY (word)
);
CREATE INDEX search_word_trgm_idx ON public.search_word USING gin (word gin_trgm_ops);

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

CREATE TABLE sign_in_failure (
  id uuid NOT NULL,
  email text NOT NULL,
  at timestamp with time zone NOT NULL,
  network text NOT NULL,
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_failure_at_idx ON public.sign_in_failure USING btree (at);
CREATE INDEX sign_in_failure_email_idx ON public.sign_in_failure USING btree (email, network, at);

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
  CONSTRAINT summary_pkey PRIMARY KEY (visit_id),
  CONSTRAINT summary_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT summary_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT summary_links_check CHECK ((jsonb_typeof(links) = 'array'::text)),
  CONSTRAINT summary_revision_check CHECK ((revision >= 0)),
  CONSTRAINT summary_version_check CHECK ((version >= 1))
);

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
CREATE TRIGGER sinergi_counts_summary AFTER INSERT OR DELETE OR UPDATE ON public.summary_revision FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();

CREATE TABLE unit (
  code text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  subtype text,
  class text,
  place text NOT NULL,
  regional_office text NOT NULL,
  time_zone text NOT NULL,
  area_group text,
  latitude double precision,
  longitude double precision,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  email text,
  phone text,
  address text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT unit_pkey PRIMARY KEY (code),
  CONSTRAINT unit_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT unit_type_fkey FOREIGN KEY (type) REFERENCES unit_type(code),
  CONSTRAINT unit_position_check CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) OR (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))))),
  CONSTRAINT unit_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);
CREATE INDEX unit_name_idx ON public.unit USING btree (name, code);
CREATE INDEX unit_name_trgm_idx ON public.unit USING gin (name gin_trgm_ops);
CREATE INDEX unit_regional_office_idx ON public.unit USING btree (regional_office, name, code);
CREATE INDEX unit_type_idx ON public.unit USING btree (type, name, code);
CREATE TRIGGER sinergi_counts_time_zone AFTER UPDATE OF time_zone ON public.unit FOR EACH ROW WHEN ((old.time_zone <> new.time_zone)) EXECUTE FUNCTION sinergi_time_zone_changed();
CREATE TRIGGER unit_note_search_trigger AFTER UPDATE OF name, place, aliases, regional_office ON public.unit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION unit_note_search('code');

CREATE TABLE unit_former_name (
  unit text NOT NULL,
  name text NOT NULL,
  used_until date NOT NULL,
  CONSTRAINT unit_former_name_pkey PRIMARY KEY (unit, name, used_until),
  CONSTRAINT unit_former_name_unit_fkey FOREIGN KEY (unit) REFERENCES unit(code)
);
CREATE TRIGGER unit_former_name_note_search_trigger AFTER INSERT ON public.unit_former_name FOR EACH ROW EXECUTE FUNCTION unit_note_search('unit');

CREATE TABLE unit_type (
  code text NOT NULL,
  name text NOT NULL,
  head text NOT NULL,
  CONSTRAINT unit_type_pkey PRIMARY KEY (code)
);

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
  CONSTRAINT visit_pkey PRIMARY KEY (id),
  CONSTRAINT visit_reference_key UNIQUE (reference),
  CONSTRAINT visit_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT visit_guest_unit_fkey FOREIGN KEY (guest_unit) REFERENCES unit(code),
  CONSTRAINT visit_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit(code),
  CONSTRAINT visit_assignment_letter_date_range_check CHECK (((assignment_letter_date >= '2000-01-01'::date) AND (assignment_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_ends_at_range_check CHECK (((ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_kind_check CHECK ((kind = ANY (ARRAY['study-visit'::text, 'working-visit'::text, 'coordination'::text]))),
  CONSTRAINT visit_length_check CHECK (((ends_at <= (starts_at + '336:00:00'::interval)) AND (proposed_ends_at <= (proposed_starts_at + '336:00:00'::interval)))),
  CONSTRAINT visit_party_size_check CHECK (((party_size >= 1) AND (party_size <= 1000))),
  CONSTRAINT visit_proposal_check CHECK (((num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) = ANY (ARRAY[0, 4])) AND ((proposed_starts_at IS NULL) OR (proposed_starts_at < proposed_ends_at)) AND ((proposed_by IS NULL) OR (proposed_by = ANY (ARRAY['guest'::text, 'host'::text]))) AND ((state <> 'counter-proposed'::text) OR (proposed_at IS NOT NULL)))),
  CONSTRAINT visit_proposed_ends_at_range_check CHECK (((proposed_ends_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (proposed_ends_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_proposed_starts_at_range_check CHECK (((proposed_starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (proposed_starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_reply_letter_date_range_check CHECK (((reply_letter_date >= '2000-01-01'::date) AND (reply_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_request_letter_date_range_check CHECK (((request_letter_date >= '2000-01-01'::date) AND (request_letter_date <= '2100-12-31'::date))),
  CONSTRAINT visit_starts_at_range_check CHECK (((starts_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (starts_at < '2101-01-01 00:00:00+00'::timestamp with time zone))),
  CONSTRAINT visit_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'requested'::text, 'counter-proposed'::text, 'confirmed'::text, 'held'::text, 'closed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'cancelled'::text, 'not-held'::text]))),
  CONSTRAINT visit_submitted_check CHECK (
CASE state
    WHEN 'draft'::text THEN (submitted_at IS NULL)
    WHEN 'withdrawn'::text THEN true
    ELSE (submitted_at IS NOT NULL)
END),
  CONSTRAINT visit_times_check CHECK ((starts_at < ends_at)),
  CONSTRAINT visit_units_check CHECK ((guest_unit <> host_unit))
);
CREATE INDEX visit_ended_idx ON public.visit USING btree (ends_at) WHERE (state = ANY (ARRAY['confirmed'::text, 'held'::text]));
CREATE INDEX visit_guest_unit_idx ON public.visit USING btree (guest_unit, starts_at, id);
CREATE INDEX visit_host_unit_idx ON public.visit USING btree (host_unit, starts_at, id);
CREATE INDEX visit_starts_at_idx ON public.visit USING btree (starts_at, id);
CREATE INDEX visit_waiting_idx ON public.visit USING btree (state, starts_at) WHERE (state = ANY (ARRAY['requested'::text, 'counter-proposed'::text, 'confirmed'::text]));
CREATE TRIGGER sinergi_counts_changed_visit AFTER UPDATE ON public.visit FOR EACH ROW WHEN ((((((old.state IS DISTINCT FROM new.state) OR (old.starts_at IS DISTINCT FROM new.starts_at)) OR (old.ends_at IS DISTINCT FROM new.ends_at)) OR (old.guest_unit IS DISTINCT FROM new.guest_unit)) OR (old.host_unit IS DISTINCT FROM new.host_unit))) EXECUTE FUNCTION sinergi_visit_changed();
CREATE TRIGGER sinergi_counts_visit AFTER INSERT OR DELETE ON public.visit FOR EACH ROW EXECUTE FUNCTION sinergi_visit_changed();
CREATE CONSTRAINT TRIGGER visit_around_agenda AFTER UPDATE OF starts_at, ends_at ON public.visit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.starts_at <> new.starts_at) OR (old.ends_at <> new.ends_at))) EXECUTE FUNCTION agenda_stays_inside_visit();
CREATE TRIGGER visit_submission BEFORE INSERT OR UPDATE OF state, submitted_at ON public.visit FOR EACH ROW EXECUTE FUNCTION visit_keeps_submission();

CREATE TABLE visit_approval (
  visit_id uuid NOT NULL,
  regional_office text NOT NULL,
  approved_by uuid NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office),
  CONSTRAINT visit_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id),
  CONSTRAINT visit_approval_regional_office_fkey FOREIGN KEY (regional_office) REFERENCES regional_office(code),
  CONSTRAINT visit_approval_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);

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
  CONSTRAINT visit_entry_pkey PRIMARY KEY (id),
  CONSTRAINT visit_entry_author_fkey FOREIGN KEY (author) REFERENCES person(id),
  CONSTRAINT visit_entry_author_unit_fkey FOREIGN KEY (author_unit) REFERENCES unit(code),
  CONSTRAINT visit_entry_head_cleared_by_fkey FOREIGN KEY (head_cleared_by) REFERENCES person(id),
  CONSTRAINT visit_entry_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
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
  CONSTRAINT visit_entry_text_check CHECK ((char_length(text) <= 4000))
);
CREATE INDEX visit_entry_visit_id_idx ON public.visit_entry USING btree (visit_id, entered_at);

CREATE TABLE visit_file (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT visit_file_pkey PRIMARY KEY (id),
  CONSTRAINT visit_file_content_key UNIQUE (visit_id, sha256),
  CONSTRAINT visit_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  CONSTRAINT visit_file_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT visit_file_size_check CHECK ((((size >= 1) AND (size <= 5242880)) AND (size = octet_length(content))))
);

CREATE TABLE visit_history (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  version integer NOT NULL,
  CONSTRAINT visit_history_pkey PRIMARY KEY (id),
  CONSTRAINT visit_history_version_key UNIQUE (visit_id, version),
  CONSTRAINT visit_history_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  CONSTRAINT visit_history_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE TRIGGER sinergi_counts_changed_step AFTER DELETE OR UPDATE OF action, at ON public.visit_history FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
CREATE TRIGGER sinergi_counts_step AFTER INSERT ON public.visit_history FOR EACH ROW WHEN ((new.action = ANY (ARRAY['submit'::text, 'accept'::text, 'decline'::text, 'propose'::text]))) EXECUTE FUNCTION sinergi_part_changed();

CREATE TABLE visit_idempotency_key (
  person_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  visit_id uuid NOT NULL,
  CONSTRAINT visit_idempotency_key_pkey PRIMARY KEY (person_id, key),
  CONSTRAINT visit_idempotency_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT visit_idempotency_key_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);

CREATE TABLE visit_number (
  prefix text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT visit_number_pkey PRIMARY KEY (prefix, year)
);

CREATE TABLE visit_participant (
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  person_id uuid,
  name text NOT NULL,
  office text,
  email text,
  phone text,
  side text NOT NULL,
  role text NOT NULL,
  answer text NOT NULL DEFAULT 'needs-action'::text,
  answered_at timestamp with time zone,
  attendance text,
  attendance_by uuid,
  attendance_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  contact_written_by text,
  CONSTRAINT visit_participant_pkey PRIMARY KEY (id),
  CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email),
  CONSTRAINT visit_participant_attendance_by_fkey FOREIGN KEY (attendance_by) REFERENCES person(id),
  CONSTRAINT visit_participant_contact_written_by_fkey FOREIGN KEY (contact_written_by) REFERENCES unit(code),
  CONSTRAINT visit_participant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT visit_participant_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE,
  CONSTRAINT visit_participant_answer_check CHECK ((answer = ANY (ARRAY['needs-action'::text, 'accepted'::text, 'tentative'::text, 'declined'::text]))),
  CONSTRAINT visit_participant_attendance_check CHECK ((((attendance IS NULL) = (attendance_at IS NULL)) AND ((attendance IS NULL) OR (attendance = ANY (ARRAY['present'::text, 'absent'::text]))))),
  CONSTRAINT visit_participant_email_check CHECK ((email = lower(email))),
  CONSTRAINT visit_participant_role_check CHECK ((role = ANY (ARRAY['leader'::text, 'member'::text, 'speaker'::text, 'minute-taker'::text, 'observer'::text]))),
  CONSTRAINT visit_participant_side_check CHECK ((side = ANY (ARRAY['guest'::text, 'host'::text, 'invited'::text])))
);
CREATE INDEX visit_participant_contact_written_by_idx ON public.visit_participant USING btree (contact_written_by) WHERE (contact_written_by IS NOT NULL);
CREATE INDEX visit_participant_email_idx ON public.visit_participant USING btree (email) WHERE (email IS NOT NULL);
CREATE INDEX visit_participant_person_idx ON public.visit_participant USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE TABLE visit_program (
  visit_id uuid NOT NULL,
  program text NOT NULL,
  CONSTRAINT visit_program_pkey PRIMARY KEY (visit_id, program),
  CONSTRAINT visit_program_program_fkey FOREIGN KEY (program) REFERENCES program(code),
  CONSTRAINT visit_program_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE CASCADE
);
CREATE INDEX visit_program_program_idx ON public.visit_program USING btree (program);
CREATE TRIGGER sinergi_counts_visit_program AFTER INSERT OR DELETE OR UPDATE ON public.visit_program FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();

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
   FROM sinergi_delta;

CREATE VIEW sinergi_fresh AS
 SELECT sinergi_fresh_of_visits.source,
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
   FROM sinergi_fresh_of_notes;

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
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
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
                  WHERE ((x.visit_id = v.id) AND (x.action = 'submit'::text))) s
             JOIN visit_history y ON (((y.visit_id = v.id) AND (y.action = ANY (ARRAY['accept'::text, 'decline'::text, 'propose'::text])) AND (y.at >= s.asked))))
          GROUP BY s.asked) a ON (true))
  WHERE (v.submitted_at IS NOT NULL)
UNION ALL
 SELECT v.id AS source,
    v.id AS owner,
    'summaries'::text AS cube,
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
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
    (date_trunc('month'::text, (v.starts_at AT TIME ZONE h.time_zone)))::date AS month,
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
