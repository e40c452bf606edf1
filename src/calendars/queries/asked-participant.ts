import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../../visits/index.js';

/** A participant who answers by a link, and the visit as that person may see it. */
export interface AskedParticipant {
  participantId: string;
  name: string;
  answer: string;
  visitId: string;
  state: VisitState;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
}

@Injectable()
export class FindAskedParticipant {
  constructor(private readonly database: Database) {}

  async byTokenHash(tokenHash: string): Promise<AskedParticipant | null> {
    const [row] = await this.database.query<AskedParticipant>(
      `SELECT p.id AS "participantId", p.name, p.answer, v.id AS "visitId", v.state, v.title,
         g.name AS "guestUnitName", h.name AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
         h.time_zone AS "timeZone", v.place
       FROM answer_link l JOIN visit_participant p ON p.id = l.participant_id JOIN visit v ON v.id = p.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE l.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }
}
