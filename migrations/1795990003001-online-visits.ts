import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How guests and host of a visit meet, the link of its meeting, and whether online visits take a place of their host. */
export class OnlineVisits1795990003001 implements MigrationInterface {
  name = 'OnlineVisits1795990003001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD mode text NOT NULL DEFAULT 'on-site',
        ADD meeting_link text,
        ADD CONSTRAINT visit_mode_check CHECK (mode IN ('on-site', 'online', 'hybrid')),
        ADD CONSTRAINT visit_meeting_link_check CHECK (
          (meeting_link ~ '^https://[^[:space:]]+$') AND (length(meeting_link) <= 1000));
      COMMENT ON COLUMN visit.mode IS
        'How guests and host meet: at the host, by video, or some by video. An online visit has no place.';
      COMMENT ON COLUMN visit.meeting_link IS
        'Address of the meeting, https only; kept, but told to nobody, while the visit is on site. Known to its units, their regional offices and its participants alone.';
      ALTER TABLE hosting_policy ADD online_takes_place boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN hosting_policy.online_takes_place IS
        'Whether a visit that is wholly online takes one of the places of capacity.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE hosting_policy DROP online_takes_place;
      ALTER TABLE visit DROP mode, DROP meeting_link;
    `);
  }
}
