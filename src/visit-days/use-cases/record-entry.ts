import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, fieldChange, LATE_ENTRY, mayReadFacts } from '../../visits/index.js';

type FieldChanges = ReturnType<typeof fieldChange>;

/** What changes of the day once the summary is out changes what people have read of it: the visit's history tells. */
@Injectable()
export class RecordEntry {
  constructor(private readonly changeVisit: ChangeVisit) {}

  /** In the open transaction; whoever calls has made sure that the actor may. */
  late(actor: Actor, visitId: string, changes: FieldChanges): Promise<void> {
    return this.tell(actor, visitId, LATE_ENTRY, changes);
  }

  /** Also before the summary is out, since nobody can turn it back; in the open transaction. */
  blurred(actor: Actor, visitId: string): Promise<void> {
    return this.tell(actor, visitId, 'blur-photo', fieldChange('photo.blur', null, false, true));
  }

  private tell(actor: Actor, visitId: string, action: string, changes: FieldChanges): Promise<void> {
    return this.changeVisit.execute(
      actor,
      visitId,
      action,
      (visit) => Promise.resolve({ visit, result: undefined, beside: [], changes }),
      { may: mayReadFacts },
    );
  }
}

/** What the history says of an entry: that it came or went, and no word of it, since it can be taken away. */
export const entryChange = (
  field: 'note' | 'photo' | 'photo.clearance',
  { isGone = false }: { isGone?: boolean } = {},
): FieldChanges => fieldChange(field, null, isGone, !isGone);
