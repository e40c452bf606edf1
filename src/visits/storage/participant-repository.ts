import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { AspectTable } from '../domain/visit-aspects.js';

/** Somebody in a visit, with or without an account. */
export interface ParticipantRow {
  id: string;
  visitId: string;
  personId: string | null;
  name: string;
  office: string | null;
  email: string | null;
  phone: string | null;
  side: string;
  role: string;
  answer: string;
  answeredAt: Date | null;
  attendance: string | null;
  attendanceBy: string | null;
  /** Name of whoever said so; only read. */
  attendanceByName?: string | null;
  attendanceAt: Date | null;
  /** Enhanced status code by which mail to the address failed for good; null while it does not. Only read. */
  mailStatus?: string | null;
  createdAt: Date;
  /** The unit whose people wrote address and telephone down; null when they came from the person's own account. */
  contactWrittenBy: string | null;
  /** The unit at which the person has an account, or on whose side somebody without one is; null for neither. Only read. */
  homeUnit: string | null;
  /** The regional office of that unit, or the one at which the person has an account. Only read. */
  homeOffice: string | null;
}

/** What each field of a participant says of the visit. */
export const visitAspectsByParticipantField: Required<AspectTable<ParticipantRow>> = {
  id: 'people',
  visitId: null,
  personId: 'people',
  name: 'people',
  office: 'people',
  email: 'people',
  phone: 'people',
  side: 'people',
  role: 'people',
  answer: 'answers',
  answeredAt: 'answers',
  attendance: 'attendance',
  attendanceBy: 'attendance',
  attendanceByName: null,
  attendanceAt: 'attendance',
  mailStatus: null,
  createdAt: null,
  contactWrittenBy: null,
  homeUnit: null,
  homeOffice: null,
};

const selection = `p.id, p.visit_id AS "visitId", p.person_id AS "personId", p.name, p.office, p.email, p.phone, p.side,
  p.role, p.answer, p.answered_at AS "answeredAt", p.attendance, p.attendance_by AS "attendanceBy",
  (SELECT a.name FROM person a WHERE a.id = p.attendance_by) AS "attendanceByName", p.attendance_at AS "attendanceAt",
  (SELECT f.status FROM address_fault f WHERE f.email = p.email) AS "mailStatus",
  p.created_at AS "createdAt", p.contact_written_by AS "contactWrittenBy",
  home.unit AS "homeUnit", coalesce(home.office, u.regional_office) AS "homeOffice"`;

const withHomes = `visit_participant p JOIN visit v ON v.id = p.visit_id
  LEFT JOIN person account ON account.email = p.email
  CROSS JOIN LATERAL (SELECT account.regional_office AS office, CASE WHEN account.id IS NOT NULL THEN account.unit
    WHEN p.side = 'guest' THEN v.guest_unit WHEN p.side = 'host' THEN v.host_unit END AS unit) home
  LEFT JOIN unit u ON u.code = home.unit`;

@Injectable()
export class ParticipantRepository {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<ParticipantRow[]> {
    return this.database.query(
      `SELECT ${selection} FROM ${withHomes} WHERE p.visit_id = $1 ORDER BY p.created_at, p.id`,
      [visitId],
    );
  }

  /** Inserts the participant, or replaces what may change of it. */
  async save(row: ParticipantRow): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_participant (id, visit_id, person_id, name, office, email, phone, side, role, answer,
         answered_at, attendance, attendance_by, attendance_at, created_at, contact_written_by)
       VALUES ($1, $2, (SELECT id FROM person WHERE email = $6), $3, $4, $6, $5, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, office = excluded.office,
         email = excluded.email, phone = excluded.phone, side = excluded.side, role = excluded.role,
         answer = excluded.answer, answered_at = excluded.answered_at, attendance = excluded.attendance,
         attendance_by = excluded.attendance_by, attendance_at = excluded.attendance_at`,
      [
        row.id,
        row.visitId,
        row.name,
        row.office,
        row.phone,
        row.email,
        row.side,
        row.role,
        row.answer,
        row.answeredAt,
        row.attendance,
        row.attendanceBy,
        row.attendanceAt,
        row.createdAt,
        row.contactWrittenBy,
      ],
    );
  }

  /** Forgets the answers to a time or place that is no longer. */
  async askAgain(visitId: string): Promise<void> {
    await this.database.query(
      `UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL
       WHERE visit_id = $1 AND answer <> 'needs-action'`,
      [visitId],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM visit_participant WHERE id = $1', [id]);
  }
}
