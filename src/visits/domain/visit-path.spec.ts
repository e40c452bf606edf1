import { describe, expect, test } from '@jest/globals';
import { visitPath, type PathLine } from './visit-path.js';
import { visitStates, type VisitState } from './visit-states.js';

const line = (day: number, fromState: VisitState | null, toState: VisitState): PathLine => ({
  at: new Date(Date.UTC(2025, 9, day)),
  fromState,
  toState,
});
const shown = (state: VisitState, history: PathLine[]) =>
  visitPath(state, history).map((stop) => `${stop.state} ${stop.status}`);

describe('the way of a visit', () => {
  test('stands where the visit stands', () => {
    const history = [
      line(1, null, 'draft'),
      line(2, 'draft', 'requested'),
      line(3, 'requested', 'requested'),
    ];
    expect(shown('requested', history)).toEqual([
      'draft done',
      'requested current',
      'confirmed ahead',
      'held ahead',
      'closed ahead',
    ]);
    expect(visitPath('requested', history)[1]?.at).toEqual(new Date(Date.UTC(2025, 9, 2)));
  });

  test('shows a proposal that waits before the confirmation', () => {
    expect(shown('counter-proposed', []).slice(1, 4)).toEqual([
      'requested done',
      'counter-proposed current',
      'confirmed ahead',
    ]);
  });

  test('ends where a visit ended early, with only what it had come to', () => {
    expect(shown('withdrawn', [line(1, null, 'draft'), line(2, 'draft', 'withdrawn')])).toEqual([
      'draft done',
      'withdrawn ended',
    ]);
    const cancelled = [line(2, 'draft', 'requested'), line(3, 'requested', 'confirmed')];
    expect(shown('cancelled', cancelled)).toEqual([
      'draft done',
      'requested done',
      'confirmed done',
      'cancelled ended',
    ]);
  });

  test('begins where a regional office arranged it', () => {
    const arranged = line(1, null, 'arranged');
    const agreed = ['confirmed ahead', 'held ahead', 'closed ahead'];
    expect(shown('arranged', [arranged])).toEqual(['arranged current', ...agreed]);
    const requested = line(2, 'arranged', 'requested');
    expect(shown('requested', [arranged, requested])).toEqual([
      'arranged done',
      'requested current',
      ...agreed,
    ]);
    expect(shown('confirmed', [arranged, requested, line(3, 'requested', 'confirmed')]).slice(0, 2)).toEqual([
      'arranged done',
      'confirmed current',
    ]);
    expect(shown('withdrawn', [arranged, line(2, 'arranged', 'withdrawn')])).toEqual([
      'arranged done',
      'withdrawn ended',
    ]);
  });

  test.each(visitStates)('has exactly one place for %s', (state) => {
    const stops = visitPath(state, []).filter(({ status }) => status === 'current' || status === 'ended');
    expect(stops.map((stop) => stop.state)).toEqual([state]);
  });
});
