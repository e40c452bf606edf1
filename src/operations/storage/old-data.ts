import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RetentionKind } from '../domain/retention.js';

/** Rows that one statement drops or empties: so that no lock lasts, and no vacuum has much at once. */
export const AT_ONCE = 500;

/** Files of a mail, which are larger than its row, go with its text. */
const DROP_MAIL_BODIES = `
  WITH chosen AS (
    SELECT id FROM mail WHERE body_dropped_at IS NULL AND created_at < $1 AND state <> 'queued'
    ORDER BY created_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), files AS (
    DELETE FROM mail_attachment WHERE mail_id IN (SELECT id FROM chosen)
  ), dropped AS (
    UPDATE mail SET body_text = '', body_html = '', calendar_method = NULL, calendar_content = NULL,
      calendar_organizer = NULL, secrets = 'redacted', body_dropped_at = $2
    WHERE id IN (SELECT id FROM chosen) RETURNING 1
  )
  SELECT count(*)::int AS count FROM dropped`;

/** What still waits for an officer's word is not handled. */
const DROP_SOURCES = `
  WITH dropped AS (
    UPDATE received_mail SET source = NULL WHERE id IN (
      SELECT m.id FROM received_mail m WHERE m.source IS NOT NULL AND m.received_at < $1
        AND NOT EXISTS (SELECT FROM reply_question q WHERE q.received_mail_id = m.id)
      ORDER BY m.received_at LIMIT ${AT_ONCE} FOR UPDATE OF m SKIP LOCKED)
    RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_TOKENS = `
  WITH dropped AS (
    DELETE FROM api_token WHERE id IN (
      SELECT id FROM api_token WHERE least(revoked_at, expires_at) < $1 LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_KEYS = `
  WITH dropped AS (
    DELETE FROM visit_idempotency_key WHERE (person_id, key) IN (
      SELECT k.person_id, k.key FROM visit_idempotency_key k JOIN visit v ON v.id = k.visit_id
      WHERE v.created_at < $1 LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

/** An import has up to 5,000 rows. */
const DROP_IMPORTS = `
  WITH dropped AS (
    DELETE FROM import WHERE id IN (
      SELECT id FROM import WHERE created_at < $1 AND (confirmed_at IS NULL OR finished_at IS NOT NULL)
      LIMIT ${AT_ONCE / 100}) RETURNING 1)
  SELECT count(*)::int * 100 AS count FROM dropped`;

const DROP_BACKUP_RUNS = `
  WITH dropped AS (
    DELETE FROM backup_run WHERE id IN (
      SELECT id FROM backup_run WHERE started_at < $1 AND (removed_at IS NOT NULL OR bytes IS NULL)
      LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_WALK_IN_CONTACTS = `
  WITH dropped AS (
    DELETE FROM walk_in_contact WHERE participant_id IN (
      SELECT participant_id FROM walk_in_contact WHERE came_at < $1 LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

/** Drops links, the oldest first. */
const dropLinks = (
  table: 'participant_link' | 'feedback_link' | 'host_answer_link' | 'press_quote_link',
): string => `
  WITH dropped AS (
    DELETE FROM ${table} WHERE token_hash IN (
      SELECT token_hash FROM ${table} WHERE created_at < $1 ORDER BY created_at LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_NIP_LOOKS = `
  WITH dropped AS (
    DELETE FROM nip_look WHERE id IN (
      SELECT id FROM nip_look WHERE looked_at < $1 ORDER BY looked_at, id LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_EXPORT_RECORDS = `
  WITH dropped AS (
    DELETE FROM export_record WHERE id IN (
      SELECT id FROM export_record WHERE taken_at < $1 ORDER BY taken_at, id LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

/** As when its writer takes one off. */
const DROP_UNCLEARED_PHOTOS = `
  WITH dropped AS (
    UPDATE visit_entry SET text = '', photo = NULL, thumbnail = NULL, removed_at = $2 WHERE id IN (
      SELECT id FROM visit_entry
      WHERE kind = 'photo' AND NOT cleared AND removed_at IS NULL AND received_at < $1 LIMIT ${AT_ONCE}
      FOR UPDATE SKIP LOCKED)
    RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

const DROP_SIGNED_COPIES = `
  WITH dropped AS (
    DELETE FROM visit_file WHERE id IN (
      SELECT signed_file FROM letter WHERE signed_file IS NOT NULL AND sent_at < $1 LIMIT ${AT_ONCE}) RETURNING 1)
  SELECT count(*)::int AS count FROM dropped`;

interface Dropped {
  count: number;
}

/** What was older than it is kept for; the kinds are those of `retention`. */
@Injectable()
export class OldData {
  constructor(private readonly database: Database) {}

  /** Drops the oldest of a kind, by one statement. @returns how many, less than `AT_ONCE` when no more are left */
  async drop(kind: RetentionKind, before: Date, now: Date): Promise<number> {
    const [row] = await this.kinds[kind](before, now);
    return row?.count ?? 0;
  }

  /** Notes when a kind was gone through, and how many went. */
  async noteRun(kind: RetentionKind, ranAt: Date, dropped: number): Promise<void> {
    await this.database.query(
      `INSERT INTO retention_run (kind, ran_at, dropped, dropped_in_all) VALUES ($1, $2, $3, $3)
       ON CONFLICT (kind) DO UPDATE SET ran_at = excluded.ran_at, dropped = excluded.dropped,
         dropped_in_all = retention_run.dropped_in_all + excluded.dropped`,
      [kind, ranAt, dropped],
    );
  }

  private readonly kinds: Readonly<Record<RetentionKind, (before: Date, now: Date) => Promise<Dropped[]>>> = {
    'nip-looks': (before) => this.database.query<Dropped>(DROP_NIP_LOOKS, [before]),
    'export-records': (before) => this.database.query<Dropped>(DROP_EXPORT_RECORDS, [before]),
    'uncleared-photos': (before, now) => this.database.query<Dropped>(DROP_UNCLEARED_PHOTOS, [before, now]),
    'signed-copies': (before) => this.database.query<Dropped>(DROP_SIGNED_COPIES, [before]),
    'api-tokens': (before) => this.database.query<Dropped>(DROP_TOKENS, [before]),
    'backup-runs': (before) => this.database.query<Dropped>(DROP_BACKUP_RUNS, [before]),
    'feedback-links': (before) => this.database.query<Dropped>(dropLinks('feedback_link'), [before]),
    'host-answer-links': (before) => this.database.query<Dropped>(dropLinks('host_answer_link'), [before]),
    'idempotency-keys': (before) => this.database.query<Dropped>(DROP_KEYS, [before]),
    imports: (before) => this.database.query<Dropped>(DROP_IMPORTS, [before]),
    'mail-bodies': (before, now) => this.database.query<Dropped>(DROP_MAIL_BODIES, [before, now]),
    'participant-links': (before) => this.database.query<Dropped>(dropLinks('participant_link'), [before]),
    'press-quote-links': (before) => this.database.query<Dropped>(dropLinks('press_quote_link'), [before]),
    'received-mails': (before) => this.database.query<Dropped>(DROP_SOURCES, [before]),
    'walk-in-contacts': (before) => this.database.query<Dropped>(DROP_WALK_IN_CONTACTS, [before]),
  };
}
