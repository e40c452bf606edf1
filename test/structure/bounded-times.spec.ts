import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

/** Statements that reach their visits by something else than a time, each with what that is. */
const reachedOtherwise: Record<string, string> = {
  OpenQuestions: 'the questions that are open',
  InvitedPeople: 'the people of one visit',
  UntoldAnswers: 'the answers that were not told',
  'RegionWeek.visits': 'an OR over states',
  'FindFeedbackForm.of': 'one participant',
  'FindStanding.of': 'places of one person',
  'ParticipantRepository.leaveAhead': 'places of one person',
};

/** The statements of the committed file, each with its name. */
const statements = readFileSync('config/generated/statements.sql', 'utf8')
  .split(/\n(?=-- \w+\.\w+)/)
  .map((part) => ({ name: /^-- (\w+\.\w+)/.exec(part)?.[1] ?? '', sql: part }));

/** Tables of a text that hold times of visits, and what else is named `ends_at` in it is not among them. */
const isUnbounded = (sql: string): boolean =>
  [...sql.matchAll(/\b(?:(\w+)\.)?ends_at > (?:\$\d+|\()/g)].some(([, alias]) => {
    const isVisit = alias === undefined ? false : new RegExp(`\\bvisit (?:AS )?${alias}\\b`, 'i').test(sql);
    return isVisit && !new RegExp(`\\b${alias}\\.starts_at > `).test(sql);
  });

describe('A statement that asks for visits which end after an instant', () => {
  const found = statements.filter(({ sql }) => /\bends_at > (?:\$\d+|\()/.test(sql));

  test('are there at all', () => expect(found.length).toBeGreaterThan(5));

  test.each(found.map(({ name, sql }) => [name, sql] as const))(
    'bounds their start too, so that an index leaves out what was long ago: %s',
    (name, sql) => {
      const isExcused = [name, name.split('.')[0] ?? ''].some((each) => each in reachedOtherwise);
      if (!isExcused) expect(isUnbounded(sql)).toBe(false);
    },
  );

  test.each(Object.keys(reachedOtherwise))('is excused for something: %s', (name) => {
    expect(statements.some((each) => each.name.startsWith(name) && isUnbounded(each.sql))).toBe(true);
  });

  test.each([
    ['SELECT v.id FROM visit v WHERE v.ends_at > $1', true],
    ['SELECT o.id FROM visit o WHERE o.ends_at > $1 AND v.starts_at > $1', true],
    ['SELECT v.id FROM visit v WHERE v.ends_at > $1 AND v.starts_at > $1::timestamptz', false],
    ['SELECT l.id FROM mail_lease l WHERE l.ends_at > $1', false],
  ])('is told apart: %s', (sql, unbounded) => expect(isUnbounded(sql)).toBe(unbounded));
});
