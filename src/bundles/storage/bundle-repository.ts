import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { BundlePlace, NamedPart } from '../domain/bundle.js';
import { BundleEntity, BundlePartEntity } from './bundle.entity.js';

export type BundleRow = BundleEntity;
export type PartRow = BundlePartEntity;

const columns = [
  ...(['id', 'organisation', 'subject', 'visitId', 'tripId', 'year', 'title', 'state'] as const),
  ...(['askedBy', 'askedAt', 'finishedAt'] as const),
] as const;
const partColumns = [
  ...(['bundleId', 'number', 'kind', 'visitId', 'ref', 'section', 'title', 'name'] as const),
  ...(['state', 'reason', 'size', 'sha256', 'looked'] as const),
] as const;

/** How many parts a bundle has in each state. */
export interface BundleProgress {
  waiting: number;
  done: number;
  missing: number;
}

/** Those of an office that a page shows. */
const MOST_SHOWN = 20;

@Injectable()
export class BundleRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(BundleEntity) private readonly bundles: Rows<BundleEntity>,
    @InjectRepository(BundlePartEntity) private readonly parts: Rows<BundlePartEntity>,
  ) {}

  byId(id: string): Promise<BundleRow | null> {
    return this.bundles.findOne(columns, { id });
  }

  lock(id: string): Promise<BundleRow | null> {
    return this.bundles.findOne(columns, { id }, { lock: true });
  }

  /** Those of a visit, a trip or a year that an office's people asked for, the newest first. */
  async of(organisation: string, place: BundlePlace, subject: string | null): Promise<BundleRow[]> {
    const { visitId, tripId, year } = place;
    const rows = await this.bundles.find(
      columns,
      visitId !== null
        ? { organisation, visitId }
        : tripId !== null
          ? { organisation, tripId }
          : { organisation, subject: subject ?? '', year: year ?? 0 },
      { order: { askedAt: 'DESC', id: 'ASC' } },
    );
    return rows.slice(0, MOST_SHOWN);
  }

  /** The one that is being made for an office; null for none. */
  async underWay(organisation: string): Promise<BundleRow | null> {
    const rows = await this.bundles.find(columns, { organisation, state: In(['asked', 'working']) });
    return rows[0] ?? null;
  }

  async add(bundle: BundleRow): Promise<void> {
    await this.bundles.insert(bundle);
  }

  async begin(id: string, parts: readonly NamedPart[]): Promise<void> {
    const rows = parts.map(({ kind, visitId, ref, section, title, name, reason }, index) => ({
      ...{ bundleId: id, number: index + 1, kind, visitId, ref, section, title, name },
      ...{ reason, state: reason === '' ? ('waiting' as const) : ('missing' as const) },
    }));
    await this.parts.insert(...rows);
    await this.bundles.update({ id }, { state: 'working' });
  }

  /** Parts that are yet to be made, the first ones first. */
  waiting(id: string, limit: number): Promise<{ number: number }[]> {
    return this.database.query<{ number: number }>(
      `SELECT number FROM bundle_part WHERE bundle_id = $1 AND state = 'waiting' ORDER BY number LIMIT $2`,
      [id, limit],
    );
  }

  part(bundleId: string, number: number): Promise<PartRow | null> {
    return this.parts.findOne(partColumns, { bundleId, number });
  }

  partsOf(bundleId: string): Promise<PartRow[]> {
    return this.parts.find(partColumns, { bundleId }, { order: { number: 'ASC' } });
  }

  /** Whose NIP were noted down for the parts of a visit. */
  async looked(bundleId: string, visitId: string): Promise<ReadonlySet<string>> {
    const rows = await this.parts.find(['looked'], { bundleId, visitId });
    return new Set(rows.flatMap(({ looked }) => looked));
  }

  async done(
    { bundleId, number }: Pick<PartRow, 'bundleId' | 'number'>,
    made: { size: number; sha256: string; looked: string[] },
  ): Promise<void> {
    await this.parts.update({ bundleId, number }, { state: 'done', ...made });
  }

  async missing({ bundleId, number }: Pick<PartRow, 'bundleId' | 'number'>, reason: string): Promise<void> {
    await this.parts.update({ bundleId, number }, { state: 'missing', reason });
  }

  async progress(id: string): Promise<BundleProgress> {
    const [row] = await this.database.query<BundleProgress>(
      `SELECT (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
         (count(*) FILTER (WHERE state = 'done'))::int AS done,
         (count(*) FILTER (WHERE state = 'missing'))::int AS missing
       FROM bundle_part WHERE bundle_id = $1`,
      [id],
    );
    return row ?? { waiting: 0, done: 0, missing: 0 };
  }

  async finish(id: string, finishedAt: Date): Promise<void> {
    await this.bundles.update({ id }, { state: 'ready', finishedAt });
  }

  async remove(id: string): Promise<void> {
    await this.bundles.delete({ id });
  }

  /** Those asked for before an instant, in the order of ids. */
  async old(before: Date, after: string | null, only: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM bundle WHERE asked_at < $1 AND ($2::uuid IS NULL OR id > $2) AND ($3::uuid IS NULL OR id = $3)
       ORDER BY id LIMIT $4`,
      [before, after, only, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of some ids are bundles. */
  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM bundle WHERE id = ANY ($1)', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}
