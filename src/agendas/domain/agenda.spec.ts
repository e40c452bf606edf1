import { describe, expect, test } from '@jest/globals';
import { blankAgenda, published, sameItems, withItems } from './agenda.js';
import type { AgendaItem } from './agenda-items.js';

const now = new Date('2025-10-20T01:00:00Z');
const at = (clock: string) => new Date(`2025-10-30T${clock}:00+07:00`);
const item: AgendaItem = {
  id: 'a',
  startsAt: at('09:00'),
  endsAt: at('10:00'),
  title: 'Paparan',
  kind: 'presentation',
  place: 'Aula',
  persons: ['Ani'],
  note: '',
};

describe('an agenda', () => {
  const saved = withItems(blankAgenda('v'), [item], now);

  test('begins as a draft of version 0, and every change raises the version', () => {
    expect(blankAgenda('v')).toMatchObject({ state: 'draft', version: 0, revision: 0, publicRevision: null });
    expect(saved).toMatchObject({ state: 'draft', version: 1, revision: 0, changedAt: now, items: [item] });
  });

  test('published shows what was worked on, with the next revision', () => {
    const shown = published(saved, now);
    expect(shown).toMatchObject({ state: 'published', version: 2, revision: 1, publicRevision: 1 });
    expect(shown.publicItems).toEqual([item]);
    expect(shown.publishedAt).toEqual(now);
  });

  test('is a draft again when a session differs, and still shows what was published', () => {
    const shown = published(saved, now);
    const edited = withItems(shown, [{ ...item, note: 'Bawa proyektor' }], now);
    expect(edited).toMatchObject({ state: 'draft', revision: 1, publicRevision: 1, publicItems: [item] });
    expect(withItems(shown, [{ ...item }], now).state).toBe('published');
  });

  test.each<[keyof AgendaItem, Partial<AgendaItem>]>([
    ['id', { id: 'b' }],
    ['startsAt', { startsAt: at('09:01') }],
    ['endsAt', { endsAt: at('10:01') }],
    ['title', { title: 'Lain' }],
    ['kind', { kind: 'break' }],
    ['place', { place: '' }],
    ['persons', { persons: ['Ani', 'Budi'] }],
    ['note', { note: 'x' }],
  ])('sessions differ by their %s', (_, part) => {
    expect(sameItems([item], [{ ...item }])).toBe(true);
    expect(sameItems([item], [{ ...item, ...part }])).toBe(false);
    expect(sameItems([item], [])).toBe(false);
  });
});
