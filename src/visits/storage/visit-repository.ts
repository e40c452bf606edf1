import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows, Values } from '../../platform/database/rows.js';
import { VisitApprovalEntity } from './visit-approval.entity.js';
import { VisitProgramEntity } from './visit-program.entity.js';
import { visitColumns, visitSelection, type VisitRow } from './visit-row.js';
import { VisitEntity } from './visit.entity.js';

/** What a save writes of a visit, whatever else comes with it. */
const valuesOf = (visit: VisitRow): Values<VisitEntity> =>
  Object.fromEntries(Object.values(visitColumns).map((property) => [property, visit[property]]));

@Injectable()
export class VisitRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitEntity) private readonly visits: Rows<VisitEntity>,
    @InjectRepository(VisitProgramEntity) private readonly programs: Rows<VisitProgramEntity>,
    @InjectRepository(VisitApprovalEntity) private readonly approved: Rows<VisitApprovalEntity>,
  ) {}

  /** Next number of a prefix in a year; visits created at once wait for each other here. */
  async nextNumber(prefix: string, year: number): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `INSERT INTO visit_number (prefix, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (prefix, year) DO UPDATE SET last = visit_number.last + 1
       RETURNING last`,
      [prefix, year],
    );
    return row?.last ?? 1;
  }

  async insert(visit: VisitRow): Promise<void> {
    await this.visits.insert({ id: visit.id, ...valuesOf(visit) });
    await this.savePrograms(visit);
  }

  async save(visit: VisitRow): Promise<void> {
    await this.visits.update({ id: visit.id }, valuesOf(visit));
    await this.savePrograms(visit);
  }

  /** The visit, locked until the transaction ends, so that steps on it follow one another. */
  async lock(id: string): Promise<VisitRow | null> {
    const [visit] = await this.database.query<VisitRow>(
      `SELECT ${visitSelection} FROM visit v WHERE v.id = $1 FOR UPDATE`,
      [id],
    );
    return visit ?? null;
  }

  /** Offices whose approval a visit has. */
  async approvals(visitId: string): Promise<string[]> {
    const given = await this.approved.find(
      ['regionalOffice'],
      { visitId },
      { order: { regionalOffice: 'ASC' } },
    );
    return given.map(({ regionalOffice }) => regionalOffice);
  }

  async approve(visitId: string, office: string, by: string, at: Date): Promise<void> {
    await this.approved.insertMissing({ visitId, regionalOffice: office, approvedBy: by, approvedAt: at });
  }

  private async savePrograms({ id, programs }: VisitRow): Promise<void> {
    await this.programs.delete({ visitId: id, program: Not(In(programs)) });
    await this.programs.insertMissing(...programs.map((program) => ({ visitId: id, program })));
  }
}
