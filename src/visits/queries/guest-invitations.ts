import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import type { GuestAnswer } from '../domain/guest-answers.js';
import { wasSubmitted } from './visible-visits.js';

/** An invitation that waits for its answer, as far as its days go. */
export interface DueInvitation {
  id: string;
  visitId: string;
  organisation: string;
  askedAt: Date;
  dueOn: string;
  remindedAt: Date | null;
  /** The organisation's. */
  timeZone: Zone;
}

/** What is told of an invitation, and where who is told of it. */
export interface ToldInvitation {
  id: string;
  organisation: string;
  organisationName: string;
  regionalOffice: string | null;
  answer: GuestAnswer;
  askedAt: Date;
  answeredAt: Date | null;
  dueOn: string | null;
  message: string;
  reason: string;
  partySize: number | null;
  /** The regional office whose people asked; null where the leading guest's did. */
  askedByOffice: string | null;
}

/** An invitation on somebody's start page. */
export interface AwaitedInvitation {
  visitId: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's. */
  timeZone: Zone;
  dueOn: string;
  /** The own organisation's. */
  dueZone: Zone;
}

/** Invitations to join visits that were sent. */
@Injectable()
export class GuestInvitations {
  constructor(private readonly database: Database) {}

  /** Those that wait for an answer whose last day is not after a date, in the order of their ids. */
  waiting(until: string, { after, only, limit }: SweepRange): Promise<DueInvitation[]> {
    return this.database.query(
      `SELECT x.id, x.visit_id AS "visitId", x.organisation, x.asked_at AS "askedAt", x.due_on::text AS "dueOn",
         x.reminded_at AS "remindedAt", u.time_zone AS "timeZone"
       FROM visit_guest x JOIN unit u ON u.code = x.organisation
       WHERE x.answer = 'asked' AND x.due_on <= $1 AND ($2::uuid IS NULL OR x.id > $2) AND ($3::uuid IS NULL OR x.id = $3)
       ORDER BY x.id LIMIT $4`,
      [until, after, only, limit],
    );
  }

  /** What is told of the invitations of a visit. */
  ofVisit(visitId: string): Promise<ToldInvitation[]> {
    return this.database.query(
      `SELECT x.id, x.organisation, ${nameOnVisit('u')} AS "organisationName", u.regional_office AS "regionalOffice", x.answer,
         x.asked_at AS "askedAt", x.answered_at AS "answeredAt", x.due_on::text AS "dueOn", x.message, x.reason,
         x.party_size AS "partySize", p.regional_office AS "askedByOffice"
       FROM visit_guest x JOIN visit v ON v.id = x.visit_id JOIN unit u ON u.code = x.organisation
         JOIN unit h ON h.code = v.host_unit LEFT JOIN person p ON p.id = x.asked_by
       WHERE x.visit_id = $1 AND NOT x.is_leading AND ${wasSubmitted} ORDER BY x.asked_at, x.id`,
      [visitId],
    );
  }

  /** What the people of units are asked to answer. */
  awaitedOf(units: readonly string[]): Promise<AwaitedInvitation[]> {
    return this.database.query(
      `SELECT x.visit_id AS "visitId", v.title, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone", x.due_on::text AS "dueOn" /* never null: who is asked has a last day */,
         u.time_zone AS "dueZone"
       FROM visit_guest x JOIN unit u ON u.code = x.organisation JOIN visit v ON v.id = x.visit_id
         JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE x.organisation = ANY ($1) AND x.answer = 'asked' AND ${wasSubmitted} ORDER BY x.due_on, v.id LIMIT 100`,
      [units],
    );
  }
}
