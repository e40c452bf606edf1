import { expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { checkAnswers } from './support/answer-schemas.js';

test('an answer with a field too many, with one too few or of another type is found', async () => {
  const planted = fastify();
  const { faults } = await checkAnswers(planted);
  const setting = { daysBefore: [1], eveningBefore: true, learningDays: [30] };
  const answers = [
    setting,
    { ...setting, unit: 'x' },
    { daysBefore: [1], learningDays: [30] },
    { ...setting, daysBefore: ['1'] },
  ];
  planted.get('/api/units/:code/reminders', async () => answers.shift());
  while (answers.length > 0) await planted.inject('/api/units/x/reminders');
  await planted.close();
  expect(faults).toEqual([
    expect.stringContaining('must NOT have additional properties'),
    expect.stringContaining("must have required property 'eveningBefore'"),
    expect.stringContaining('/daysBefore/0 must be integer'),
  ]);
});
