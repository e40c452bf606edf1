import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionInvitations1763900000018 implements MigrationInterface {
  name = 'SessionInvitations1763900000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The UID: the visit's id, or that of a session somebody comes for alone.
      ALTER TABLE calendar_invitation ADD event_id uuid;
      UPDATE calendar_invitation SET event_id = visit_id;
      ALTER TABLE calendar_invitation
        ALTER event_id SET NOT NULL,
        DROP CONSTRAINT calendar_invitation_pkey,
        ADD CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email, event_id);
      CREATE INDEX calendar_invitation_event_idx ON calendar_invitation (event_id);

      -- Minutes before an event at which a person's calendar reminds, each an alarm.
      CREATE TABLE calendar_setting (
        person_id uuid CONSTRAINT calendar_setting_pkey PRIMARY KEY
          CONSTRAINT calendar_setting_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        alarm_minutes integer[] NOT NULL,
        CONSTRAINT calendar_setting_alarms_check CHECK (
          cardinality(alarm_minutes) <= 3 AND 0 <= ALL (alarm_minutes) AND 40320 >= ALL (alarm_minutes)
        )
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE calendar_setting;
      DELETE FROM calendar_invitation WHERE event_id <> visit_id;
      ALTER TABLE calendar_invitation DROP CONSTRAINT calendar_invitation_pkey, DROP event_id,
        ADD CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email);
    `);
  }
}
