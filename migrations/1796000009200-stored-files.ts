import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose documents lie in the store of files, with what their row says of its size. */
const holders = ['visit_file', 'follow_up_file', 'note_file'] as const;

const OLD_SIZE = 'CHECK (size BETWEEN 1 AND 5242880 AND size = octet_length(content))';

/**
 * Documents move out of the database: a row names its object by the digest that it has. What lies in the row itself is moved
 * later, row by row; a row has one of both.
 */
export class StoredFiles1796000009200 implements MigrationInterface {
  name = 'StoredFiles1796000009200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE stored_file (
        sha256 text NOT NULL,
        size integer NOT NULL,
        place text NOT NULL,
        holders integer DEFAULT 0 NOT NULL,
        claimed_until timestamp with time zone,
        damaged_at timestamp with time zone,
        CONSTRAINT stored_file_pkey PRIMARY KEY (sha256),
        CONSTRAINT stored_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT stored_file_size_check CHECK (size > 0),
        CONSTRAINT stored_file_place_check CHECK (place IN ('folder', 's3')),
        CONSTRAINT stored_file_holders_check CHECK (holders >= 0)
      );
      CREATE INDEX stored_file_loose_idx ON stored_file (sha256) WHERE holders = 0;
      CREATE INDEX stored_file_damaged_idx ON stored_file (sha256) WHERE damaged_at IS NOT NULL;
      COMMENT ON TABLE stored_file IS 'Objects of the store of files, which several rows may hold, each by its digest.';
      COMMENT ON COLUMN stored_file.holders IS 'How many rows hold it; triggers count.';
      COMMENT ON COLUMN stored_file.claimed_until IS 'Until when it is left alone though no row holds it: somebody is about to.';
      COMMENT ON COLUMN stored_file.damaged_at IS 'Since when it is known to be missing or not as it was written.';

      CREATE FUNCTION count_file_holders() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP <> 'INSERT' AND OLD.stored IS NOT NULL THEN
            UPDATE stored_file SET holders = holders - 1 WHERE sha256 = OLD.stored;
          END IF;
          IF TG_OP <> 'DELETE' AND NEW.stored IS NOT NULL THEN
            UPDATE stored_file SET holders = holders + 1, claimed_until = NULL WHERE sha256 = NEW.stored;
          END IF;
          RETURN NULL;
        END
      $$;
    `);
    for (const table of holders) {
      await queryRunner.query(`
        ALTER TABLE ${table}
          ALTER COLUMN content DROP NOT NULL,
          ADD COLUMN stored text,
          DROP CONSTRAINT IF EXISTS ${table}_size_check,
          ADD CONSTRAINT ${table}_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file (sha256),
          ADD CONSTRAINT ${table}_size_check
            CHECK (size BETWEEN 1 AND 20971520 AND (content IS NULL OR size = octet_length(content))),
          ADD CONSTRAINT ${table}_stored_check
            CHECK (num_nonnulls(content, stored) = 1 AND (stored IS NULL OR stored = sha256));
        CREATE INDEX ${table}_stored_idx ON ${table} (stored) WHERE stored IS NOT NULL;
        CREATE INDEX ${table}_unmoved_idx ON ${table} (id) WHERE content IS NOT NULL;
        CREATE TRIGGER ${table}_holds AFTER INSERT OR UPDATE OF stored OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION count_file_holders();
        COMMENT ON COLUMN ${table}.content IS 'Of a document that was not moved to the store of files yet.';
        COMMENT ON COLUMN ${table}.stored IS 'The object that holds its bytes.';
      `);
    }
  }

  /** Fails where a document was moved: its bytes are not in the database any more. */
  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of holders) {
      const size = table === 'note_file' ? '' : `, ADD CONSTRAINT ${table}_size_check ${OLD_SIZE}`;
      await queryRunner.query(`
        DROP TRIGGER ${table}_holds ON ${table};
        DROP INDEX ${table}_unmoved_idx;
        COMMENT ON COLUMN ${table}.content IS NULL;
        ALTER TABLE ${table}
          ALTER COLUMN content SET NOT NULL,
          DROP CONSTRAINT ${table}_stored_check,
          DROP CONSTRAINT ${table}_size_check,
          DROP COLUMN stored${size};
      `);
    }
    await queryRunner.query('DROP FUNCTION count_file_holders(); DROP TABLE stored_file');
  }
}
