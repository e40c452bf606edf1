/** An officer at nine of ten units, by the address that the first of each side has; of every regional office one. */
export const accounts = `
  INSERT INTO person (id, name, email, role, unit, regional_office, created_at)
  SELECT gen_random_uuid(), 'Petugas', code || '@uji.test', 'officer', code, NULL, '2015-12-01'::timestamptz FROM unit
  WHERE kind = 'upt' AND hashtext(code) % 10 <> 0
  UNION ALL
  SELECT gen_random_uuid(), 'Pegawai Kanwil', code || '@kanwil.uji.test', 'regional', NULL, code, '2015-12-01'::timestamptz
  FROM regional_office
  ON CONFLICT (email) DO NOTHING`;

/** The first two of each visit that was agreed upon. */
const asked = `visit v JOIN visit_participant p ON p.visit_id = v.id AND p.name IN ('Peserta 1', 'Peserta 2')
  WHERE v.reference LIKE 'UJI-%' AND v.state IN ('confirmed', 'held', 'closed')`;

/** What participants were sent. */
const invitations = `
  INSERT INTO calendar_invitation (visit_id, email, event_id, name, role, method, sequence, messages, shown, sent_at)
  SELECT v.id, p.email, v.id, p.name, p.role, 'REQUEST', 0, 1, jsonb_build_object('title', v.title,
      'startsAt', to_char(v.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'endsAt', to_char(v.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'place', ''), v.created_at
  FROM ${asked}`;
const returnAddresses = `
  INSERT INTO return_address (stream, email, token)
  SELECT v.id, p.email, translate(left(md5(p.id::text), 26), '0189', 'wxyz') FROM ${asked}
  ON CONFLICT DO NOTHING`;
const links = `
  INSERT INTO participant_link (token_hash, participant_id, created_at, feed_hash)
  SELECT encode(sha256((p.id || 'jawab')::bytea), 'hex'), p.id, v.created_at, encode(sha256((p.id || 'kalender')::bytea), 'hex')
  FROM ${asked}`;

/** What they said: one of two answers what it was worth, and what came of what was to be learned. */
const feedbackRequests = `
  INSERT INTO feedback_request (participant_id, asked_at, expires_at, reminded_at)
  SELECT p.id, v.ends_at + interval '3 hours', v.ends_at + interval '30 days', v.ends_at + interval '4 days'
  FROM ${asked} AND v.state <> 'confirmed'`;
const answered = `feedback_request r JOIN visit_participant p ON p.id = r.participant_id AND p.name = 'Peserta 1'`;
const feedback = `
  INSERT INTO feedback (participant_id, usefulness, welcome, to_copy, to_improve, may_name, given_at, changed_at)
  SELECT p.id, 4, 5, '', '', true, r.asked_at, r.asked_at FROM ${answered}`;
const feedbackReleases = `
  INSERT INTO feedback_release (id, visit_id, participant_id, usefulness, to_copy, to_improve, may_name)
  SELECT gen_random_uuid(), p.visit_id, p.id, 4, '', '', true FROM ${answered}`;
const feedbackResults = `
  INSERT INTO feedback_result (visit_id, told_at)
  SELECT p.visit_id, r.asked_at + interval '8 days' FROM ${answered}
  ON CONFLICT (visit_id) DO UPDATE SET told_at = excluded.told_at`;
const learningQuestions = `
  INSERT INTO learning_question (id, visit_id, position, words)
  SELECT gen_random_uuid(), id, 1, 'Bagaimana panen dicatat?' FROM visit
  WHERE reference LIKE 'UJI-%' AND hashtext(reference) & 3 = 0`;
const learningChecks = `
  INSERT INTO learning_check (visit_id, day, participant_id, token_hash, asked_at, expires_at, answer, answered_at)
  SELECT q.visit_id, d.day, p.id, encode(sha256((p.id || d.day::text)::bytea), 'hex'), t.at, t.at + interval '30 days', 'begun', t.at
  FROM learning_question q JOIN visit v ON v.id = q.visit_id AND v.state = 'closed'
    JOIN visit_participant p ON p.visit_id = v.id AND p.name = 'Peserta 1'
    CROSS JOIN unnest(ARRAY[30, 60, 90]) d (day)
    CROSS JOIN LATERAL (SELECT v.ends_at + d.day * interval '1 day' AS at) t`;

/** What was written down on the day, and of what was promised. */
const entries = `
  INSERT INTO visit_entry (id, visit_id, author, author_unit, kind, text, entered_at, received_at)
  SELECT gen_random_uuid(), id, created_by, host_unit, 'note', 'Catatan', starts_at, starts_at FROM visit
  WHERE reference LIKE 'UJI-%' AND state IN ('held', 'closed')`;
const promiseHistory = `
  INSERT INTO follow_up_history (follow_up_id, version, at, actor_id, actor_name, action, to_state, due_on, reason)
  SELECT f.id, 1, f.created_at, v.created_by, 'Petugas', 'promised', 'open', f.due_on, '' FROM follow_up f
  JOIN visit v ON v.id = f.visit_id WHERE v.reference LIKE 'UJI-%'`;

/** The letter by which each was asked for; its number stands at the visit. */
const letters = `
  INSERT INTO letter (id, visit_id, organisation, kind, direction, slot, nature, snapshot, sent_at, written_by, written_at)
  SELECT gen_random_uuid(), v.id, v.guest_unit, 'surat-permohonan', 'out', 'request', 'biasa', jsonb_build_object(
      'takenOn', v.created_at::date, 'signer', NULL, 'party', '[]'::jsonb, 'office', jsonb_build_object('code', u.code, 'name', u.name,
      'letterhead', '[]'::jsonb, 'emblem', NULL, 'place', '', 'address', NULL, 'postcode', NULL, 'phone', NULL, 'email', NULL,
      'webPage', NULL)), v.created_at, v.created_by, v.created_at
  FROM visit v JOIN unit u ON u.code = v.guest_unit WHERE v.reference LIKE 'UJI-%' AND v.submitted_at IS NOT NULL`;

/** What the people of generated visits were sent and said, in the order in which it is written. */
export const answers = [
  invitations,
  returnAddresses,
  links,
  feedbackRequests,
  feedback,
  feedbackReleases,
  feedbackResults,
  learningQuestions,
  learningChecks,
  entries,
  promiseHistory,
  letters,
];
