import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { noteFields } from '../domain/note-fields.js';
import { fieldExcerpt } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { PageParts, type PageSlots } from '../../platform/pages/page-parts.js';
import { pathWith } from '../../platform/pages/paging.js';
import { formatDate } from '../../platform/text/dates.js';
import { UnitStrengths } from '../../units/index.js';
import { mayWrite } from '../domain/note.js';
import { ListNotes } from '../queries/list-notes.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NotedPrograms } from '../queries/noted-programs.js';

const MOST = 5;
/** The section stands before the visits of the unit. */
const NOTES = 20;

/** The notes of a unit on its page, and what they make it strong in. */
@Injectable()
export class NoteUnitPart implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly strengths: UnitStrengths,
    private readonly notes: ListNotes,
    private readonly programs: NotedPrograms,
  ) {}

  onModuleInit(): void {
    this.strengths.register({
      name: 'praktik baik',
      order: 20,
      counts: (unit) => this.programs.ofUnit(unit),
      href: (upt, program) => pathWith('/praktik-baik', { upt, program }),
    });
    this.parts.register('unit', NOTES, async ({ actor, unit }) => {
      const { items, nextCursor } = await this.notes.execute(actor, {
        unit: unit.code,
        state: 'published',
        limit: MOST,
      });
      return <Notes {...{ actor, unit, notes: items, hasMore: nextCursor !== null }} />;
    });
  }
}

interface NotesProps extends Pick<PageSlots['unit'], 'actor' | 'unit'> {
  notes: readonly NoteFact[];
  hasMore: boolean;
}

function Notes({ actor, unit, notes, hasMore }: NotesProps): VNode {
  if (notes.length === 0) return <NoNotes actor={actor} unit={unit} />;
  return (
    <Card title="Praktik baik">
      <ul class="list-group list-group-flush">
        {notes.map(({ id, title, result, publishedAt, changedAt }) => (
          <li class="list-group-item" key={id}>
            <a class="row-link" href={`/praktik-baik/${id}`}>
              <span class="fw-medium">{title || 'Tanpa judul'}</span>
              {result && <span>{fieldExcerpt(noteFields.result, result)}</span>}
              <span class="text-secondary">
                Terbit {formatDate(publishedAt ?? changedAt, actor.timeZone)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {hasMore && (
        <a class="card-footer d-block" href={pathWith('/praktik-baik', { upt: unit.code })}>
          Semua praktik baik<span class="visually-hidden"> {unit.name}</span> <Icon name="next" />
        </a>
      )}
    </Card>
  );
}

function NoNotes({ actor, unit }: Pick<NotesProps, 'actor' | 'unit'>): VNode {
  return (
    <Card title="Praktik baik">
      {mayWrite(unit.code, actor) ? (
        <Empty icon="book" title="Belum ada praktik baik yang terbit">
          <p>Tuliskan yang berhasil di UPT Anda, agar UPT lain dapat menirunya.</p>
          <a class="btn" href="/praktik-baik/baru">
            Tulis praktik baik
          </a>
        </Empty>
      ) : (
        <Empty icon="book" title="Belum ada praktik baik yang terbit">
          Yang diterbitkan {unit.name} muncul di sini.
        </Empty>
      )}
    </Card>
  );
}
