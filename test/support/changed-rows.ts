import type { Database } from '../../src/platform/database/database.js';

/** Where only copies of what was said stand. */
const COPIES = ['mail', 'mail_attachment', 'visit_idempotency_key', 'sent_form'];

/** What is written whenever somebody asks for anything. */
export const TRACES = ['session', 'sent_form', 'export_record'];

/** A mark in time: what is written from now on is younger. */
export async function transactionNow(database: Database): Promise<string> {
  const [row] = await database.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
  return row?.now ?? '';
}

/** Every row of the schema `public` written since the mark, as JSON, one after the other, save of some tables. */
export async function changedSince(
  database: Database,
  mark: string,
  without: readonly string[] = COPIES,
): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [without],
  );
  const each = tables.map(
    ({ name }) => `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE t.xmin::text::bigint >= $1::bigint`,
  );
  const rows = await database.query<{ row: string }>(each.join(' UNION ALL '), [mark]);
  return rows.map(({ row }) => row).join('\n');
}
