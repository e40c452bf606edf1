import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { AgendaRecipientEntity } from './agenda.entity.js';

/** A mail address of participants, and the revision of the agenda known there so far; null when none is. */
export interface Recipient {
  email: string;
  /** Those behind. */
  participantIds: string[];
  /** All whose address it is. */
  names: string[];
  knownRevision: number | null;
}

/** What each participant knows of an agenda. */
@Injectable()
export class RecipientRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(AgendaRecipientEntity) private readonly recipients: Rows<AgendaRecipientEntity>,
  ) {}

  /** Addresses of participants who do not know a revision yet, in the order these were added. */
  behind(visitId: string, revision: number): Promise<Recipient[]> {
    return this.database.query(
      `SELECT p.email,
         array_agg(p.id ORDER BY p.id) FILTER (WHERE r.revision IS NULL OR r.revision < $2)
           AS "participantIds" /* never null: HAVING asks for one */,
         array_agg(p.name ORDER BY p.created_at, p.id) AS names, max(r.revision) AS "knownRevision"
       FROM visit_participant p LEFT JOIN agenda_recipient r ON r.participant_id = p.id
       WHERE p.visit_id = $1 AND p.email IS NOT NULL
       GROUP BY p.email HAVING bool_or(r.revision IS NULL OR r.revision < $2)
       ORDER BY min(p.created_at), (array_agg(p.id ORDER BY p.id))[1]`,
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
