import type { GivenAnswer } from './heard-answer.js';

/** What an answer says, as officers read it. */
export const givenAnswerWords = {
  accepted: 'akan hadir',
  tentative: 'mungkin hadir',
  declined: 'berhalangan hadir',
} as const satisfies Record<GivenAnswer, string>;
