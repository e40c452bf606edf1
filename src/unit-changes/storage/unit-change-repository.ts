import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { UnitChangeEntity } from './unit-change.entity.js';

const columns = [
  ...(['id', 'kind', 'state', 'effectiveOn', 'regionalOffice', 'timeZone', 'unit', 'successor'] as const),
  ...(['name', 'type', 'class', 'opens', 'endsOrigin', 'callsOff', 'movesPeople'] as const),
  ...(['decree', 'reason', 'proposedBy', 'proposedAt', 'decidedBy', 'decidedAt'] as const),
  ...(['decisionReason', 'doneAt', 'version'] as const),
];

/** A change of units as it is stored. */
export type UnitChangeRow = Pick<UnitChangeEntity, (typeof columns)[number]>;

@Injectable()
export class UnitChangeRepository {
  constructor(@InjectRepository(UnitChangeEntity) private readonly changes: Rows<UnitChangeEntity>) {}

  async insert(change: UnitChangeRow): Promise<void> {
    await this.changes.insert(change);
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<UnitChangeRow | null> {
    return this.changes.findOne(columns, { id }, { lock: true });
  }

  /** How many changes there are of a unit. */
  async countOf(unit: string): Promise<number> {
    return (await this.changes.find(['id'], { unit })).length;
  }

  /** Forgets what became of an organisation that is put together with another. */
  async forget(unit: string): Promise<void> {
    await this.changes.delete({ unit });
  }

  async save({ id, ...change }: UnitChangeRow): Promise<void> {
    await this.changes.update({ id }, change);
  }
}
