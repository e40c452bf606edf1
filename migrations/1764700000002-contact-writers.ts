import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose people wrote a participant's address and telephone down, so that they may go on seeing them. */
export class ContactWriters1764700000002 implements MigrationInterface {
  name = 'ContactWriters1764700000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Null: nobody of the visit did; they came from the person's own account.
      ALTER TABLE visit_participant ADD contact_written_by text
        CONSTRAINT visit_participant_contact_written_by_fkey REFERENCES unit (code);
      UPDATE visit_participant p
      SET contact_written_by = CASE p.side WHEN 'host' THEN v.host_unit ELSE v.guest_unit END
      FROM visit v
      WHERE v.id = p.visit_id AND NOT EXISTS (SELECT FROM person a
        WHERE a.email = p.email
          AND a.unit IS DISTINCT FROM CASE p.side WHEN 'host' THEN v.host_unit ELSE v.guest_unit END);
      CREATE INDEX visit_participant_contact_written_by_idx ON visit_participant (contact_written_by)
        WHERE contact_written_by IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE visit_participant DROP COLUMN contact_written_by');
  }
}
