import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import type { OtherWay } from '../domain/answer-ways.js';
import { hostAnswerJoin } from './host-answer.js';
import { joinedNames, jointSelection } from './joint-guests.js';
import { participantEmails } from './visit-facts.js';
import { visitSelection, type VisitRow } from '../storage/visit-row.js';

/** A visit with what a line of an export tells, and what decides who may know its contact. */
export interface VisitToExport extends VisitRow {
  submittedAt: Date | null;
  guestUnitName: string;
  guestRegionalOffice: string | null;
  hostUnitName: string;
  hostRegionalOffice: string | null;
  /** The host's zone. */
  timeZone: Zone;
  participantEmails: string[];
  joinedGuests: string[];
  askedGuests: string[];
  joinedOffices: string[];
  /** Names of the guests that joined the leading one. */
  joinedNames: string[];
  /** How the host's last answer came, and who gave or wrote it down; null while there is none. */
  answerAction: string | null;
  answerCameBy: OtherWay | null;
  answerName: string | null;
}

/** Visits by their ids, in that order, with all they say; whoever asks has made sure that they may be read. */
@Injectable()
export class VisitsToExport {
  constructor(private readonly database: Database) {}

  execute(ids: readonly string[]): Promise<VisitToExport[]> {
    return this.database.query<VisitToExport>(
      `SELECT ${visitSelection}, v.submitted_at AS "submittedAt", ${nameOnVisit('g')} AS "guestUnitName",
         g.regional_office AS "guestRegionalOffice", ${nameOnVisit('h')} AS "hostUnitName",
         h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone",
         ${participantEmails}, ${jointSelection}, ${joinedNames} AS "joinedNames",
         ha.action AS "answerAction", ha.came_by AS "answerCameBy", ha.actor_name AS "answerName"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       ${hostAnswerJoin}
       WHERE v.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], v.id)`,
      [ids],
    );
  }
}
