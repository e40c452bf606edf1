import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be counted of a visit or a practice, and the products that are made, as data. */
export class Results1796000009241 implements MigrationInterface {
  name = 'Results1796000009241';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE countable_result (
        id uuid NOT NULL,
        visit_id uuid,
        note_id uuid,
        organisation text NOT NULL,
        what text NOT NULL,
        amount numeric(14,2) NOT NULL,
        measure text NOT NULL,
        measured_on date NOT NULL,
        version integer DEFAULT 1 NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamp with time zone NOT NULL,
        CONSTRAINT countable_result_pkey PRIMARY KEY (id),
        CONSTRAINT countable_result_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT countable_result_note_id_fkey FOREIGN KEY (note_id) REFERENCES note (id) ON DELETE CASCADE,
        CONSTRAINT countable_result_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT countable_result_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id),
        CONSTRAINT countable_result_of_check CHECK (num_nonnulls(visit_id, note_id) = 1),
        CONSTRAINT countable_result_amount_check CHECK (amount > 0),
        CONSTRAINT countable_result_measure_check CHECK (measure IN ('ha', 'm2', 'kg', 'ton', 'liter', 'orang', 'rupiah', 'ekor', 'unit', 'paket', 'porsi', 'kegiatan', 'persen')),
        CONSTRAINT countable_result_what_check CHECK (char_length(what) BETWEEN 1 AND 120),
        CONSTRAINT countable_result_measured_on_range_check CHECK (measured_on >= '2000-01-01' AND measured_on <= '2100-12-31')
      );
      CREATE INDEX countable_result_visit_id_idx ON countable_result (visit_id) WHERE visit_id IS NOT NULL;
      CREATE INDEX countable_result_note_id_idx ON countable_result (note_id) WHERE note_id IS NOT NULL;
      CREATE INDEX countable_result_organisation_idx ON countable_result (organisation, measured_on);
      CREATE INDEX countable_result_measured_on_idx ON countable_result (measured_on, id);
      CREATE INDEX countable_result_written_by_idx ON countable_result (written_by);
      COMMENT ON TABLE countable_result IS 'What can be counted of a visit or a practice: an amount of something, by a measure, on a date.';

      CREATE TABLE umkm_product (
        id uuid NOT NULL,
        visit_id uuid,
        note_id uuid,
        organisation text NOT NULL,
        name text NOT NULL,
        maker text DEFAULT '' NOT NULL,
        price numeric(14,2),
        sold_by text DEFAULT '' NOT NULL,
        version integer DEFAULT 1 NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamp with time zone NOT NULL,
        CONSTRAINT umkm_product_pkey PRIMARY KEY (id),
        CONSTRAINT umkm_product_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT umkm_product_note_id_fkey FOREIGN KEY (note_id) REFERENCES note (id) ON DELETE CASCADE,
        CONSTRAINT umkm_product_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT umkm_product_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id),
        CONSTRAINT umkm_product_of_check CHECK (num_nonnulls(visit_id, note_id) = 1),
        CONSTRAINT umkm_product_price_check CHECK (price > 0),
        CONSTRAINT umkm_product_name_check CHECK (char_length(name) BETWEEN 1 AND 120),
        CONSTRAINT umkm_product_maker_check CHECK (char_length(maker) <= 120),
        CONSTRAINT umkm_product_sold_by_check CHECK (char_length(sold_by) <= 40)
      );
      CREATE INDEX umkm_product_visit_id_idx ON umkm_product (visit_id) WHERE visit_id IS NOT NULL;
      CREATE INDEX umkm_product_note_id_idx ON umkm_product (note_id) WHERE note_id IS NOT NULL;
      CREATE INDEX umkm_product_organisation_idx ON umkm_product (organisation);
      CREATE INDEX umkm_product_written_by_idx ON umkm_product (written_by);
      COMMENT ON TABLE umkm_product IS 'A product of small enterprise that was shown at a visit, or that a practice makes; its makers have no names.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE umkm_product; DROP TABLE countable_result');
  }
}
