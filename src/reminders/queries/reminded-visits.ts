import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  contactText,
  invitationLeft,
  sharersOf,
  statesWith,
  type ParticipantAnswer,
  type StateTrait,
  type Whereabouts,
} from '../../visits/index.js';
import { nameOnVisit, streetAddress } from '../../units/index.js';
import { usualSetting, type ReminderSetting } from '../domain/participant-reminder.js';
import type { RemindedVisit } from '../domain/reminder-mail.js';
import { timesToTell, waitingSince } from './pending-visit.js';

/** A visit that somebody may have to be reminded of. */
export type VisitToRemind = Omit<RemindedVisit, 'pageUrl' | 'isOpenPage' | 'pages'> &
  Pick<Whereabouts, 'mode' | 'meetingLink'> & {
    id: string;
    guestUnit: string;
    hostUnit: string;
  };

/** Somebody who takes part in a confirmed visit that is near, and has not declined. */
export interface UpcomingParticipant extends VisitToRemind {
  participantId: string;
  /** Of all who share the address and have not declined. */
  names: string[];
  email: string;
  answer: ParticipantAnswer;
  /** When the first invitation left for the address; null while none has. */
  invitedAt: Date | null;
  /** The own unit's zone, or that of the side somebody without an account is on. */
  zone: Zone;
  setting: ReminderSetting;
  knownSince: Date;
}

/** A request or a proposal nobody has answered; its times are those proposed last. */
export interface UnansweredVisit extends VisitToRemind {
  /** Whose turn it is: of what a regional office arranged, both units', else one's. */
  waiting: { unit: string; zone: Zone }[];
  waitingSince: Date;
}

/** A confirmed visit that lacks something: an agenda, or the link of its meeting. */
export interface LackingVisit extends VisitToRemind {
  guestTimeZone: Zone;
  confirmedAt: Date;
}

const names = `v.id, v.reference, v.title, v.guest_unit AS "guestUnit", v.host_unit AS "hostUnit",
  ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", h.time_zone AS "timeZone",
  concat_ws(', ', nullif(v.place, ''), ${nameOnVisit('h')}, ${streetAddress('h')}) AS place, v.mode,
  v.meeting_link AS "meetingLink",
  ${contactText} AS contact`;

/** $2 to $4: a page of a sweep by the id of a visit. */
const page = `($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3)`;

const units = 'JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit';

/**
 * The visits in some states, a place of the statement, that begin within some days. OFFSET has them found by their time;
 * without, all that there ever were may be gone through in the order of ids.
 */
const near = (states: string, days: number): string => `FROM (SELECT * FROM visit x
    WHERE x.state = ANY (${states}) AND x.starts_at > $1 AND x.starts_at < $1::timestamptz + interval '${days} days' OFFSET 0) v
  ${units}`;

/** When the visit was confirmed, at the time it has now or at an earlier one; `standing` is the place of the states. */
const confirmedAt = (standing: string): string => `(SELECT max(x.at) FROM visit_history x
    WHERE x.visit_id = v.id AND x.to_state = ANY (${standing}) AND (x.from_state = ANY (${standing})) IS NOT TRUE)`;

/** What somebody may have to be reminded of, in the order of ids. */
@Injectable()
export class RemindedVisits {
  constructor(private readonly database: Database) {}

  /** Participants with an address of the confirmed visits of the next 30 days. */
  upcoming(now: Date, { after, only, limit }: SweepRange): Promise<UpcomingParticipant[]> {
    return this.database.query(
      `SELECT ${names}, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", p.id AS "participantId", ${sharersOf(`x.answer <> 'declined'`)} AS names, p.email, p.answer,
         (SELECT min(m.sent_at) FROM mail m WHERE m.stream = v.id::text AND m.recipient_email = p.email
            AND ${invitationLeft}) AS "invitedAt",
         coalesce(w.time_zone, CASE p.side WHEN 'guest' THEN g.time_zone ELSE h.time_zone END) AS zone,
         jsonb_build_object('daysBefore', coalesce(s.days_before, $2::integer[]),
           'eveningBefore', coalesce(s.evening_before, $3::boolean)) AS setting,
         greatest(p.created_at, ${confirmedAt('$7')}) AS "knownSince"
       ${near('$7', 30)} JOIN visit_participant p ON p.visit_id = v.id
       LEFT JOIN person a ON a.email = p.email LEFT JOIN unit w ON w.code = a.unit
       LEFT JOIN reminder_setting s
         ON s.unit = coalesce(a.unit, p.brought_by, CASE p.side WHEN 'guest' THEN v.guest_unit ELSE v.host_unit END)
       WHERE p.email IS NOT NULL AND p.answer <> 'declined'
         AND ($4::uuid IS NULL OR p.id > $4) AND ($5::uuid IS NULL OR p.id = $5)
       ORDER BY p.id LIMIT $6`,
      [
        ...[now, usualSetting.daysBefore, usualSetting.eveningBefore, after, only, limit],
        statesWith('standing'),
      ],
    );
  }

  unanswered(now: Date, { after, only, limit }: SweepRange): Promise<UnansweredVisit[]> {
    return this.database.query(
      `SELECT ${names}, ${timesToTell('$5')}, (
           SELECT jsonb_agg(jsonb_build_object('unit', t.code, 'zone', t.time_zone) ORDER BY t.code) FROM unit t
           WHERE (t.code = g.code AND (v.proposed_by = 'host' OR v.state = ANY ($7)))
             OR (t.code = h.code AND v.proposed_by IS DISTINCT FROM 'host')
         ) AS waiting /* never null: one of the two has to answer */, ${waitingSince('$6')}
       FROM visit v ${units}
       WHERE v.state = ANY ($5) AND coalesce(v.proposed_starts_at, v.starts_at) > $1
         AND ${page} ORDER BY v.id LIMIT $4`,
      [
        ...[now, after, only, limit, statesWith('awaitsAnswer'), statesWith('hostsTurn')],
        statesWith('guestsTurn'),
      ],
    );
  }

  /** Confirmed visits of the next 21 days whose agenda nobody has published. */
  withoutAgenda(now: Date, { after, only, limit }: SweepRange): Promise<LackingVisit[]> {
    return this.database.query(
      `SELECT ${names}, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", g.time_zone AS "guestTimeZone",
         coalesce(${confirmedAt('$5')}, v.created_at) AS "confirmedAt"
       ${near('$5', 21)}
       WHERE NOT EXISTS (SELECT 1 FROM agenda a WHERE a.visit_id = v.id AND a.public_revision IS NOT NULL)
         AND ${page} ORDER BY v.id LIMIT $4`,
      [now, after, only, limit, statesWith('standing')],
    );
  }

  /** Confirmed visits of the next 14 days that lack the link of their meeting. */
  withoutLink(now: Date, { after, only, limit }: SweepRange): Promise<LackingVisit[]> {
    return this.database.query(
      `SELECT ${names}, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", g.time_zone AS "guestTimeZone",
         coalesce(${confirmedAt('$5')}, v.created_at) AS "confirmedAt"
       ${near('$5', 14)}
       WHERE v.mode <> 'on-site' AND v.meeting_link IS NULL
         AND ${page} ORDER BY v.id LIMIT $4`,
      [now, after, only, limit, statesWith('standing')],
    );
  }

  /** What the host asks of its guests, line by line. */
  async hostRules(hostUnit: string): Promise<string[]> {
    const [row] = await this.database.query<{ rules: string[] }>(
      `SELECT array_remove(ARRAY[identity_rule, phone_rule, camera_rule], '') AS rules
       FROM hosting_policy WHERE unit = $1`,
      [hostUnit],
    );
    return row?.rules ?? [];
  }

  /** Whether a visit still is as it was read; if so it stays until the transaction ends. */
  async stillStands(id: string, trait: StateTrait, startsAt: Date): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM visit WHERE id = $1 AND state = ANY ($2)
         AND coalesce(CASE WHEN state = ANY ($4) THEN starts_at ELSE proposed_starts_at END, starts_at) = $3
       FOR SHARE`,
      [id, statesWith(trait), startsAt, statesWith('standing')],
    );
    return rows.length > 0;
  }
}
