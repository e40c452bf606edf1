import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { simpleParser } from 'mailparser';

/** As calendars fold, and links and pages write: what is looked for stands in one piece. */
const plain = (text: string): string =>
  text
    .replace(/\\?\r?\n[ \t]/g, '')
    .replace(/%20|&nbsp;|\\n|\+/g, ' ')
    .toLowerCase();

const withDigits = (text: string): string => `${text}\n${text.replace(/(\d)[ .-]+(?=\d)/g, '$1')}`;

/** Which of the marks stand in a text. */
export const marksIn = (text: string, marks: readonly string[]): string[] => {
  const readable = withDigits(plain(text));
  return marks.filter((mark) => readable.includes(mark));
};

const decoded = async (bytes: Buffer): Promise<string> => {
  const { text = '', html, attachments, subject = '' } = await simpleParser(bytes);
  const parts = attachments.map(({ content }) => content.toString('utf8'));
  return [
    bytes.toString('latin1'),
    bytes.toString('utf8'),
    subject,
    text,
    html === false ? '' : html,
    ...parts,
  ].join('\n');
};

/** Where in a database the marks stand: every column of every table, bytes as they are and as mails. */
export async function tracesInDatabase(url: string, marks: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found = new Set<string>();
  try {
    const { rows: columns } = await client.query<{
      schema: string;
      table: string;
      name: string;
      type: string;
    }>(
      `SELECT n.nspname AS schema, c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0
         AND NOT a.attisdropped`,
    );
    for (const { schema, table, name, type } of columns) {
      const value = type === 'bytea' ? `"${name}"` : `"${name}"::text`;
      const { rows } = await client.query<{ value: string | Buffer | null }>(
        `SELECT ${value} AS value FROM "${schema}"."${table}" WHERE "${name}" IS NOT NULL`,
      );
      for (const { value: held } of rows) {
        const text = Buffer.isBuffer(held) ? await decoded(held) : (held ?? '');
        for (const mark of marksIn(text, marks)) found.add(`${schema}.${table}.${name}: ${mark}`);
      }
    }
  } finally {
    await client.end();
  }
  return [...found].sort();
}

/** Where in the files of a folder the marks stand. */
export async function tracesInFiles(folder: string, marks: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const mark of marksIn(await decoded(bytes), marks)) found.push(`${entry.name}: ${mark}`);
  }
  return found.sort();
}
