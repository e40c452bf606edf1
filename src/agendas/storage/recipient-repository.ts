import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { AgendaRecipientEntity } from './agenda.entity.js';

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
  constructor(
    private readonly database: Database,
    @InjectRepository(AgendaRecipientEntity) private readonly recipients: Rows<AgendaRecipientEntity>,
  ) {}

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
    const known = participantIds.map((participantId) => ({ participantId, visitId, revision, toldAt }));
    await this.recipients.put({ key: ['participantId'], keep: ['visitId'] }, ...known);
  }
}
