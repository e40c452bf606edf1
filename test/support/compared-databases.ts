import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** Of the queue's program itself, not of what was entrusted. */
const NOT_COMPARED = ['pgboss.version', 'pgboss.instance', 'pgboss.bam', 'pgboss.queue_stats'];

export interface Contents {
  /** How many rows each table has, and a digest of them all, by `schema.table`. */
  tables: Record<string, { rows: number; digest: string }>;
  /** Where each sequence stands. */
  sequences: Record<string, string>;
}

/** Every row of every table of a database, generated columns included, so that two can be compared row by row. */
export async function contentsOf(url: string): Promise<Contents> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET timezone = 'UTC'; SET extra_float_digits = 3");
    const names = await client.query<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND n.nspname || '.' || c.relname <> ALL ($1) ORDER BY 1, 2`,
      [NOT_COMPARED],
    );
    const contents: Contents = { tables: {}, sequences: {} };
    for (const { schema, name } of names.rows) {
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      const texts = rows.map(({ row }) => row).sort();
      const digest = createHash('sha256').update(texts.join('\n')).digest('hex');
      contents.tables[`${schema}.${name}`] = { rows: texts.length, digest };
    }
    const sequences = await client.query<{ name: string; value: string | null }>(
      `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname IN ('public', 'pgboss')`,
    );
    for (const { name, value } of sequences.rows) contents.sequences[name] = String(value);
    return contents;
  } finally {
    await client.end();
  }
}
