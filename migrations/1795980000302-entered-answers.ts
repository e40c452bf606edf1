import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The guest enters an answer of the host that came by letter or telephone; the host may object to it. */
export class EnteredAnswers1795980000302 implements MigrationInterface {
  name = 'EnteredAnswers1795980000302';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit ADD answer_entered_at timestamptz;
      COMMENT ON COLUMN visit.answer_entered_at IS
        'When the guest entered an answer of the host that came by letter or telephone; null once the host itself answered.';
      ${constraints(
        `((recorded_by IS NOT NULL) AND (disputed_by IN ('guest', 'host')) AND (disputed_by <> recorded_by))
          OR ((recorded_by IS NULL) AND (answer_entered_at IS NOT NULL) AND (disputed_by = 'host'))`,
        `(recorded_by IS NOT NULL) OR (answer_entered_at IS NOT NULL) OR (reviewed_by = '{}')`,
      )}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE visit SET disputed_by = NULL, disputed_at = NULL, reviewed_by = '{}'
        WHERE recorded_by IS NULL AND answer_entered_at IS NOT NULL;
      ${constraints(
        `(recorded_by IS NOT NULL) AND (disputed_by IN ('guest', 'host')) AND (disputed_by <> recorded_by)`,
        `(recorded_by IS NOT NULL) OR (reviewed_by = '{}')`,
      )}
      ALTER TABLE visit DROP answer_entered_at;
    `);
  }
}

const constraints = (disputed: string, reviewed: string): string => `
  ALTER TABLE visit DROP CONSTRAINT visit_disputed_check;
  ALTER TABLE visit ADD CONSTRAINT visit_disputed_check CHECK (
    ((disputed_by IS NULL) = (disputed_at IS NULL)) AND ((disputed_by IS NULL) OR (${disputed})));
  ALTER TABLE visit DROP CONSTRAINT visit_reviewed_check;
  ALTER TABLE visit ADD CONSTRAINT visit_reviewed_check CHECK (
    (reviewed_by <@ ARRAY['guest', 'host']) AND (${reviewed}));`;
