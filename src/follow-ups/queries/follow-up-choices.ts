import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from '../../visits/index.js';

/** A unit that promised something, and its regional office. */
export interface PromisingUnit {
  code: string;
  name: string;
  regionalOffice: string;
  regionalOfficeName: string;
}

/** Units responsible for the follow-ups that somebody may see, by name. */
@Injectable()
export class FollowUpChoices {
  constructor(private readonly database: Database) {}

  execute(actor: Actor): Promise<PromisingUnit[]> {
    const where = new Conditions();
    visibleTo(actor, where);
    return this.database.query(
      `SELECT DISTINCT u.code, u.name, o.code AS "regionalOffice", o.short_name AS "regionalOfficeName"
       FROM follow_up f JOIN unit u ON u.code = f.unit JOIN regional_office o ON o.code = u.regional_office
       JOIN visit v ON v.id = f.visit_id JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY u.name, u.code`,
      where.parameters,
    );
  }
}
