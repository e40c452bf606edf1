import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can answer at a unit, how a host's answer came, and the links by which it comes. */
export class AnswerWays1795980000301 implements MigrationInterface {
  name = 'AnswerWays1795980000301';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW staffed_unit AS
        SELECT p.unit FROM person p
        WHERE p.unit IS NOT NULL AND p.suspended_at IS NULL AND p.password_hash IS NOT NULL
        UNION ALL SELECT 'kanwil-' || p.regional_office FROM person p
        WHERE p.regional_office IS NOT NULL AND p.suspended_at IS NULL AND p.password_hash IS NOT NULL;
      COMMENT ON VIEW staffed_unit IS
        'Organisations that use Sambang: somebody there has an active account, so that a request is seen and answered.';
      ALTER TABLE visit_history ADD came_by text;
      COMMENT ON COLUMN visit_history.came_by IS
        'How an answer of the host came, where its own people did not give it by an account.';
      ALTER TABLE visit_history ADD CONSTRAINT visit_history_came_by_check
        CHECK (came_by IN ('link', 'regional', 'letter', 'telephone'));
      CREATE TABLE host_answer_link (
        token_hash text NOT NULL,
        visit_id uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT host_answer_link_pkey PRIMARY KEY (token_hash),
        CONSTRAINT host_answer_link_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE
      );
      CREATE INDEX host_answer_link_visit_id_idx ON host_answer_link (visit_id);
      COMMENT ON TABLE host_answer_link IS 'Links by which the head of a host without accounts answers; only a hash of the secret.';
      COMMENT ON COLUMN host_answer_link.asked_at IS
        'When that was asked which it answers, a request or a proposal; another question has a link of its own.';
      CREATE TABLE host_answer (
        visit_id uuid NOT NULL,
        version integer NOT NULL,
        office text NOT NULL,
        phone text,
        CONSTRAINT host_answer_pkey PRIMARY KEY (visit_id, version),
        CONSTRAINT host_answer_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE
      );
      COMMENT ON TABLE host_answer IS 'What is known of an answer that came without an account, beside its line of history.';
      ALTER TABLE mail DROP CONSTRAINT mail_cause_check;
      ALTER TABLE mail ADD CONSTRAINT mail_cause_check CHECK (cause IN ('participation', 'open-question'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE mail SET cause = NULL WHERE cause = 'open-question';
      ALTER TABLE mail DROP CONSTRAINT mail_cause_check;
      ALTER TABLE mail ADD CONSTRAINT mail_cause_check CHECK (cause IN ('participation'));
      DROP TABLE host_answer;
      DROP TABLE host_answer_link;
      ALTER TABLE visit_history DROP came_by;
      DROP VIEW staffed_unit;
    `);
  }
}
