import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { unitChangeMail, type ChangeMailOccasion } from '../domain/unit-change-mail.js';
import { ChangeReaders, type ChangeReader } from '../queries/change-readers.js';
import { ListUnitChanges, type UnitChangeFact } from '../queries/list-unit-changes.js';

/** Who is told of a change: those who decide, or its units and their Kanwil. */
type Audience = 'deciders' | 'office' | 'units';

const audienceOf: Readonly<Record<ChangeMailOccasion, Audience>> = {
  proposed: 'deciders',
  decided: 'units',
  refused: 'office',
  withdrawn: 'office',
};

/** Mails what becomes of units to those whom it concerns. */
@Injectable()
export class TellChange {
  constructor(
    private readonly changes: ListUnitChanges,
    private readonly readers: ChangeReaders,
    private readonly outbox: Outbox,
    private readonly site: Site,
  ) {}

  /**
   * In the open transaction.
   *
   * @param visits how many visits to come it touches
   * @param wasDecided whether its units were told already that it was to be
   */
  async execute(
    actor: Actor,
    id: string,
    occasion: ChangeMailOccasion,
    { visits = 0, wasDecided = false }: { visits?: number; wasDecided?: boolean } = {},
  ): Promise<void> {
    const change = found(await this.changes.byId(id));
    const audience = wasDecided ? 'units' : audienceOf[occasion];
    for (const { name, email } of await this.readersOf(change, audience, actor)) {
      await this.outbox.post({
        key: `unit-change:${id}:${change.version}:${email}`,
        stream: id,
        to: { name, email },
        ...unitChangeMail(occasion, name, {
          ...change,
          actorName: actor.name,
          visits,
          pageUrl: `${this.site.publicUrl}${pageOf(change, audience)}`,
        }),
      });
    }
  }

  private readersOf(change: UnitChangeFact, audience: Audience, actor: Actor): Promise<ChangeReader[]> {
    if (audience === 'deciders') return this.readers.deciders();
    const units = audience === 'units' ? [change.unit, change.successor].filter((code) => code !== null) : [];
    return this.readers.of(units, change.regionalOffice, actor.personId);
  }
}

/** The people of units read it at the unit. */
const pageOf = ({ id, unit }: UnitChangeFact, audience: Audience): string =>
  audience === 'units' && unit !== null ? `/upt/${unit}` : `/pengelolaan/perubahan-upt/${id}`;
