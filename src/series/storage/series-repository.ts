import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { SeriesDateEntity } from './series-date.entity.js';
import { SeriesEntity } from './series.entity.js';

export type SeriesRow = SeriesEntity;
export type SeriesDateRow = SeriesDateEntity;

@Injectable()
export class SeriesRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SeriesEntity) private readonly series: Rows<SeriesEntity>,
    @InjectRepository(SeriesDateEntity) private readonly dates: Rows<SeriesDateEntity>,
  ) {}

  async insert(series: SeriesRow): Promise<void> {
    await this.series.insert(series);
  }

  async addDates(dates: readonly SeriesDateRow[]): Promise<void> {
    await this.dates.insert(...dates);
  }

  async find(id: string): Promise<SeriesRow | null> {
    return this.series.findOne(columns, { id });
  }

  /** The series, locked until the transaction ends, so that what is done to its dates at once follows one another. */
  async lock(id: string): Promise<SeriesRow | null> {
    return this.series.findOne(columns, { id }, { lock: true });
  }

  async raiseVersion({ id, version }: SeriesRow): Promise<void> {
    await this.series.update({ id }, { version: version + 1 });
  }

  /** Its dates, the earliest first. */
  datesOf(seriesId: string): Promise<SeriesDateRow[]> {
    return this.dates.find(
      ['seriesId', 'onDate', 'visitId', 'skipped'],
      { seriesId },
      { order: { onDate: 'ASC' } },
    );
  }

  /** The series that a visit is a date of. */
  async ofVisit(visitId: string): Promise<string | null> {
    return (await this.dates.findOne(['seriesId'], { visitId }))?.seriesId ?? null;
  }

  /** Those of the visits that were sent to the host. */
  async sentOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM visit WHERE id = ANY ($1) AND submitted_at IS NOT NULL',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks visits in one order, before anything of them is changed. */
  async lockVisits(ids: readonly string[]): Promise<void> {
    await this.database.query('SELECT id FROM visit WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  }
}

const columns = [
  'id',
  'version',
  'title',
  'guestUnit',
  'hostUnit',
  'firstOn',
  'frequency',
  'every',
  'ordinal',
  'until',
  'createdBy',
  'createdAt',
] as const;
