import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ParticipantAnswer, ParticipantRole, ParticipantSide } from '../domain/participant.js';
import type { Attendance, WalkInState } from '../domain/attendance.js';
import { heardAfter, type AnswerOrigin, type SaidAnswer } from '../domain/heard-answer.js';
import type { AspectTable } from '../domain/visit-aspects.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** Somebody in a visit, with or without an account. */
export interface ParticipantRow {
  id: string;
  visitId: string;
  personId: string | null;
  name: string;
  office: string | null;
  /** As what they work, where that is told apart from the office. */
  position: string | null;
  /** Pangkat and golongan. */
  rank: string | null;
  /** 18 digits; shown whole on official papers only. */
  nip: string | null;
  email: string | null;
  phone: string | null;
  side: ParticipantSide;
  role: ParticipantRole;
  answer: ParticipantAnswer;
  answeredAt: Date | null;
  /** When the last word that counts was said, and by which way it came. */
  heardAt: Date | null;
  heardFrom: AnswerOrigin | null;
  attendance: Attendance | null;
  attendanceBy: string | null;
  /** Name of whoever said so; only read. */
  attendanceByName?: string | null;
  attendanceAt: Date | null;
  /** The entry of a device that the attendance came by. */
  attendanceEntry: string | null;
  /** When the attendance arrived, where the visit was closed before; null for what came in time. */
  attendanceLateAt: Date | null;
  /** Whether it was said in person at the door. */
  attendanceOwn: boolean;
  /** Who came instead, by name. */
  representedBy: string | null;
  /** Whether an officer has yet to look at somebody who came unasked; null for all others. */
  walkIn: WalkInState | null;
  /** When the first invitation left for the address; null while none has. Only read. */
  invitedAt?: Date | null;
  /** Enhanced status code by which mail to the address failed for good; null while it does not. Only read. */
  mailStatus?: string | null;
  /** Whether nothing is mailed there, since the account with that address is suspended. Only read. */
  isMailClosed?: boolean;
  /** When somebody told them of the visit as it stands, otherwise than by mail, and who says so. Only read. */
  reachedAt?: Date | null;
  reachedByName?: string | null;
  createdAt: Date;
  /** The unit whose people wrote address and telephone down; null when they came from the person's own account. */
  contactWrittenBy: string | null;
  /** The joined guest in whose part of the party they come; null for the leading guest's and for all others. */
  broughtBy: string | null;
  /** The organisation at which the person has an account, or on whose side somebody without one is; null for neither. Only read. */
  homeUnit: string | null;
  /** The regional office of that unit, or the one at which the person has an account. Only read. */
  homeOffice: string | null;
}

/** Whoever takes the place of somebody, as the own account says. */
type Successor = Pick<ParticipantRow, 'name' | 'phone' | 'position' | 'rank' | 'nip'> & {
  id: string;
  email: string;
};

/** What each field of a participant says of the visit. */
export const visitAspectsByParticipantField: Required<AspectTable<ParticipantRow>> = {
  id: 'people',
  visitId: null,
  personId: 'people',
  name: 'people',
  office: 'people',
  position: 'people',
  rank: 'people',
  nip: 'people',
  email: 'people',
  phone: 'people',
  side: 'people',
  role: 'people',
  answer: 'answers',
  answeredAt: 'answers',
  heardAt: null,
  heardFrom: null,
  attendance: 'attendance',
  attendanceBy: 'attendance',
  attendanceByName: null,
  attendanceAt: 'attendance',
  attendanceEntry: null,
  attendanceLateAt: 'attendance',
  attendanceOwn: null,
  representedBy: 'attendance',
  walkIn: 'people',
  invitedAt: null,
  mailStatus: null,
  isMailClosed: null,
  reachedAt: null,
  reachedByName: null,
  createdAt: null,
  contactWrittenBy: null,
  broughtBy: 'people',
  homeUnit: null,
  homeOffice: null,
};

const selection = `p.id, p.visit_id AS "visitId", p.person_id AS "personId", p.name, p.office, p.position, p.rank, p.nip, p.email, p.phone, p.side,
  p.role, p.answer, p.answered_at AS "answeredAt", p.heard_at AS "heardAt",
  p.heard_from AS "heardFrom", p.attendance, p.attendance_by AS "attendanceBy",
  (SELECT a.name FROM person a WHERE a.id = p.attendance_by) AS "attendanceByName", p.attendance_at AS "attendanceAt",
  p.attendance_entry AS "attendanceEntry", p.attendance_late_at AS "attendanceLateAt",
  p.attendance_own AS "attendanceOwn", p.represented_by AS "representedBy", p.walk_in AS "walkIn",
  (SELECT f.status FROM address_fault f WHERE f.email = p.email) AS "mailStatus",
  EXISTS (SELECT FROM closed_address y WHERE y.email = p.email) AS "isMailClosed",
  p.created_at AS "createdAt", p.contact_written_by AS "contactWrittenBy",
  p.brought_by AS "broughtBy",
  home.unit AS "homeUnit", coalesce(home.office, u.regional_office) AS "homeOffice"`;

const withHomes = `visit_participant p JOIN visit v ON v.id = p.visit_id
  LEFT JOIN person account ON account.email = p.email
  CROSS JOIN LATERAL (SELECT account.regional_office AS office, CASE WHEN account.id IS NOT NULL THEN ${organisationOfPerson('account')}
    WHEN p.side = 'guest' THEN coalesce(p.brought_by, v.guest_unit) WHEN p.side = 'host' THEN v.host_unit END AS unit) home
  LEFT JOIN unit u ON u.code = home.unit`;

/** The condition that the mail aliased `m` is an invitation that left. */
export const invitationLeft = `m.calendar_method = 'REQUEST' AND m.state = 'sent'`;

const SAVE = `
  INSERT INTO visit_participant (id, visit_id, person_id, name, office, position, rank, nip, email, phone, side, role,
    attendance, attendance_by, attendance_at, attendance_entry, attendance_late_at, attendance_own, represented_by, walk_in, created_at, contact_written_by, brought_by)
  SELECT r.id, r."visitId", (SELECT a.id FROM person a WHERE a.email = r.email), r.name, r.office, r.position, r.rank, r.nip,
    r.email, r.phone, r.side, r.role, r.attendance, r."attendanceBy", r."attendanceAt", r."attendanceEntry",
    r."attendanceLateAt", r."attendanceOwn", r."representedBy", r."walkIn", r."createdAt", r."contactWrittenBy", r."broughtBy"
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "visitId" uuid, name text, office text, position text, rank text, nip text,
    email text, phone text, side text, role text, attendance text, "attendanceBy" uuid, "attendanceAt" timestamptz,
    "attendanceEntry" uuid, "attendanceLateAt" timestamptz,
    "attendanceOwn" boolean, "representedBy" text, "walkIn" text, "createdAt" timestamptz, "contactWrittenBy" text, "broughtBy" text)
  ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, office = excluded.office,
    email = excluded.email, phone = excluded.phone, side = excluded.side, role = excluded.role,
    attendance = excluded.attendance, attendance_by = excluded.attendance_by, attendance_at = excluded.attendance_at,
    attendance_entry = excluded.attendance_entry, attendance_late_at = excluded.attendance_late_at,
    attendance_own = excluded.attendance_own, represented_by = excluded.represented_by, walk_in = excluded.walk_in,
    contact_written_by = excluded.contact_written_by, nip = excluded.nip, rank = excluded.rank, position = excluded.position`;

@Injectable()
export class ParticipantRepository {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<ParticipantRow[]> {
    return this.database.query(
      `SELECT ${selection}, i.at AS "invitedAt", r.reached_at AS "reachedAt", r.reached_by_name AS "reachedByName" FROM ${withHomes}
       LEFT JOIN participant_reach r ON r.participant_id = p.id AND r.sequence = v.sequence
       LEFT JOIN (SELECT m.recipient_email AS email, min(m.sent_at) AS at FROM mail m
         WHERE m.stream = $1::uuid::text AND ${invitationLeft}
         GROUP BY m.recipient_email) i ON i.email = p.email
       WHERE p.visit_id = $1::uuid ORDER BY p.created_at, p.id`,
      [visitId],
    );
  }

  /** Inserts the participants, or replaces what may change of them; answers come by `hear` alone. */
  async save(...rows: readonly ParticipantRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(SAVE, [JSON.stringify(rows)]);
  }

  /**
   * The one way by which an answer is noted, whoever brings it, while the visit's row is locked.
   *
   * @returns null when something newer was heard before
   */
  async hear(row: ParticipantRow, said: SaidAnswer, now: Date): Promise<ParticipantRow | null> {
    const heard = heardAfter(row, said, now);
    if (!heard) return null;
    await this.database.sendAlong(() =>
      this.database.query(
        'UPDATE visit_participant SET answer = $2, answered_at = $3, heard_at = $4, heard_from = $5 WHERE id = $1',
        [row.id, heard.answer, heard.answeredAt, heard.heardAt, heard.heardFrom],
      ),
    );
    return { ...row, ...heard };
  }

  /** Forgets the answers to a time or place that is no longer; what was said before now answers another one. */
  async askAgain(visitId: string, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL, heard_at = $2, heard_from = NULL
       WHERE visit_id = $1`,
      [visitId, now],
    );
  }

  /** Puts somebody with an account in a participant's place, who has yet to answer; what was said before counts no more. */
  async replace(
    id: string,
    { id: personId, name, email, phone, position, rank, nip }: Successor,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `UPDATE visit_participant SET person_id = $2, name = $3, email = $4, phone = $5, office = NULL,
         position = $7, rank = $8, nip = $9,
         contact_written_by = NULL, answer = 'needs-action', answered_at = NULL, heard_at = $6, heard_from = NULL
       WHERE id = $1`,
      [id, personId, name, email, phone, now, position, rank, nip],
    );
  }

  /**
   * Puts another address in the place of a participant's, who keeps everything else.
   * @returns false where the same name has it in the visit already
   */
  async readdress(id: string, email: string): Promise<boolean> {
    const changed = await this.database.query<{ id: string }>(
      `UPDATE visit_participant p SET email = $2, person_id = (SELECT a.id FROM person a WHERE a.email = $2)
       WHERE p.id = $1 AND NOT EXISTS (
         SELECT FROM visit_participant o WHERE o.visit_id = p.visit_id AND o.email = $2 AND o.name = p.name)
       RETURNING p.id`,
      [id, email],
    );
    return changed.length > 0;
  }

  /** Writes down where somebody works who is of neither unit any more, where nothing was written. */
  async nameOffice(visits: readonly string[], email: string, office: string): Promise<void> {
    await this.database.query(
      'UPDATE visit_participant SET office = $3 WHERE visit_id = ANY ($1) AND email = $2 AND office IS NULL',
      [visits, email, office],
    );
  }

  /** Somebody who is still to come does not, and the answer says so. */
  async leaveAhead(ids: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE visit_participant p SET answer = 'declined', answered_at = $2, heard_at = $2, heard_from = 'officer'
       FROM visit v WHERE v.id = p.visit_id AND p.id = ANY ($1::uuid[]) AND v.ends_at > $2 AND p.answer <> 'declined'`,
      [ids, now],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM visit_participant WHERE id = $1', [id]);
  }
}
