import { describe, expect, test } from '@jest/globals';
import { faultOfStep, followUpStates, followUpTransitions } from './follow-up-states.js';

const given = { evidence: 'https://contoh.test/foto', reason: 'Lahan dipakai' };

describe('follow-ups', () => {
  test.each(followUpStates.flatMap((from) => followUpStates.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const isAllowed = from === to || followUpTransitions[from].includes(to);
      expect(faultOfStep(from, to, given)).toBe(isAllowed ? null : 'follow-up-step-not-allowed');
    },
  );

  test('done needs evidence, dropped a reason', () => {
    expect(faultOfStep('open', 'done', { ...given, evidence: ' ' })).toBe('evidence-needed');
    expect(faultOfStep('open', 'dropped', { ...given, reason: '' })).toBe('drop-reason-needed');
    expect(faultOfStep('done', 'done', { ...given, evidence: '' })).toBe('evidence-needed');
  });
});
