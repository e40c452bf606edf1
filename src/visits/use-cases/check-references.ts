import { Injectable } from '@nestjs/common';
import type { Zone } from '../../platform/text/zones.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';

/** Holds the codes of a request against the units and programs that exist. */
@Injectable()
export class CheckReferences {
  constructor(private readonly units: UnitFacts) {}

  /** @throws VisitError `unknown-unit` */
  async host(code: string): Promise<{ timeZone: Zone }> {
    const unit = await this.units.byCode(code);
    if (!unit) throw new VisitError('unknown-unit', { unit: code });
    return { timeZone: unit.timeZone as Zone };
  }

  /** @throws VisitError `unknown-program` */
  async programs(codes: string[]): Promise<void> {
    const [unknown] = codes.length === 0 ? [] : await this.units.unknownPrograms(codes);
    if (unknown) throw new VisitError('unknown-program', { program: unknown });
  }
}
