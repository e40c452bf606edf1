import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each link to a participant's page has a feed of the visit beside it, whose address says nothing of the page's. */
export class ParticipantFeeds1795990001002 implements MigrationInterface {
  name = 'ParticipantFeeds1795990001002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE participant_link
        ADD feed_hash text CONSTRAINT participant_link_feed_hash_key UNIQUE,
        ADD feed_digest text,
        ADD feed_changed_at timestamptz,
        ADD feed_used_at timestamptz;
      COMMENT ON COLUMN participant_link.feed_hash IS
        'SHA-256 of the secret of the feed''s address, in hex; null while a link of older mails has no feed.';
      COMMENT ON COLUMN participant_link.feed_digest IS 'Of what the feed held when it was read last.';
      COMMENT ON COLUMN participant_link.feed_changed_at IS 'Since when the feed has held that, in whole seconds.';
      COMMENT ON COLUMN participant_link.feed_used_at IS 'When a program read the feed last, to the hour.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE participant_link DROP feed_hash, DROP feed_digest, DROP feed_changed_at, DROP feed_used_at;
    `);
  }
}
