import { describe, expect, test } from '@jest/globals';
import { blankAgenda, published, withItems, type Agenda } from './agenda.js';
import type { AgendaItem } from './agenda-items.js';
import { moveAgenda } from './move-agenda.js';

const now = new Date('2025-10-20T01:00:00Z');
const later = new Date('2025-10-21T01:00:00Z');
const at = (clock: string) => new Date(`2025-10-30T${clock}:00+07:00`);
const visit = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to), ownHours: null });
const item = (id: string, from: string, to: string): AgendaItem => ({
  id,
  startsAt: at(from),
  endsAt: at(to),
  title: `Sesi ${id}`,
  kind: 'presentation',
  place: '',
  persons: [],
  note: '',
});
const before = visit('09:00', '12:00');
const draft = withItems(blankAgenda('v'), [item('a', '09:00', '10:00'), item('b', '10:00', '12:00')], now);
const shown = published(draft, now);
const move = (agenda: Agenda, from: string, to: string) => moveAgenda(agenda, before, visit(from, to), later);

describe('an agenda whose visit moves', () => {
  test('stays as it is when there is nothing to move, or no session is touched', () => {
    expect(move(blankAgenda('v'), '10:00', '13:00')).toBeNull();
    expect(move(shown, '09:00', '15:00')).toBeNull();
  });

  test('as a draft it moves along and stays unpublished', () => {
    const moved = move(draft, '10:00', '13:00');
    expect(moved).toMatchObject({ publishes: false, note: 'Susunan acara ikut bergeser.' });
    expect(moved?.agenda).toMatchObject({ state: 'draft', version: 2, revision: 0, publicRevision: null });
    expect(moved?.agenda.items[0]).toEqual(item('a', '10:00', '11:00'));
  });

  test('as a whole it is published anew by itself', () => {
    const moved = move(shown, '10:00', '13:00');
    expect(moved?.publishes).toBe(true);
    expect(moved?.agenda).toMatchObject({ state: 'published', version: 3, revision: 2, publicRevision: 2 });
    expect(moved?.agenda.publishedAt).toEqual(later);
    expect(moved?.agenda.publicItems).toEqual(moved?.agenda.items);
  });

  test('with unpublished changes, what is public moves by itself and the changes stay a draft', () => {
    const edited = withItems(shown, [item('c', '09:00', '09:30')], now);
    const moved = move(edited, '10:00', '13:00');
    expect(moved?.publishes).toBe(true);
    expect(moved?.agenda).toMatchObject({ state: 'draft', revision: 2, publicRevision: 2 });
    expect(moved?.agenda.items).toEqual([item('c', '10:00', '10:30')]);
    expect(moved?.agenda.publicItems.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('when a draft alone loses a session, what is public stays', () => {
    const edited = withItems(shown, [item('c', '11:30', '12:00')], now);
    const short = withItems(published(withItems(draft, [item('a', '09:00', '10:00')], now), now), [], now);
    const moved = move({ ...edited, publicItems: short.publicItems }, '09:00', '11:00');
    expect(moved?.publishes).toBe(false);
    expect(moved?.agenda).toMatchObject({ revision: 1, publicRevision: 1, items: [] });
    expect(moved?.agenda.publicItems).toEqual([item('a', '09:00', '10:00')]);
    expect(moved?.note).toBe(
      'Susunan acara ikut bergeser. Sesi yang dihapus karena di luar waktu kunjungan: “Sesi c”.',
    );
  });

  test('in a shorter time it is a draft that nobody else sees until it was looked at', () => {
    const moved = move(shown, '09:00', '11:00');
    expect(moved?.publishes).toBe(false);
    expect(moved?.agenda).toMatchObject({ state: 'draft', revision: 1, publicRevision: null });
    expect(moved?.agenda.publicItems).toEqual([]);
    expect(moved?.agenda.items).toEqual([item('a', '09:00', '10:00'), item('b', '10:00', '11:00')]);
    expect(moved?.note).toBe(
      'Susunan acara ikut bergeser. Sesi yang dipendekkan karena melewati waktu kunjungan: “Sesi b”. ' +
        'Susunan acara perlu diperiksa dan diterbitkan kembali.',
    );
  });
});
