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

  /**
   * Holds programs, guest and host of a new visit against what there is, by what is asked side by side.
   *
   * @throws VisitError `unknown-program`, `unknown-unit`, `unit-not-there`
   */
  async ofNew(
    programs: string[],
    { guestUnit, hostUnit, startsAt }: { guestUnit: string; hostUnit: string; startsAt: Date },
  ): Promise<{ timeZone: Zone }> {
    const codes = [guestUnit, hostUnit];
    const [units] = await Promise.all([this.units.byCodes(codes), this.programs(programs)]);
    const host = units.get(hostUnit);
    if (!host) throw new VisitError('unknown-unit', { unit: hostUnit });
    const date = localDate(startsAt, host.timeZone);
    for (const code of codes) assertThere(units.get(code), date);
    return { timeZone: host.timeZone };
  }

  /**
   * Holds organisations against the days in which they are there.
   *
   * @throws VisitError `unit-not-there`
   */
  async thereOn(codes: readonly string[], startsAt: Date, zone: Zone): Promise<void> {
    const units = await this.units.byCodes(codes);
    for (const code of codes) assertThere(units.get(code), localDate(startsAt, zone));
  }

  /**
   * The same of a time that is proposed for what stands already: one that merged is spoken for by its successor.
   *
   * @throws VisitError `unit-not-there`
   */
  async goingOnAt(codes: readonly string[], startsAt: Date, zone: Zone): Promise<void> {
    const units = await this.units.byCodes(codes);
    for (const code of codes) {
      const unit = units.get(code);
      if (unit?.successor === null) assertThere(unit, localDate(startsAt, zone));
    }
  }

  /** @throws VisitError `unknown-program` */
  async programs(codes: string[]): Promise<void> {
    const [unknown] = codes.length === 0 ? [] : await this.units.unknownPrograms(codes);
    if (unknown) throw new VisitError('unknown-program', { program: unknown });
  }
}

/** Whoever refers to a unit that there never was is told so elsewhere. */
function assertThere(unit: UnitFact | undefined, date: string): void {
  if (unit && !isThereOn(unit, date))
    throw new VisitError('unit-not-there', { unit: unit.code, unitName: unit.name });
}
