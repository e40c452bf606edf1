import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Strokes } from '../domain/signature.js';
import { AttendanceSignatureEntity } from './attendance-signature.entity.js';

/** Signatures by finger, one a participant. */
@Injectable()
export class Signatures {
  constructor(
    private readonly database: Database,
    @InjectRepository(AttendanceSignatureEntity) private readonly rows: Rows<AttendanceSignatureEntity>,
  ) {}

  /** Stores a signature, or another in its place. */
  async put(participantId: string, strokes: Strokes, signedAt: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO attendance_signature (participant_id, strokes, signed_at) VALUES ($1, $2::jsonb, $3)
       ON CONFLICT (participant_id) DO UPDATE SET strokes = excluded.strokes, signed_at = excluded.signed_at`,
      [participantId, JSON.stringify(strokes), signedAt],
    );
  }

  async remove(participantId: string): Promise<void> {
    await this.rows.delete({ participantId });
  }

  /** Those of a visit, by participant. */
  async ofVisit(visitId: string): Promise<Map<string, Strokes>> {
    const rows = await this.database.query<{ participantId: string; strokes: Strokes }>(
      `SELECT s.participant_id AS "participantId", s.strokes FROM attendance_signature s
       JOIN visit_participant p ON p.id = s.participant_id WHERE p.visit_id = $1`,
      [visitId],
    );
    return new Map(rows.map(({ participantId, strokes }) => [participantId, strokes]));
  }
}
