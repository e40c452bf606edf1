import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Word templates of offices for their letters, version by version; a letter that was sent remembers its own. */
export class LetterTemplates1796000009300 implements MigrationInterface {
  name = 'LetterTemplates1796000009300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter_template (
        id uuid NOT NULL,
        organisation text NOT NULL,
        kind text NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        size integer NOT NULL,
        content bytea NOT NULL,
        note text DEFAULT '' NOT NULL,
        is_current boolean DEFAULT false NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamp with time zone NOT NULL,
        CONSTRAINT letter_template_pkey PRIMARY KEY (id),
        CONSTRAINT letter_template_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT letter_template_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person (id),
        CONSTRAINT letter_template_number_key UNIQUE (organisation, kind, number),
        CONSTRAINT letter_template_number_check CHECK (number >= 1),
        CONSTRAINT letter_template_size_check CHECK (size BETWEEN 1 AND 5242880 AND (size = octet_length(content)))
      );
      CREATE UNIQUE INDEX letter_template_current_idx ON letter_template (organisation, kind) WHERE is_current;
      CREATE INDEX letter_template_uploaded_by_idx ON letter_template (uploaded_by);
      COMMENT ON TABLE letter_template IS 'Word templates of an office for its letters, each upload a version.';
      COMMENT ON COLUMN letter_template.is_current IS 'Whether letters are written with it now; at most one an office and kind.';

      ALTER TABLE letter ADD COLUMN template uuid;
      ALTER TABLE letter ADD CONSTRAINT letter_template_fkey FOREIGN KEY (template) REFERENCES letter_template (id);
      ALTER TABLE letter ADD CONSTRAINT letter_template_sent_check CHECK (template IS NULL OR sent_at IS NOT NULL);
      CREATE INDEX letter_template_idx ON letter (template) WHERE template IS NOT NULL;
      COMMENT ON COLUMN letter.template IS 'The template that was current when it was sent; null for none, and before.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE letter DROP COLUMN template; DROP TABLE letter_template');
  }
}
