import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { visitSelection, type VisitRow } from '../storage/visit-row.js';

/** A visit with what its two units say of it. */
export interface VisitFacts extends VisitRow {
  /** When the guest sent it; null for what was never sent, withdrawn drafts among it. Kept by the database. */
  submittedAt: Date | null;
  guestUnitName: string;
  guestRegionalOffice: string;
  hostUnitName: string;
  hostRegionalOffice: string;
  hostUnitType: string;
  timeZone: string;
  /** Regional offices that must approve before the host may accept. */
  approvalsNeeded: string[];
  approvals: string[];
  participantEmails: string[];
}

/** One visit and its units, in one statement. */
@Injectable()
export class VisitFactsQuery {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<VisitFacts | null> {
    const [facts] = await this.database.query<VisitFacts>(
      `SELECT ${visitSelection}, v.submitted_at AS "submittedAt", g.name AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
         h.name AS "hostUnitName", h.regional_office AS "hostRegionalOffice", h.type AS "hostUnitType", h.time_zone AS "timeZone",
         ARRAY(SELECT o.code FROM regional_office o
               WHERE o.code IN (g.regional_office, h.regional_office)
                 AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END
               ORDER BY o.code) AS "approvalsNeeded",
         ARRAY(SELECT a.regional_office FROM visit_approval a WHERE a.visit_id = v.id
               ORDER BY a.regional_office) AS approvals,
         ARRAY(SELECT t.email FROM visit_participant t WHERE t.visit_id = v.id AND t.email IS NOT NULL
               ORDER BY t.email) AS "participantEmails"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE v.id = $1`,
      [id],
    );
    return facts ?? null;
  }
}
