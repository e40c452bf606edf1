import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { Rows } from '../../platform/database/rows.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { factsFor, setupItems, type SetupItem } from '../domain/setup-items.js';
import { SetupCounts } from '../queries/setup-counts.js';
import { SetupDismissalEntity } from '../storage/setup-dismissal.entity.js';

/** What somebody has yet to set up, and putting some of it away. */
@Injectable()
export class SeeToSetup {
  constructor(
    private readonly clock: Clock,
    private readonly counts: SetupCounts,
    @InjectRepository(SetupDismissalEntity) private readonly dismissals: Rows<SetupDismissalEntity>,
  ) {}

  async items(actor: Actor): Promise<SetupItem[]> {
    if (factsFor(actor).length === 0) return [];
    const put = await this.dismissals.find(['item'], { personId: actor.personId });
    return setupItems(actor, await this.counts.of(actor), new Set(put.map(({ item }) => item)));
  }

  /** @throws RequestError `not-found` for what is none of the actor's items */
  async dismiss(actor: Actor, item: string): Promise<void> {
    if (!factsFor(actor).some((fact) => fact === item)) throw new RequestError('not-found');
    const { personId } = actor;
    await this.dismissals.insertMissing({ personId, item, dismissedAt: this.clock.now() });
  }
}
