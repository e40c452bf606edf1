import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outside partners are written down once: each name stands for one of them, also after two were put together. */
export class PartnerNames1795980000101 implements MigrationInterface {
  name = 'PartnerNames1795980000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE partner_name (
        key text CONSTRAINT partner_name_pkey PRIMARY KEY,
        partner text NOT NULL CONSTRAINT partner_name_partner_fkey REFERENCES unit (code),
        CONSTRAINT partner_name_key_check CHECK (key <> '')
      );
      CREATE INDEX partner_name_partner_idx ON partner_name (partner);
      COMMENT ON TABLE partner_name IS 'What outside partners are called, each name of one of them.';
      COMMENT ON COLUMN partner_name.key IS 'The name without what writers differ in: case, accents, signs, abbreviations.';

      CREATE TABLE merged_organisation (
        code text CONSTRAINT merged_organisation_pkey PRIMARY KEY,
        name text NOT NULL,
        became text NOT NULL CONSTRAINT merged_organisation_became_fkey REFERENCES unit (code),
        merged_by_name text NOT NULL,
        merged_at timestamptz NOT NULL
      );
      CREATE INDEX merged_organisation_became_idx ON merged_organisation (became);
      COMMENT ON TABLE merged_organisation IS 'Outside partners that were put together with another, by which each goes on.';

      -- Only a UPT has a type; every organisation may be called otherwise one day.
      ALTER TABLE unit_name ALTER COLUMN type DROP NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM unit_name WHERE type IS NULL;
      ALTER TABLE unit_name ALTER COLUMN type SET NOT NULL;
      DROP TABLE merged_organisation, partner_name;
    `);
  }
}
