import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import { formatDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { FindNotes } from '../queries/find-notes.js';
import { ListNotes } from '../queries/list-notes.js';
import type { NoteFact } from '../queries/note-facts.js';
import { noteStateWords } from './note-words.js';

const NEWEST = 4;

/** What notes add to pages of others: the newest on the start page, and themselves to what is searched. */
@Injectable()
export class NoteParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly search: SearchSources,
    private readonly notes: ListNotes,
    private readonly found: FindNotes,
  ) {}

  onModuleInit(): void {
    this.parts.register('start', 40, async ({ actor }) => {
      const { items } = await this.notes.execute(actor, { state: 'published', limit: NEWEST });
      return items.length > 0 ? Newest({ notes: items, zone: actor.timeZone }) : null;
    });
    this.search.register({
      name: 'Praktik baik',
      icon: 'book',
      order: 30,
      allHref: (words) => `/praktik-baik?${new URLSearchParams({ cari: words }).toString()}`,
      find: async (actor, words, limit) => {
        const { items } = await this.found.execute(actor, words, { limit });
        return items.map(({ id, title, unitName, state, excerpt }) => ({
          href: `/praktik-baik/${id}`,
          title: title || 'Tanpa judul',
          detail: state === 'published' ? unitName : `${unitName} · ${noteStateWords[state].toLowerCase()}`,
          excerpt,
        }));
      },
    });
  }
}

function Newest({ notes, zone }: { notes: readonly NoteFact[]; zone: Zone }): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title d-flex gap-2 align-items-center">
          <Icon name="book" />
          Praktik baik terbaru
        </h2>
        <a class="ms-auto" href="/praktik-baik">
          Semua<span class="visually-hidden"> praktik baik</span>
        </a>
      </div>
      <ul class="list-group list-group-flush">
        {notes.map(({ id, title, unitName, publishedAt, changedAt }) => (
          <li class="list-group-item" key={id}>
            <a class="row-link" href={`/praktik-baik/${id}`}>
              <span class="fw-medium">{title}</span>
              <span class="text-secondary">
                {unitName} · {formatDate(publishedAt ?? changedAt, zone)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
