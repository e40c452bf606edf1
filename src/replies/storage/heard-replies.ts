import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The stamp of each participant's last answer by mail. */
@Injectable()
export class HeardReplies {
  constructor(private readonly database: Database) {}

  async note(participantId: string, stampedAt: Date | null): Promise<void> {
    if (stampedAt === null) return;
    await this.database.query(
      `INSERT INTO calendar_reply (participant_id, stamped_at) VALUES ($1, $2)
       ON CONFLICT (participant_id) DO UPDATE SET stamped_at = excluded.stamped_at`,
      [participantId, stampedAt],
    );
  }
}
