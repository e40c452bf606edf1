import { Injectable } from '@nestjs/common';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { isThereOn, UnitFacts, type UnitFact } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';

/** Holds the codes of a request against the units and programs that exist. */
@Injectable()
export class CheckReferences {
  constructor(private readonly units: UnitFacts) {}

  /** Null for a code that nobody has. */
  organisation(code: string): Promise<UnitFact | null> {
    return this.units.byCode(code);
  }

  /** @throws VisitError `unknown-unit` */
  async host(code: string): Promise<{ timeZone: Zone }> {
    const unit = await this.units.byCode(code);
    if (!unit) throw new VisitError('unknown-unit', { unit: code });
    return { timeZone: unit.timeZone };
  }

  /**
   * Holds organisations against the days in which they are there.
   *
   * @throws VisitError `unit-not-there`
   */
  async thereOn(codes: readonly string[], startsAt: Date, zone: Zone): Promise<void> {
    for (const code of codes) {
      const unit = await this.units.byCode(code);
      if (unit) assertThere(unit, localDate(startsAt, zone));
    }
  }

  /**
   * The same of a time that is proposed for what stands already: one that merged is spoken for by its successor.
   *
   * @throws VisitError `unit-not-there`
   */
  async goingOnAt(codes: readonly string[], startsAt: Date, zone: Zone): Promise<void> {
    for (const code of codes) {
      const unit = await this.units.byCode(code);
      if (unit?.successor === null) assertThere(unit, localDate(startsAt, zone));
    }
  }

  /** @throws VisitError `unknown-program` */
  async programs(codes: string[]): Promise<void> {
    const [unknown] = codes.length === 0 ? [] : await this.units.unknownPrograms(codes);
    if (unknown) throw new VisitError('unknown-program', { program: unknown });
  }
}

function assertThere(unit: UnitFact, date: string): void {
  if (!isThereOn(unit, date))
    throw new VisitError('unit-not-there', { unit: unit.code, unitName: unit.name });
}
