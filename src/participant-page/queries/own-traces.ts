import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MailState } from '../../platform/mail/mail-states.js';

/** What is kept about a participant beside the entry itself. */
export interface OwnTraces {
  links: { createdAt: string; endedAt: string | null; calendarReadAt: string | null }[];
  mails: { sentAt: string | null; subject: string; state: MailState }[];
}

@Injectable()
export class FindOwnTraces {
  constructor(private readonly database: Database) {}

  /** Null for somebody who no longer takes part. */
  async of(participantId: string): Promise<OwnTraces | null> {
    const [row] = await this.database.query<OwnTraces>(
      `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('createdAt', l.created_at, 'endedAt', l.ended_at,
             'calendarReadAt', l.feed_used_at) ORDER BY l.created_at)
           FROM participant_link l WHERE l.participant_id = p.id), '[]') AS links,
         coalesce((SELECT jsonb_agg(jsonb_build_object('sentAt', m.sent_at, 'subject', m.subject, 'state', m.state)
             ORDER BY m.position)
           FROM mail m WHERE m.stream = p.visit_id::text AND m.recipient_email = p.email), '[]') AS mails
       FROM visit_participant p WHERE p.id = $1`,
      [participantId],
    );
    return row ?? null;
  }
}
