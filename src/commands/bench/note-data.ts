import { randomUUID } from 'node:crypto';
import type { Run } from './national-data.js';
import { chances, noteWriter } from './note-texts.js';

const AT_ONCE = 2000;
const DAY = 86_400_000;

/**
 * Writes notes of ten years, one of 30 a draft, a fifth with users, with the triggers off, then what they are found by.
 * The database holds the reference data and at least one person.
 */
export async function writeNotes(run: Run, notes: number, today: string): Promise<void> {
  const chance = chances(42);
  const write = await noteWriter(chance);
  await run('SET statement_timeout = 0');
  await run('SET session_replication_role = replica');
  for (let written = 0; written < notes; written += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, notes - written) }, () => ({
      id: randomUUID(),
      ...write(),
      isDraft: chance() < 1 / 30,
      place: chance(),
      uses: chance() < 0.2 ? Math.ceil(30 * chance() ** 3) : 0,
      at: new Date(Date.parse(today) - chance() * 3650 * DAY),
    }));
    await run(insertNotes, [JSON.stringify(rows)]);
    await run(insertUses, [JSON.stringify(rows.filter(({ uses }) => uses > 0))]);
    await run('SELECT note_search_refresh($1)', [rows.map(({ id }) => id)]);
  }
  await run('SET session_replication_role = origin');
  await run('VACUUM ANALYZE');
}

const insertNotes = `
  WITH units AS MATERIALIZED (SELECT array_agg(code ORDER BY code) AS codes FROM unit WHERE kind = 'upt')
  INSERT INTO note (id, state, title, context, what_was_done, result, how_to_copy, resources, topics, unit, author_id,
    created_at, changed_at, published_at, review_due_on)
  SELECT id, CASE WHEN "isDraft" THEN 'draft' ELSE 'published' END, title, context, "whatWasDone", result, "howToCopy", resources, topics,
    codes[1 + floor(place * cardinality(codes))::int], (SELECT p.id FROM person p ORDER BY p.id LIMIT 1), at, at,
    CASE WHEN NOT "isDraft" THEN at END, CASE WHEN NOT "isDraft" THEN date '2030-01-01' END
  FROM units, jsonb_to_recordset($1::jsonb) AS x (id uuid, title text, context text, "whatWasDone" text, result text, "howToCopy" text,
    resources text, topics text[], "isDraft" boolean, place float8, at timestamptz)`;

const insertUses = `
  INSERT INTO note_use (note_id, unit, since, added_by, added_at)
  SELECT x.id, u.code, '2026-03-01', (SELECT p.id FROM person p ORDER BY p.id LIMIT 1), '2026-03-01'
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, uses integer, place float8)
  CROSS JOIN LATERAL (SELECT code FROM unit WHERE kind = 'upt' ORDER BY code OFFSET floor(x.place * 300) LIMIT x.uses) u`;
