import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { MailboxPositionEntity } from './mailbox-position.entity.js';

/** How far each mailbox was read. */
@Injectable()
export class MailboxPositionRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(MailboxPositionEntity) private readonly positions: Rows<MailboxPositionEntity>,
  ) {}

  /** @returns the last UID that was read; 0 for a mailbox never read, or made anew since (another UIDVALIDITY) */
  async lastUid(mailbox: string, uidValidity: bigint): Promise<number> {
    const read = await this.positions.findOne(['lastUid'], { mailbox, uidValidity: uidValidity.toString() });
    return Number(read?.lastUid ?? 0);
  }

  /** Never goes back, so that of two readers the slower one does no harm. */
  async advance(mailbox: string, uidValidity: bigint, uid: number): Promise<void> {
    await this.database.query(
      `INSERT INTO mailbox_position AS known (mailbox, uid_validity, last_uid) VALUES ($1, $2, $3)
       ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
       WHERE known.uid_validity <> excluded.uid_validity OR known.last_uid < excluded.last_uid`,
      [mailbox, uidValidity.toString(), uid],
    );
  }

  /** Notes that all that was there has been read. */
  async looked(mailbox: string, uidValidity: bigint, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO mailbox_position AS known (mailbox, uid_validity, last_uid, looked_at) VALUES ($1, $2, 0, $3)
       ON CONFLICT (mailbox) DO UPDATE SET looked_at = excluded.looked_at`,
      [mailbox, uidValidity.toString(), now],
    );
  }

  /** How far a mailbox was read and when it was last looked through; null for one never looked at. */
  lastLook(mailbox: string): Promise<Pick<MailboxPositionEntity, 'lastUid' | 'lookedAt'> | null> {
    return this.positions.findOne(['lastUid', 'lookedAt'], { mailbox });
  }
}
