import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReturnAddresses1764500000001 implements MigrationInterface {
  name = 'ReturnAddresses1764500000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What stands after the plus of the address that answers to one stream's mails to one person go to: a secret
      -- of that person, the same for as long as the stream lives.
      CREATE TABLE return_address (
        stream text NOT NULL,
        email text NOT NULL,
        token text NOT NULL CONSTRAINT return_address_token_key UNIQUE,
        CONSTRAINT return_address_pkey PRIMARY KEY (stream, email),
        CONSTRAINT return_address_email_check CHECK (email = lower(email)),
        CONSTRAINT return_address_token_check CHECK (token ~ '^[a-z2-7]{26}$')
      );

      -- Whether the messages about this event name the person's own return address as ORGANIZER. Calendars that were
      -- told another one before keep it, since an update by another organizer finds no event.
      ALTER TABLE calendar_invitation ADD organizer_is_personal boolean NOT NULL DEFAULT false;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE calendar_invitation DROP organizer_is_personal');
    await queryRunner.query('DROP TABLE return_address');
  }
}
