import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Beside the stems of its texts a note is found by marks, so that the index alone tells which of very many notes with a
 * word are the likeliest: the stems of its title once more (`^lele`), its year (`#y2026`), office (`#ojawa-tengah`), type
 * of unit (`#tlapas`) and programs (`#p…`), and whether several units use it (`#used`). No stem has such a sign. What
 * ranks it stands beside them, so that the note itself is not read.
 */
export class NoteSearchMarks1796000008101 implements MigrationInterface {
  name = 'NoteSearchMarks1796000008101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE note_search ADD COLUMN is_open boolean, ADD COLUMN fresh_at timestamptz, ADD COLUMN uses integer;
      ALTER TABLE note_search ALTER COLUMN vector SET STORAGE MAIN;
      COMMENT ON COLUMN note_search.vector IS
        'Stems weighed by where they stand: A title; B topics, unit and programs; C what was done and came of it; D the rest. Marks without a place: ^ stems of the title, #y year, #o office, #t type of unit, #p programs, #used by several units.';
      COMMENT ON COLUMN note_search.is_open IS 'Whether it is published to everybody.';
      COMMENT ON COLUMN note_search.fresh_at IS 'When it was published; of a draft, when it was changed.';
      COMMENT ON COLUMN note_search.uses IS 'How many units use it.';
    `);
    await queryRunner.query(marks);
    await queryRunner.query(replaced('note_search_refresh(uuid[])', changes));
    await queryRunner.query(`
      CREATE FUNCTION note_use_note_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM note_search_refresh(ARRAY[coalesce(NEW.note_id, OLD.note_id)]);
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_use_note_search_trigger AFTER INSERT OR DELETE ON note_use
        FOR EACH ROW EXECUTE FUNCTION note_use_note_search();
      DROP TRIGGER unit_note_search_trigger ON unit;
      CREATE TRIGGER unit_note_search_trigger
        AFTER UPDATE OF name, place, aliases, regional_office, type, time_zone ON unit
        FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION unit_note_search('code');

      UPDATE note_search s SET vector = s.vector || note_marks(n.id, n.title, n.unit, ${FRESH_AT}),
        is_open = ${IS_OPEN}, fresh_at = ${FRESH_AT}, uses = note_uses(n.id)
      FROM note n WHERE n.id = s.note_id;
      ALTER TABLE note_search ALTER COLUMN is_open SET NOT NULL, ALTER COLUMN fresh_at SET NOT NULL,
        ALTER COLUMN uses SET NOT NULL;
      CREATE INDEX note_search_used_idx ON note_search (uses, fresh_at);
      CREATE INDEX note_published_idx ON note (published_at) WHERE state = 'published';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const undone = changes.map(([from, to]) => [to, from] as const);
    await queryRunner.query(replaced('note_search_refresh(uuid[])', undone));
    await queryRunner.query(`
      DROP TRIGGER note_use_note_search_trigger ON note_use;
      DROP FUNCTION note_use_note_search;
      DROP TRIGGER unit_note_search_trigger ON unit;
      CREATE TRIGGER unit_note_search_trigger AFTER UPDATE OF name, place, aliases, regional_office ON unit
        FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION unit_note_search('code');
      DROP FUNCTION note_marks, note_uses;
      DROP INDEX note_published_idx;
      ALTER TABLE note_search DROP COLUMN is_open, DROP COLUMN fresh_at, DROP COLUMN uses;
      ALTER TABLE note_search ALTER COLUMN vector SET STORAGE EXTENDED;
      COMMENT ON COLUMN note_search.vector IS
        'Stems weighed by where they stand: A title; B topics, unit and programs; C what was done and came of it; D the rest.';
      UPDATE note_search SET vector = ts_delete(vector,
        ARRAY(SELECT stem FROM unnest(tsvector_to_array(vector)) AS t (stem) WHERE stem ~ '^[#^]'));
    `);
  }
}

const SEVERAL = 3;
const IS_OPEN = "n.state = 'published' AND n.visibility = 'nation'";
const FRESH_AT = 'coalesce(n.published_at, n.changed_at)';

const marks = `
  CREATE FUNCTION note_uses(note uuid) RETURNS integer LANGUAGE sql STABLE
  RETURN (SELECT count(*)::int FROM note_use x WHERE x.note_id = note);

  CREATE FUNCTION note_marks(note uuid, title text, writer text, fresh_at timestamptz) RETURNS tsvector LANGUAGE sql STABLE
  RETURN array_to_tsvector(ARRAY(
    SELECT '^' || t.stem FROM unnest(tsvector_to_array(search_vector(title))) AS t (stem)
    UNION ALL
    SELECT m.mark FROM unit u CROSS JOIN LATERAL unnest(ARRAY[
      '#y' || extract(year FROM fresh_at AT TIME ZONE u.time_zone),
      '#o' || u.regional_office, '#t' || u.type]) AS m (mark)
    WHERE u.code = writer AND m.mark IS NOT NULL
    UNION ALL
    SELECT '#p' || p.program FROM note_program p WHERE p.note_id = note
    UNION ALL
    SELECT '#used' WHERE note_uses(note) >= ${SEVERAL}));`;

const END = "n.pitfalls, n.contact)), 'D')";

/** What becomes of the function that gathers what notes are found by. */
const changes = [
  [
    'INSERT INTO note_search (note_id, vector)',
    'INSERT INTO note_search (note_id, is_open, fresh_at, uses, vector)',
  ],
  ['SELECT n.id,\n', `SELECT n.id, ${IS_OPEN}, ${FRESH_AT}, note_uses(n.id),\n`],
  [END, `${END} || note_marks(n.id, n.title, n.unit, ${FRESH_AT})`],
  [
    'DO UPDATE SET vector = excluded.vector',
    `DO UPDATE SET vector = excluded.vector,
      is_open = excluded.is_open, fresh_at = excluded.fresh_at, uses = excluded.uses`,
  ],
] as const;

/** A function with other words in its text. */
const replaced = (name: string, words: readonly (readonly [string, string])[]): string => {
  const text = words.reduce(
    (sql, [from, to]) => `replace(${sql}, $from$${from}$from$, $to$${to}$to$)`,
    `pg_get_functiondef('${name}'::regprocedure)`,
  );
  return `DO $do$ BEGIN EXECUTE ${text}; END $do$`;
};
