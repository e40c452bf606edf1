import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { KindRule } from '../domain/kind-rules.js';
import { HostingKindEntity, HostingKindWindowEntity } from './hosting-kind.entity.js';

/** Rules of units for kinds of visits. */
@Injectable()
export class KindRepository {
  constructor(
    @InjectRepository(HostingKindEntity) private readonly rules: Rows<HostingKindEntity>,
    @InjectRepository(HostingKindWindowEntity) private readonly windows: Rows<HostingKindWindowEntity>,
  ) {}

  /** Puts these rules in place of all that a unit has. */
  async save(unit: string, rules: readonly KindRule[]): Promise<void> {
    await this.windows.delete({ unit });
    await this.rules.delete({ unit });
    await this.rules.insert(
      ...rules.map(({ windows: _, ...rule }): HostingKindEntity => ({ unit, ...rule })),
    );
    await this.windows.insert(
      ...rules.flatMap(({ kind, windows }) => windows.map((window) => ({ unit, kind, ...window }))),
    );
  }
}
