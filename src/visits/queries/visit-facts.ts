import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { largestPartyOfVisit, nameOnVisit, receivesKind, usesSambang } from '../../units/index.js';
import { visitSelection, type VisitRow } from '../storage/visit-row.js';
import type { CountedParty } from '../domain/party-limit.js';
import { approvedBy, isToApprove } from './approved-time.js';
import { hostAnswerJoin, hostAnswerSelection, type HostAnswerFacts } from './host-answer.js';
import { jointSelection } from './joint-guests.js';

const comingWith = (whose: string): string => `(SELECT count(*)::int FROM visit_participant t
  WHERE t.visit_id = v.id AND t.side = 'guest' AND t.answer <> 'declined' AND ${whose})`;

/**
 * The party of the visit `v`: of the leading guest and of each that joined, the larger of the size that was given and the
 * number of people who did not decline.
 */
export const partyCount = `greatest(v.party_size, ${comingWith('t.brought_by IS NULL')})
  + (SELECT coalesce(sum(greatest(coalesce(x.party_size, 0), ${comingWith('t.brought_by = x.organisation')})), 0)::int
    FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')`;

/** A visit with what its two units say of it. */
export interface VisitFacts extends VisitRow, CountedParty, HostAnswerFacts {
  /** When the guest sent it; null for what was never sent, withdrawn drafts among it. Kept by the database. */
  submittedAt: Date | null;
  guestUnitName: string;
  guestRegionalOffice: string | null;
  hostUnitName: string;
  hostRegionalOffice: string | null;
  /** Type of a UPT; null for every other kind. */
  hostUnitType: string | null;
  timeZone: Zone;
  /** Whether somebody at the host has an active account, and whether its own mail address is known. */
  hostUsesSambang: boolean;
  hostHasEmail: boolean;
  /** Whether somebody at the host's regional office has one. */
  hostOfficeUsesSambang: boolean;
  /** Whether the host receives guests at all. */
  hostOpen: boolean;
  /** Whether it receives visits of this kind, if any. */
  hostReceivesKind: boolean;
  /** Regional offices that must approve before a time is accepted. */
  approvalsNeeded: string[];
  /** Those that approved the time which waits for a yes. */
  approvals: string[];
  participantEmails: string[];
  joinedGuests: string[];
  askedGuests: string[];
  joinedOffices: string[];
}

/** Mail addresses of all who take part in visit `v`: who among readers knows them. */
export const participantEmails = `ARRAY(SELECT t.email FROM visit_participant t
  WHERE t.visit_id = v.id AND t.email IS NOT NULL ORDER BY t.email) AS "participantEmails"`;

/** Of one visit it is another statement than of several, since PostgreSQL plans only that once. */
const selected = `SELECT ${visitSelection}, v.submitted_at AS "submittedAt", ${nameOnVisit('g')} AS "guestUnitName", g.regional_office AS "guestRegionalOffice",
    ${nameOnVisit('h')} AS "hostUnitName", h.regional_office AS "hostRegionalOffice", h.type AS "hostUnitType", h.time_zone AS "timeZone",
    ${usesSambang('v.host_unit')} AS "hostUsesSambang", h.email IS NOT NULL AS "hostHasEmail",
    ${usesSambang(`'kanwil-' || h.regional_office`)} AS "hostOfficeUsesSambang",
    ${hostAnswerSelection}, coalesce(p.open, false) AS "hostOpen", ${receivesKind('v.host_unit', 'v.kind')} AS "hostReceivesKind",
    CASE WHEN ${largestPartyOfVisit} IS NOT NULL THEN greatest(${largestPartyOfVisit}, v.agreed_party) END AS "largestParty",
    ${partyCount} AS "partyCount",
    ARRAY(SELECT o.code FROM regional_office o
          WHERE ${isToApprove} ORDER BY o.code) AS "approvalsNeeded",
    ARRAY(SELECT o.code FROM regional_office o WHERE o.code IN (g.regional_office, h.regional_office)
          AND ${approvedBy('o.code')} ORDER BY o.code) AS approvals,
    ${participantEmails}, ${jointSelection}
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
  LEFT JOIN hosting_policy p ON p.unit = v.host_unit
  ${hostAnswerJoin}`;

/** Visits and their units, in one statement. */
@Injectable()
export class VisitFactsQuery {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<VisitFacts | null> {
    const [facts] = await this.database.query<VisitFacts>(`${selected} WHERE v.id = $1`, [id]);
    return facts ?? null;
  }

  /** Several, by their start. */
  byIds(ids: readonly string[]): Promise<VisitFacts[]> {
    return this.database.query(`${selected} WHERE v.id = ANY ($1) ORDER BY v.starts_at, v.id`, [ids]);
  }
}
