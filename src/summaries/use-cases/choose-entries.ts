import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeEntry, OutgoingEntries } from '../../visit-days/index.js';
import { MOST_ENTRIES } from '../domain/summary.js';

/** What is taken in beside: every note and photo that may go out, the album's chosen photos, or nothing. */
export type TakenIn = 'all' | 'chosen' | 'none';

interface TickedEntries {
  texts: { entries?: string[] | undefined };
  /** A photo to clear, and to take in once it has every clearance that it needs; null for none. */
  cleared: string | null;
  takes: TakenIn;
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
    { texts: { entries }, cleared, takes }: TickedEntries,
  ): Promise<string[] | undefined> {
    if (cleared !== null) await this.change.clear(actor, visit, cleared);
    if (cleared === null && takes === 'none') return entries;
    const added = (await this.outgoing.ofVisit(visit)).filter(
      ({ id, chosen }) => id === cleared || takes === 'all' || (takes === 'chosen' && chosen),
    );
    return [...new Set([...(entries ?? []), ...added.map(({ id }) => id)])].slice(0, MOST_ENTRIES);
  }
}
