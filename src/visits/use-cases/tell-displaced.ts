import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { AgreedVisits, type DisplacedVisit, type Displacement } from '../../units/index.js';
import { AgreedVisitsQuery } from '../queries/agreed-visits.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange } from './record-change.js';
import { arrangesOf } from '../../platform/security/capabilities.js';

/** What the history calls it. */
const displacement = {
  time: 'displace',
  party: 'displace-party',
  program: 'end-program',
} as const satisfies Record<DisplacedVisit['part'], string>;

/** Lets units know their agreed visits, and keeps with a visit that its host no longer receives guests at its time. */
@Injectable()
export class TellDisplaced implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly agreed: AgreedVisits,
    private readonly query: AgreedVisitsQuery,
    private readonly visits: VisitRepository,
    private readonly record: RecordChange,
  ) {}

  onModuleInit(): void {
    this.agreed.register({
      agreed: (host, now) => this.query.execute(host, now),
      tell: (actor, displaced) => this.tell(actor, displaced),
    });
  }

  /** The visit stands; a line of its history says why its time is in question, and both units are mailed. */
  private async tell(actor: Actor, displaced: readonly Displacement[]): Promise<void> {
    for (const { id, part, because } of displaced) {
      const visit = await this.visits.lock(id);
      if (!visit) continue;
      const changed = { ...visit, version: visit.version + 1, changedAt: this.clock.now() };
      await this.record.execute(visit, changed, {
        actor,
        side: arrangesOf(actor, visit.hostUnit) ? 'host' : null,
        action: displacement[part],
        reason: because,
      });
    }
  }
}
