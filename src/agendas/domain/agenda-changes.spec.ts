import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agendaChanges, type AgendaField } from './agenda-changes.js';
import type { AgendaItem } from './agenda-items.js';

const at = (clock: string) => new Date(`2025-10-30T${clock}:00+07:00`);
const item = (id: string, part: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  startsAt: at('09:00'),
  endsAt: at('10:00'),
  title: `Sesi ${id}`,
  kind: 'presentation',
  place: 'Aula',
  persons: ['Ani', 'Budi'],
  note: '',
  ...part,
});
const nothing = { added: [], removed: [], moved: [], changed: [], any: false };

describe('what changed in an agenda', () => {
  test('nothing: the same items, in another order, as other objects', () => {
    expect(agendaChanges([item('a'), item('b')], [item('b'), item('a')])).toEqual(nothing);
    expect(agendaChanges([], [])).toEqual(nothing);
  });

  test('the order of persons, the kind and the note are no change', () => {
    const next = item('a', { persons: ['Budi', 'Ani'], kind: 'discussion', note: 'Bawa proyektor' });
    expect(agendaChanges([item('a')], [next])).toEqual(nothing);
  });

  test('a first publication is all additions, by start', () => {
    const [late, early] = [item('a', { startsAt: at('09:30') }), item('b')];
    expect(agendaChanges([], [late, early])).toEqual({ ...nothing, added: [early, late], any: true });
  });

  test('an item gone is removed', () => {
    expect(agendaChanges([item('a'), item('b')], [item('b')])).toEqual({
      ...nothing,
      removed: [item('a')],
      any: true,
    });
  });

  test('a new id is another item, even when all else is the same', () => {
    expect(agendaChanges([item('a')], [item('b', { title: 'Sesi a' })])).toMatchObject({
      added: [{ id: 'b' }],
      removed: [{ id: 'a' }],
    });
  });

  test.each([{ startsAt: at('08:30') }, { endsAt: at('10:30') }])(
    'another time alone is a move: %j',
    (part) => {
      const [before, after] = [item('a'), item('a', part)];
      expect(agendaChanges([before], [after])).toEqual({
        ...nothing,
        moved: [{ before, after, fields: ['time'] }],
        any: true,
      });
    },
  );

  test.each<[Partial<AgendaItem>, AgendaField[]]>([
    [{ title: 'Sambutan' }, ['title']],
    [{ place: 'Kebun' }, ['place']],
    [{ persons: ['Ani'] }, ['persons']],
    [{ persons: ['Ani', 'Ani'] }, ['persons']],
    [{ endsAt: at('10:30'), place: '' }, ['time', 'place']],
    [{ startsAt: at('08:00'), title: 'x', place: 'y', persons: [] }, ['time', 'title', 'place', 'persons']],
  ])('%j changes %j', (part, fields) => {
    const [before, after] = [item('a'), item('a', part)];
    expect(agendaChanges([before], [after])).toEqual({
      ...nothing,
      changed: [{ before, after, fields }],
      any: true,
    });
  });

  test('applied to the old list, the changes give the new one', () => {
    const lists = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        startsAt: fc.constantFrom(at('08:00'), at('09:00')),
        title: fc.constantFrom('x', 'y'),
        place: fc.constantFrom('', 'Aula'),
        persons: fc.constantFrom(['Ani'], ['Budi']),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(lists, lists, (old, next) => {
        const [before, after] = [
          old.map((part) => item(part.id, part)),
          next.map((part) => item(part.id, part)),
        ];
        const changes = agendaChanges(before, after);
        const state = new Map(before.map((each) => [each.id, each]));
        for (const { id } of changes.removed) state.delete(id);
        for (const each of changes.added) state.set(each.id, each);
        for (const each of [...changes.moved, ...changes.changed]) state.set(each.after.id, each.after);
        expect(state).toEqual(new Map(after.map((each) => [each.id, each])));
        const touched =
          changes.added.length + changes.removed.length + changes.moved.length + changes.changed.length;
        expect(changes.any).toBe(touched > 0);
        expect(agendaChanges(after, after)).toEqual(nothing);
      }),
    );
  });
});
