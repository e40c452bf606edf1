import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/platform/security/actor.js';
import type { TestApp } from '../support/app.js';

/** A note of the corpus; `published` is its day. */
interface CorpusNote {
  slug: string;
  unit: string;
  published: string;
  /** How many units use it. */
  uses: number;
  programs: string[];
  topics: string[];
  title: string;
  context: string;
  whatWasDone: string;
  result: string;
  howToCopy: string;
}

/** A question, and how well each note answers it: 3 is what is meant, 1 is beside it; all others 0. */
export interface CorpusQuery {
  kind: 'stem' | 'synonym' | 'typo' | 'unit' | 'need';
  query: string;
  expected: Record<string, number>;
}

const read = async <Content>(name: string): Promise<Content> =>
  JSON.parse(await readFile(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Content;

export const corpusNotes = (): Promise<CorpusNote[]> => read('notes');
export const corpusQueries = (): Promise<CorpusQuery[]> => read('queries');

/** Somebody who reads what is published. */
export const reader: Actor = {
  personId: randomUUID(),
  name: 'Pembaca',
  email: 'pembaca@contoh.test',
  role: 'officer',
  unit: 'rutan-wates',
  regionalOffice: 'di-yogyakarta',
  placeName: 'Rutan Kelas IIB Wates',
  timeZone: 'Asia/Jakarta',
};

/** Writes the corpus and returns each note's slug by its id. */
export async function writeCorpus(app: TestApp): Promise<ReadonlyMap<string, string>> {
  const author = randomUUID();
  await app.database.query(
    `INSERT INTO person (id, email, name, role, unit, created_at) VALUES ($1, 'penulis@contoh.test', 'Penulis', 'officer', 'rutan-wates', now())`,
    [author],
  );
  const slugs = new Map<string, string>();
  for (const note of await corpusNotes()) {
    const id = randomUUID();
    slugs.set(id, note.slug);
    const at = `${note.published}T02:00:00Z`;
    await app.database.query(
      `INSERT INTO note (id, state, title, context, what_was_done, result, how_to_copy, topics, unit, author_id,
         created_at, changed_at, published_at, review_due_on)
       VALUES ($1, 'published', $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, '2027-01-01')`,
      [
        id,
        note.title,
        note.context,
        note.whatWasDone,
        note.result,
        note.howToCopy,
        note.topics,
        note.unit,
        author,
        at,
      ],
    );
    await app.database.query('INSERT INTO note_program SELECT $1, unnest($2::text[])', [id, note.programs]);
    await app.database.query(
      `INSERT INTO note_use (note_id, unit, since, added_by, added_at)
       SELECT $1, code, '2026-03-01', $2, '2026-03-01' FROM unit WHERE code <> $3 ORDER BY code LIMIT $4`,
      [id, author, note.unit, note.uses],
    );
  }
  return slugs;
}
