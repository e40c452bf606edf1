import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { isDayOpen, takesEntries } from '../domain/entry-times.js';
import type { VisitedPlace } from '../domain/photo-clearance.js';
import { ReadEntries } from '../use-cases/read-entries.js';
import { ShownEntries, type EntryListProps } from './entry-list.js';

interface Told extends VisitedPlace {
  actor: Actor;
  visitId: string;
  /** The host's. */
  timeZone: Zone;
}

/** What the page of a visit shows of its day: the way to it, and what was written down and photographed. */
@Injectable()
export class DayParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly read: ReadEntries,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit-links', 20, async ({ visit: { id, state }, mayRecord }) =>
      Promise.resolve(
        mayRecord && takesEntries(state) ? (
          <a class="btn" href={`/kunjungan/${id}/hari-ini`}>
            <Icon name="camera" />
            {isDayOpen(state) ? 'Hari kunjungan' : 'Lengkapi catatan'}
          </a>
        ) : null,
      ),
    );
    this.parts.register('visit-links', 21, async ({ visit: { id, state } }) =>
      Promise.resolve(
        takesEntries(state) ? (
          <a class="btn" href={`/kunjungan/${id}/foto`}>
            <Icon name="camera" />
            Album foto
          </a>
        ) : null,
      ),
    );
    this.parts.register('visit', 25, async (told) => (takesEntries(told.state) ? this.section(told) : null));
  }

  private async section({ actor, visitId, timeZone, ...place }: Told): Promise<VNode | null> {
    // Whoever is shown the page may see the visit.
    const { entries } = await this.read.shownTo(actor, visitId, place);
    return entries.length === 0 ? null : <EntriesCard entries={entries} zone={timeZone} />;
  }
}

function EntriesCard(props: EntryListProps): VNode {
  return (
    <div id="catatan-dan-foto">
      <Card title="Catatan dan foto">
        <ShownEntries {...props} />
      </Card>
    </div>
  );
}
