import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What a mail says beside the visit itself. */
export interface InvitationSurroundings {
  /** Why the visit is off, as the history has it; empty otherwise. */
  reason: string;
  /** The host's rules for guests, those that say something. */
  hostRules: string[];
}

@Injectable()
export class InvitationContext {
  constructor(private readonly database: Database) {}

  async ofVisit(visitId: string): Promise<InvitationSurroundings> {
    const [row] = await this.database.query<InvitationSurroundings>(
      `SELECT coalesce((
           SELECT h.reason FROM visit_history h
           WHERE h.visit_id = v.id AND h.action IN ('cancel', 'not-held') ORDER BY h.version DESC LIMIT 1), '') AS reason,
         array_remove(ARRAY[p.identity_rule, p.phone_rule, p.camera_rule], '') AS "hostRules"
       FROM visit v JOIN hosting_policy p ON p.unit = v.host_unit WHERE v.id = $1`,
      [visitId],
    );
    return row ?? { reason: '', hostRules: [] };
  }
}
