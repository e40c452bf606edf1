import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A regional office approves a time, and each time of its own; the earlier approvals were of the visit's. */
export class ApprovedTimes1795950000101 implements MigrationInterface {
  name = 'ApprovedTimes1795950000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_approval ADD during tstzrange;
      UPDATE visit_approval a SET during = tstzrange(v.starts_at, v.ends_at) FROM visit v WHERE v.id = a.visit_id;
      ALTER TABLE visit_approval ALTER during SET NOT NULL,
        ADD CONSTRAINT visit_approval_during_check CHECK (NOT isempty(during) AND lower_inc(during)
          AND NOT upper_inc(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
        DROP CONSTRAINT visit_approval_pkey,
        ADD CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office, during);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM visit_approval a USING visit_approval later
        WHERE later.visit_id = a.visit_id AND later.regional_office = a.regional_office
          AND (later.approved_at, later.during) > (a.approved_at, a.during);
      ALTER TABLE visit_approval DROP CONSTRAINT visit_approval_pkey,
        ADD CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office),
        DROP COLUMN during;
    `);
  }
}
