import { describe, expect, test } from '@jest/globals';
import { freeStretches, type StretchSearch, type TakenStretch } from './free-stretches.js';

const search = (part: Partial<StretchSearch> = {}): StretchSearch => ({
  spans: [{ start: 0, end: 100 }],
  from: 0,
  to: 1000,
  length: 20,
  step: 10,
  capacity: 2,
  ...part,
});
const lane = (number: number, start: number, end: number): TakenStretch => ({
  start,
  end,
  lane: number,
  places: 1,
});
const any = (start: number, end: number, places = 1): TakenStretch => ({ start, end, lane: null, places });

describe('free stretches', () => {
  test('nothing taken: the whole span with all places', () => {
    expect(freeStretches([], search())).toEqual([{ start: 0, end: 100, places: 2 }]);
  });

  test('a stretch with fewer places lies around those with more', () => {
    expect(freeStretches([lane(1, 40, 60)], search())).toEqual([
      { start: 0, end: 100, places: 1 },
      { start: 0, end: 40, places: 2 },
      { start: 60, end: 100, places: 2 },
    ]);
  });

  test('two lanes taken one after the other leave no place for the whole time, two unnamed places do', () => {
    expect(freeStretches([lane(1, 0, 50), lane(2, 50, 100)], search())).toEqual([
      { start: 0, end: 50, places: 1 },
      { start: 50, end: 100, places: 1 },
    ]);
    expect(freeStretches([any(0, 50), any(50, 100)], search())).toEqual([{ start: 0, end: 100, places: 1 }]);
  });

  test('what takes all places, or more, leaves nothing', () => {
    expect(freeStretches([any(0, 100, 2)], search())).toEqual([]);
    expect(freeStretches([any(0, 90), lane(7, 0, 100), any(20, 100, 5)], search())).toEqual([]);
  });

  test('a start moves to the next step, an end stays', () => {
    expect(freeStretches([any(0, 31, 2), any(75, 100, 2)], search())).toEqual([
      { start: 40, end: 75, places: 2 },
    ]);
  });

  test('stretches shorter than a visit are left out; exactly as long is enough', () => {
    expect(freeStretches([any(20, 81, 2)], search())).toEqual([{ start: 0, end: 20, places: 2 }]);
  });

  test('over a break, the start lets the visit end in a span and the end lies in one', () => {
    const spans = [
      { start: 0, end: 40 },
      { start: 60, end: 100 },
    ];
    expect(freeStretches([], search({ spans, length: 50 }))).toEqual([{ start: 20, end: 100, places: 2 }]);
    expect(freeStretches([any(55, 58, 2)], search({ spans, length: 50 }))).toEqual([]);
    expect(freeStretches([], search({ spans, length: 50, to: 59 }))).toEqual([]);
    expect(freeStretches([], search({ spans, length: 90, from: 11 }))).toEqual([]);
  });
});
