import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeEntry, OutgoingEntries } from '../../visit-days/index.js';
import { MOST_ENTRIES } from '../domain/summary.js';

interface TickedEntries {
  texts: { entries?: string[] | undefined };
  /** A photo to clear, and to take in once it has every clearance that it needs; null for none. */
  cleared: string | null;
  /** Whether every note and photo that may go out is taken in. */
  takesAll: boolean;
}

/** What a button of the editor adds to the entries that are ticked. */
@Injectable()
export class ChooseEntries {
  constructor(
    private readonly outgoing: OutgoingEntries,
    private readonly change: ChangeEntry,
  ) {}

  /** In the open transaction. Undefined where nothing was said of entries. */
  async execute(
    actor: Actor,
    visit: string,
    { texts: { entries }, cleared, takesAll }: TickedEntries,
  ): Promise<string[] | undefined> {
    if (cleared !== null) await this.change.clear(actor, visit, cleared);
    if (cleared === null && !takesAll) return entries;
    const all = (await this.outgoing.ofVisit(visit)).map(({ id }) => id);
    const added = all.filter((id) => takesAll || id === cleared);
    return [...new Set([...(entries ?? []), ...added])].slice(0, MOST_ENTRIES);
  }
}
