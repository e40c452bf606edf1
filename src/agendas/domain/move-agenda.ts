import { sameItems, type Agenda } from './agenda.js';
import type { AgendaItem, VisitFrame } from './agenda-items.js';
import { shiftAgenda, type ShiftedAgenda } from './shift-agenda.js';

/** What becomes of an agenda whose visit moved. */
export interface MovedAgenda {
  agenda: Agenda;
  /** Whether the public sessions moved along whole, as a new publication that people are told of. */
  publishes: boolean;
  /** A sentence for the visit's history. */
  note: string;
}

/**
 * Moves an agenda along with its visit. When all public sessions fit the new time, they are published anew by
 * themselves; when one does not, nothing is public until somebody has looked at the agenda, which is then a draft.
 * Sessions that fit in part are cut, those that do not fit at all are removed.
 *
 * @returns null when the agenda stays as it is
 */
export function moveAgenda(
  agenda: Agenda,
  before: VisitFrame,
  after: VisitFrame,
  now: Date,
): MovedAgenda | null {
  const drafted = shiftAgenda(agenda.items, before, after);
  const shown = shiftAgenda(agenda.publicItems, before, after);
  const showsSame = sameItems(shown.items, agenda.publicItems);
  if (sameItems(drafted.items, agenda.items) && showsSame) return null;

  const publishes = !showsSame && shown.notices.length === 0;
  const withdraws = !showsSame && !publishes;
  const moved = { ...agenda, version: agenda.version + 1, changedAt: now, items: drafted.items };
  const revision = agenda.revision + 1;
  const shownAnew = { revision, publicRevision: revision, publishedAt: now, publicItems: shown.items };
  const withdrawn = { state: 'draft' as const, publicRevision: null, publicItems: [] };
  return {
    agenda: { ...moved, ...(publishes ? shownAnew : {}), ...(withdraws ? withdrawn : {}) },
    publishes,
    note: noteOf(agenda.items, drafted, withdraws),
  };
}

function noteOf(items: readonly AgendaItem[], { notices }: ShiftedAgenda, isWithdrawn: boolean): string {
  const titles = (code: 'item-trimmed' | 'item-left-out') =>
    notices
      .filter((notice) => notice.code === code)
      .map(({ id }) => `“${items.find((item) => item.id === id)?.title ?? ''}”`)
      .join(', ');
  const [cut, removed] = [titles('item-trimmed'), titles('item-left-out')];
  return [
    'Susunan acara ikut bergeser.',
    cut && `Sesi yang dipendekkan karena melewati waktu kunjungan: ${cut}.`,
    removed && `Sesi yang dihapus karena di luar waktu kunjungan: ${removed}.`,
    isWithdrawn && 'Susunan acara perlu diperiksa dan diterbitkan kembali.',
  ]
    .filter(Boolean)
    .join(' ');
}
