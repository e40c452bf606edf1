import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_ANSWERS, nextRelease, showsTheRest, type Answer } from './feedback-release.js';

interface Said {
  usefulness: number;
  text: string;
}

/** Somebody answers, answers anew, or takes it back. */
interface Step {
  who: string;
  said: Said | null;
}

const everybody = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const steps = fc.array(
  fc.record({
    who: fc.constantFrom(...everybody),
    said: fc.option(
      fc.record({ usefulness: fc.integer({ min: 1, max: 2 }), text: fc.constantFrom('', 'x', 'y') }),
      {
        freq: 4,
      },
    ),
  }),
  { maxLength: 60 },
);

/** What is shown after each step. */
function shownAlong(taken: readonly Step[]): (readonly Answer<Said>[])[] {
  const given = new Map<string, Said>();
  let shown: readonly Answer<Said>[] = [];
  return taken.map(({ who, said }) => {
    if (said) given.set(who, said);
    else given.delete(who);
    shown =
      nextRelease(
        [...given].map(([participantId, each]) => ({ participantId, said: each })),
        shown,
      ) ?? shown;
    return shown;
  });
}

const saidBy = (shown: readonly Answer<Said>[], who: string): string =>
  JSON.stringify(shown.find(({ participantId }) => participantId === who)?.said ?? null);
const differing = (one: readonly Answer<Said>[], other: readonly Answer<Said>[]): number =>
  everybody.filter((who) => saidBy(one, who) !== saidBy(other, who)).length;

describe('what is shown while answers come', () => {
  test('is nothing of two, three of three to five, and six of six', () => {
    const taken = everybody.map((who) => ({ who, said: { usefulness: 4, text: who } }));
    expect(shownAlong(taken).map((shown) => shown.length)).toEqual([0, 0, 3, 3, 3, 6, 6, 6]);
  });

  test('never differs by the answers of fewer than three, and never is of fewer than three', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const views = [[], ...shownAlong(taken)];
        for (const [index, view] of views.entries()) {
          const difference = differing(views[index - 1] ?? [], view);
          expect(difference === 0 || difference >= FEWEST_ANSWERS).toBe(true);
          expect(view.length === 0 || view.length >= FEWEST_ANSWERS).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('changes of three are shown, of two are not', () => {
    const answer = (participantId: string, text: string) => ({
      participantId,
      said: { usefulness: 3, text },
    });
    const shown = ['a', 'b', 'c'].map((who) => answer(who, 'old'));
    const changed = ['a', 'b', 'c'].map((who) => answer(who, 'new'));
    expect(nextRelease([...changed.slice(0, 2), ...shown.slice(2)], shown)).toBeNull();
    expect(nextRelease(changed, shown)).toEqual(changed);
  });

  test('who no longer takes part counts as one who differs', () => {
    const of = (participantId: string | null) => ({ participantId, said: { usefulness: 3, text: '' } });
    const shown = [of(null), of('b'), of('c'), of('d')];
    expect(nextRelease([of('b'), of('c'), of('d'), of('e')], shown)).toBeNull();
    expect(nextRelease([of('b'), of('c'), of('d'), of('e'), of('f')], shown)).toHaveLength(5);
    expect(nextRelease([of('e'), of('f')], [of('a'), of('b'), of('c')])).toEqual([]);
  });
});

test('texts that are left are shown at the end, where three may have written them', () => {
  expect([
    showsTheRest(3, 0, false),
    showsTheRest(3, 0, true),
    showsTheRest(2, 0, true),
    showsTheRest(6, 3, true),
    showsTheRest(5, 3, true),
  ]).toEqual([false, true, false, true, false]);
});
