import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, fieldChange, LATE_ENTRY, mayReadFacts } from '../../visits/index.js';

/** What was done to an entry once the summary was out. */
interface LateChange {
  field: 'note' | 'photo' | 'photo.clearance';
  /** What it says stays out of the history: that it can be taken away is the point. */
  isGone?: boolean;
}

/** What changes of the day once the summary is out changes what people have read of it: the visit's history tells. */
@Injectable()
export class RecordEntry {
  constructor(private readonly changeVisit: ChangeVisit) {}

  /** In the open transaction; whoever calls has made sure that the actor may. */
  late(actor: Actor, visitId: string, { field, isGone = false }: LateChange): Promise<void> {
    return this.changeVisit.execute(
      actor,
      visitId,
      LATE_ENTRY,
      (visit) => {
        const changes = fieldChange(field, null, isGone, !isGone);
        return Promise.resolve({ visit, result: undefined, beside: [], changes });
      },
      { may: mayReadFacts },
    );
  }
}
