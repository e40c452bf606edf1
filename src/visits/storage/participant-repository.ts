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
};

const selection = `id, visit_id AS "visitId", person_id AS "personId", name, office, email, phone, side, role, answer,
  answered_at AS "answeredAt", attendance, attendance_by AS "attendanceBy",
  (SELECT a.name FROM person a WHERE a.id = attendance_by) AS "attendanceByName", attendance_at AS "attendanceAt",
  (SELECT f.status FROM address_fault f WHERE f.email = visit_participant.email) AS "mailStatus",
  created_at AS "createdAt"`;

@Injectable()
export class ParticipantRepository {
  constructor(private readonly database: Database) {}

  ofVisit(visitId: string): Promise<ParticipantRow[]> {
    return this.database.query(
      `SELECT ${selection} FROM visit_participant WHERE visit_id = $1 ORDER BY created_at, id`,
      [visitId],
    );
  }

  /** Inserts the participant, or replaces what may change of it. */
  async save(row: ParticipantRow): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_participant (id, visit_id, person_id, name, office, email, phone, side, role, answer,
         answered_at, attendance, attendance_by, attendance_at, created_at)
       VALUES ($1, $2, (SELECT id FROM person WHERE email = $6), $3, $4, $6, $5, $7, $8, $9, $10, $11, $12, $13, $14)
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
