import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { notRenamed, renamed, rolled, styleOn, type NameTimeline } from './name-timeline.js';

const rutan = { name: 'Rutan Kelas IIB Banjarnegara', type: 'rutan', class: 'IIB' };
const lapas = { name: 'Lapas Kelas IIB Banjarnegara', type: 'lapas', class: 'IIB' };
const TODAY = '2025-10-20';
const plain: NameTimeline = { today: rutan, others: [] };

describe('a change of name', () => {
  test('to come leaves today as it is, and holds from its date on', () => {
    const later = renamed(plain, '2026-01-01', lapas, TODAY);
    expect(later).toEqual({ today: rutan, others: [{ ...lapas, from: '2026-01-01', until: null }] });
    expect(rolled(later, '2026-01-01')).toEqual({
      today: lapas,
      others: [{ ...rutan, from: null, until: '2026-01-01' }],
    });
    expect(notRenamed(later, '2026-01-01', TODAY)).toEqual(plain);
  });

  test('dated in the past holds until what is known to have come after it', () => {
    const known = renamed(plain, '2025-05-01', lapas, TODAY);
    const middle = renamed(known, '2025-03-01', { name: 'Cabang Rutan' }, TODAY);
    expect(styleOn(middle, '2025-02-28')).toEqual(rutan);
    expect(styleOn(middle, '2025-03-01')).toEqual({ ...rutan, name: 'Cabang Rutan' });
    expect(styleOn(middle, '2025-05-01')).toEqual(lapas);
    expect(middle.today).toEqual(lapas);
  });

  test('to the same name changes nothing', () => {
    expect(renamed(plain, '2025-01-01', rutan, TODAY)).toEqual(plain);
  });
});

const DAYS = Array.from({ length: 40 }, (_, index) =>
  new Date(Date.UTC(2025, 9, 1 + index)).toISOString().slice(0, 10),
);
const day = fc.constantFrom(...DAYS);
const change = fc.record({ from: day, name: fc.constantFrom('A', 'B', 'C'), at: day });

/** What says the same as what holds already says nothing. */
function forgetRepeats(model: Map<string, string>): void {
  let before = 'Asal';
  for (const [from, name] of [...model].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name === before) model.delete(from);
    before = name;
  }
}

test('whatever changes of whatever dates, in whatever order, every day keeps the last that was said of it', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      let timeline: NameTimeline = { today: { ...rutan, name: 'Asal' }, others: [] };
      const model = new Map<string, string>();
      let today = DAYS[0] as string;
      for (const { from, name, at } of changes) {
        if (at > today) today = at;
        timeline = rolled(timeline, today);
        timeline = renamed(timeline, from, { name }, today);
        model.set(from, name);
        forgetRepeats(model);
        const said = (date: string) =>
          [...model.keys()]
            .filter((key) => key <= date)
            .sort()
            .at(-1);
        for (const date of DAYS) {
          expect(styleOn(timeline, date).name).toBe(model.get(said(date) ?? '') ?? 'Asal');
        }
        expect(timeline.today).toEqual(styleOn(timeline, today));
        const sorted = [...timeline.others].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
        for (const [index, { from: first, until }] of sorted.entries()) {
          expect((first ?? '') < (until ?? '~')).toBe(true);
          expect((until ?? '~') <= (sorted[index + 1]?.from ?? '~')).toBe(true);
          expect(first === null && until === null).toBe(false);
        }
      }
    }),
  );
});
