import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A participant with a mail address, and the revision of the agenda known so far; null when none is. */
export interface Recipient {
  participantId: string;
  name: string;
  email: string;
  knownRevision: number | null;
}

/** What each participant knows of an agenda. */
@Injectable()
export class RecipientRepository {
  constructor(private readonly database: Database) {}

  /** Participants who do not know a revision yet, in the order they were added. */
  behind(visitId: string, revision: number): Promise<Recipient[]> {
    return this.database.query(
      `SELECT p.id AS "participantId", p.name, p.email, r.revision AS "knownRevision"
       FROM visit_participant p LEFT JOIN agenda_recipient r ON r.participant_id = p.id
       WHERE p.visit_id = $1 AND p.email IS NOT NULL AND (r.revision IS NULL OR r.revision < $2)
       ORDER BY p.created_at, p.id`,
      [visitId, revision],
    );
  }

  /** Notes that participants know a revision now. */
  async know(
    participantIds: readonly string[],
    visitId: string,
    revision: number,
    toldAt: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO agenda_recipient (participant_id, visit_id, revision, told_at)
       SELECT unnest($1::uuid[]), $2, $3, $4
       ON CONFLICT (participant_id) DO UPDATE SET revision = excluded.revision, told_at = excluded.told_at`,
      [participantIds, visitId, revision, toldAt],
    );
  }
}
