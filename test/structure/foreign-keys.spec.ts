import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase } from '../support/database.js';
import { query } from '../support/embedded.js';

const ONE_ROW = 'its key finds the one row that there is';

/** Foreign keys without an index of their own, by the reason why they need none. */
const unindexed: Readonly<Record<string, readonly string[]>> = {
  [ONE_ROW]: ['agenda_public_revision_fkey', 'replication_done_fkey'],
  'accounts are suspended and never deleted, and nobody looks for what one of them did here': [
    'follow_up_comment_author_id_fkey',
    'follow_up_file_added_by_fkey',
    'follow_up_history_actor_id_fkey',
    'note_author_id_fkey',
    'participant_reach_reached_by_fkey',
    'note_comment_answered_by_fkey',
    'note_comment_author_id_fkey',
    'note_editing_person_id_fkey',
    'note_file_added_by_fkey',
    'note_picture_added_by_fkey',
    'note_picture_cleared_by_fkey',
    'note_revision_changed_by_fkey',
    'note_use_added_by_fkey',
    'replication_confirmed_by_fkey',
    'series_created_by_fkey',
    'summary_changed_by_fkey',
    'summary_revision_published_by_fkey',
    'trip_created_by_fkey',
    'visit_approval_approved_by_fkey',
    'visit_entry_author_fkey',
    'visit_entry_head_cleared_by_fkey',
    'visit_file_added_by_fkey',
    'visit_guest_answered_by_fkey',
    'visit_guest_asked_by_fkey',
    'visit_history_actor_id_fkey',
    'visit_participant_attendance_by_fkey',
  ],
  'units and offices come from the reference data and are never deleted; rows are found by visit or person': [
    'feed_regional_office_fkey',
    'feed_unit_fkey',
    'visit_approval_regional_office_fkey',
    'unit_name_type_fkey',
    'visit_entry_author_unit_fkey',
  ],
};

/**
 * Foreign keys whose columns no index begins with, in any order. A partial index counts where it leaves out no row but
 * those in which the one column is null.
 */
const UNINDEXED = `
  SELECT k.conname AS name FROM pg_constraint k
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index i
    WHERE i.indrelid = k.conrelid AND i.indisvalid
      AND k.conkey <@ (i.indkey::int2[])[0:cardinality(k.conkey) - 1]
      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = (
        SELECT format('(%I IS NOT NULL)', attname) FROM pg_attribute
        WHERE attrelid = k.conrelid AND attnum = k.conkey[1] AND cardinality(k.conkey) = 1)))
  ORDER BY k.conname COLLATE "C"`;

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const found = async (): Promise<string[]> =>
  (await query<{ name: string }>(database.url, UNINDEXED)).map(({ name }) => name);

test('each has an index that begins with its columns, or a reason to have none', async () => {
  expect(await found()).toEqual(Object.values(unindexed).flat().sort());
});

test('what goes with its row is always found by an index', async () => {
  const cascading = await query<{ name: string }>(
    database.url,
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND confdeltype <> 'a' AND conname = ANY ($1)`,
    [(await found()).filter((name) => !unindexed[ONE_ROW]?.includes(name))],
  );
  expect(cascading).toEqual([]);
});

test.each([
  ['no index', ''],
  ['an index in which its column is not the first', 'CREATE INDEX ON planted (since, visit_id)'],
  ['an index of some rows only', `CREATE INDEX ON planted (visit_id) WHERE since > '2026-01-01'`],
])('a planted one with %s is found', async (_, index) => {
  await query(
    database.url,
    `DROP TABLE IF EXISTS planted;
     CREATE TABLE planted (visit_id uuid CONSTRAINT planted_fkey REFERENCES visit (id), since date); ${index}`,
  );
  expect(await found()).toContain('planted_fkey');
});

test('a planted one is content with an index of all rows that have a value', async () => {
  await query(
    database.url,
    `DROP TABLE IF EXISTS planted;
     CREATE TABLE planted (visit_id uuid CONSTRAINT planted_fkey REFERENCES visit (id));
     CREATE INDEX ON planted (visit_id) WHERE visit_id IS NOT NULL`,
  );
  expect(await found()).not.toContain('planted_fkey');
});
