import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens end by themselves; those of before within 90 days, and a year after they were made at the latest. */
export class TokenExpiry1764700000004 implements MigrationInterface {
  name = 'TokenExpiry1764700000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE api_token ADD expires_at timestamptz;
      UPDATE api_token SET expires_at = least(created_at + interval '8760 hours', now() + interval '2160 hours');
      ALTER TABLE api_token ALTER expires_at SET NOT NULL,
        ADD CONSTRAINT api_token_expiry_check
          CHECK (expires_at > created_at AND expires_at <= created_at + interval '8760 hours');

      -- What was suspended before this is not revived by a pardon.
      UPDATE api_token t SET revoked_at = p.suspended_at FROM person p
        WHERE p.id = t.person_id AND p.suspended_at IS NOT NULL AND t.revoked_at IS NULL;
      DELETE FROM feed f USING person p WHERE p.id = f.person_id AND p.suspended_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE api_token DROP COLUMN expires_at');
  }
}
