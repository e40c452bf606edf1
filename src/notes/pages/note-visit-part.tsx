import { actsFor } from '../../platform/security/capabilities.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { hasTrait } from '../../visits/index.js';
import { mayReadNote } from '../domain/note.js';
import { NoteFacts, type NoteFact } from '../queries/note-facts.js';
import { noteStateWords } from './note-words.js';

/** What notes add to a visit's page: those that come from it, and the way to write one. */
@Injectable()
export class NoteVisitPart implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly notes: NoteFacts,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 40, async ({ actor, visitId }) => {
      const notes = await this.notes.ofVisit(visitId);
      const readable = notes.filter((note) => mayReadNote(note, actor));
      return readable.length > 0 ? Notes({ notes: readable }) : null;
    });
    this.parts.register('visit-links', 50, ({ actor, visit }) => {
      const takesPart =
        actor.unit !== null && [visit.guestUnit, visit.hostUnit].some((unit) => actsFor(actor, unit));
      const link =
        takesPart && hasTrait(visit.state, 'tookPlace') ? (
          <a class="btn" href={`/praktik-baik/dari-kunjungan/${visit.id}`}>
            <Icon name="book" />
            Tulis praktik baik
          </a>
        ) : null;
      return Promise.resolve(link);
    });
  }
}

function Notes({ notes }: { notes: readonly NoteFact[] }): VNode {
  return (
    <Card title="Praktik baik dari kunjungan ini">
      <ul class="list-group list-group-flush">
        {notes.map(({ id, title, unitName, state }) => (
          <li class="list-group-item" key={id}>
            <a class="row-link" href={`/praktik-baik/${id}`}>
              <span class="fw-medium">{title || 'Tanpa judul'}</span>
              <span class="text-secondary">
                {unitName}
                {state !== 'published' && ` · ${noteStateWords[state].toLowerCase()}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
