import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** A participant who is in another confirmed visit at the same time. */
export interface OverlappingPerson {
  participantId: string;
  name: string;
  otherVisitId: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Participants of a visit whom another confirmed visit takes at the same time, by their mail address. Until the visit is
 * agreed, only what the side that named them may know: visits of the own unit, and of its own officers.
 */
@Injectable()
export class OverlappingPeople {
  constructor(private readonly database: Database) {}

  execute(
    visitId: string,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  ): Promise<OverlappingPerson[]> {
    return this.database.query(
      `SELECT p.id AS "participantId", p.name, o.id AS "otherVisitId", o.starts_at AS "startsAt", o.ends_at AS "endsAt"
       FROM visit_participant p
       JOIN visit v ON v.id = p.visit_id
       JOIN visit_participant q ON q.email = p.email AND q.visit_id <> p.visit_id AND q.answer <> 'declined'
       JOIN visit o ON o.id = q.visit_id AND o.state = ANY ($4)
         AND o.starts_at < $3 AND o.ends_at > $2
       WHERE p.visit_id = $1 AND p.answer <> 'declined'
         AND (v.state = ANY ($4)
           OR v.guest_unit IN (o.guest_unit, o.host_unit)
           OR (v.submitted_at IS NOT NULL AND v.host_unit IN (o.guest_unit, o.host_unit))
           OR EXISTS (SELECT FROM person a WHERE a.email = p.email AND a.unit = v.guest_unit))
       ORDER BY o.starts_at, p.name, p.id`,
      [visitId, startsAt, endsAt, statesWith('takesPeople')],
    );
  }
}
