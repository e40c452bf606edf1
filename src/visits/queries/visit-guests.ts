import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import type { GuestAnswer } from '../domain/guest-answers.js';

/** An organisation among the guests of a visit, or asked to be one. */
export interface VisitGuest {
  organisation: string;
  name: string;
  leading: boolean;
  answer: GuestAnswer;
  /** Last day on which it can answer; null where nobody was asked. */
  dueOn: string | null;
  /** By whose calendar that day ends. */
  timeZone: Zone;
  /** Name of whoever asked; null for the leading guest. */
  askedByName: string | null;
  askedAt: Date;
  answeredAt: Date | null;
  message: string;
  /** What was written with the last answer. */
  reason: string;
  /** Size of its part of the party, as it was given; null for the leading guest's. */
  partySize: number | null;
  /** People in its part of the party who did not decline. */
  people: number;
}

/** Every guest of a visit, in one statement: the leading one first, then in the order in which they were asked. */
@Injectable()
export class VisitGuests {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<VisitGuest[]> {
    return this.database.query(
      `SELECT x.organisation, ${nameOnVisit('u')} AS name, x.is_leading AS "leading", x.answer, x.due_on::text AS "dueOn", u.time_zone AS "timeZone",
         p.name AS "askedByName", x.asked_at AS "askedAt", x.answered_at AS "answeredAt", x.message, x.reason,
         x.party_size AS "partySize",
         (SELECT count(*)::int FROM visit_participant t WHERE t.visit_id = x.visit_id AND t.side = 'guest'
           AND t.answer <> 'declined' AND CASE WHEN x.is_leading THEN t.brought_by IS NULL
             ELSE t.brought_by = x.organisation END) AS people
       FROM visit_guest x JOIN unit u ON u.code = x.organisation JOIN visit v ON v.id = x.visit_id
         JOIN unit h ON h.code = v.host_unit LEFT JOIN person p ON p.id = x.asked_by
       WHERE x.visit_id = $1 ORDER BY x.is_leading DESC, x.asked_at, x.organisation`,
      [visitId],
    );
  }
}
