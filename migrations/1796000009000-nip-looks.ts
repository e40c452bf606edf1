import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had the NIP of somebody in a visit shown whole, and when. */
export class NipLooks1796000009000 implements MigrationInterface {
  name = 'NipLooks1796000009000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE nip_look (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        participant_id uuid,
        whose text NOT NULL,
        looked_by uuid NOT NULL,
        looked_at timestamp with time zone NOT NULL,
        CONSTRAINT nip_look_pkey PRIMARY KEY (id),
        CONSTRAINT nip_look_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT nip_look_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant (id) ON DELETE SET NULL,
        CONSTRAINT nip_look_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES person (id)
      );
      CREATE INDEX nip_look_looked_at_idx ON nip_look (looked_at, id);
      CREATE INDEX nip_look_visit_idx ON nip_look (visit_id);
      CREATE INDEX nip_look_participant_idx ON nip_look (participant_id) WHERE participant_id IS NOT NULL;
      CREATE INDEX nip_look_looked_by_idx ON nip_look (looked_by);
      COMMENT ON TABLE nip_look IS 'Each time that a NIP was shown whole: to whom, whose, in which visit.';
      COMMENT ON COLUMN nip_look.whose IS 'The name under which it was shown; it goes when the person is erased.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE nip_look');
  }
}
