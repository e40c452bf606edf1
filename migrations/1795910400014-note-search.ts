import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What notes are found by: a vector and the words of each, kept by triggers; and the synonyms. */
export class NoteSearch1795910400014 implements MigrationInterface {
  name = 'NoteSearch1795910400014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(words);
    await queryRunner.query(refresh);
    await queryRunner.query(triggers);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER program_note_search_trigger ON program;
      DROP TRIGGER unit_former_name_note_search_trigger ON unit_former_name;
      DROP TRIGGER unit_note_search_trigger ON unit;
      DROP TRIGGER note_program_note_search_trigger ON note_program;
      DROP TRIGGER note_note_search_trigger ON note;
      DROP FUNCTION program_note_search, unit_note_search, note_program_note_search, note_note_search,
        note_search_refresh, search_vector, search_stop_stems;
      DROP TABLE search_synonym, search_word, note_search;
    `);
  }
}

const tables = `
  CREATE TABLE note_search (
    note_id uuid CONSTRAINT note_search_pkey PRIMARY KEY
      CONSTRAINT note_search_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
    vector tsvector NOT NULL
  );
  CREATE INDEX note_search_vector_idx ON note_search USING gin (vector);
  COMMENT ON TABLE note_search IS 'What each note is found by; triggers keep it.';
  COMMENT ON COLUMN note_search.vector IS
    'Stems weighed by where they stand: A title; B topics, unit and programs; C what was done and came of it; D the rest.';

  CREATE TABLE search_word (
    word text CONSTRAINT search_word_pkey PRIMARY KEY
  );
  CREATE INDEX search_word_trgm_idx ON search_word USING gin (word gin_trgm_ops);
  COMMENT ON TABLE search_word IS 'Words of notes that were published, which a misspelt one may have meant; triggers keep it.';

  CREATE TABLE search_synonym (
    id text CONSTRAINT search_synonym_pkey PRIMARY KEY,
    terms text[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz,
    CONSTRAINT search_synonym_terms_check CHECK (cardinality(terms) BETWEEN 2 AND 20),
    CONSTRAINT search_synonym_version_check CHECK (version >= 1)
  );
  COMMENT ON TABLE search_synonym IS 'Words that the search takes for one another.';
  COMMENT ON COLUMN search_synonym.terms IS 'In small letters.';
  COMMENT ON COLUMN search_synonym.removed_at IS
    'A removed one stays, so that loading the reference data does not bring it back.';
`;

const stopStems = [
  'ada adalah agar akan antara apa apabila atas atau bagaimana bagi bagai bahwa belum berapa bila bisa boleh bukan cara',
  'dalam dan dapat dari daripada dengan demi di diri guna hal hanya harus hingga ia ialah ini itu jadi jika juga kami',
  'kamu karena ke mudi pada tika kita lagi lalu lebih maka masih reka namun oleh para per pernah saat saja sambil',
  'sampa sangat satu saya sebab sebaga sebelum sebuah sedang sehingga sejak selain selama seluruh semua seorang sepert',
  'serta sesua sesudah sete setiap siapa sudah suatu supaya tanpa tapi telah tentang sebut tetap tiap tidak untuk yaitu',
  'yakni yang',
]
  .join(' ')
  .split(' ');

/** What a text is indexed by. A slash or a dot between words would make one word of them (a path, a host). */
const words = `
  CREATE FUNCTION search_stop_stems() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN '{${stopStems.join(',')}}'::text[];

  CREATE FUNCTION search_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ts_delete(
      to_tsvector('pg_catalog.indonesian'::regconfig, regexp_replace(words, '[^[:alnum:]]+', ' ', 'g')),
      search_stop_stems()
    );
`;

const refresh = `
  CREATE FUNCTION note_search_refresh(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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
  END $$;
`;

const triggers = `
  CREATE FUNCTION note_note_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_search_refresh(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_note_search_trigger AFTER INSERT OR UPDATE ON note
    FOR EACH ROW EXECUTE FUNCTION note_note_search();

  CREATE FUNCTION note_program_note_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_search_refresh(ARRAY[coalesce(NEW.note_id, OLD.note_id)]);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_program_note_search_trigger AFTER INSERT OR DELETE ON note_program
    FOR EACH ROW EXECUTE FUNCTION note_program_note_search();

  CREATE FUNCTION unit_note_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_search_refresh(ARRAY(SELECT id FROM note WHERE unit = to_jsonb(NEW) ->> TG_ARGV[0]));
    RETURN NULL;
  END $$;
  CREATE TRIGGER unit_note_search_trigger AFTER UPDATE OF name, place, aliases, regional_office ON unit
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION unit_note_search('code');
  CREATE TRIGGER unit_former_name_note_search_trigger AFTER INSERT ON unit_former_name
    FOR EACH ROW EXECUTE FUNCTION unit_note_search('unit');

  CREATE FUNCTION program_note_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_search_refresh(ARRAY(SELECT note_id FROM note_program WHERE program = NEW.code));
    RETURN NULL;
  END $$;
  CREATE TRIGGER program_note_search_trigger AFTER UPDATE OF title ON program
    FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION program_note_search();
`;
