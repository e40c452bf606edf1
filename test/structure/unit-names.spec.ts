import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { everNamed, nameOn } from '../../src/units/index.js';

/** A day, and a pattern, whatever they are. */
const [DAY, PATTERN] = ['(?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*?', '\\$\\d+'];
const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');

/** A statement without the places that name a unit as of a day, or look for any name it ever had. */
function withoutHelpers(statement: string, unit: string): string {
  const named = escaped(nameOn(unit, 'DAY')).replace('DAY', DAY);
  const looked = escaped(everNamed(unit, 'PATTERN')).replaceAll('PATTERN', PATTERN);
  return statement.replaceAll(new RegExp(`${named}|${looked}`, 'g'), '');
}

/** Aliases of units that a visit's or a follow-up's row points at. */
const unitsOf = (statement: string): string[] =>
  [
    ...statement.matchAll(/JOIN unit (\w+) ON \1\.code = v\.(?:guest|host)_unit/g),
    ...statement.matchAll(/FROM follow_up f JOIN unit (\w+) ON \1\.code = f\.unit/g),
  ].flatMap(([, alias]) => alias ?? []);

/** Where a statement gives the name that the unit of a visit has today. */
function todaysNames(statement: string): string[] {
  if (!/\bvisit v\b/.test(statement)) return [];
  return unitsOf(statement).filter((alias) => {
    const rest = withoutHelpers(statement, alias);
    return new RegExp(`\\b${alias}\\.name\\b(?!, lower\\(${alias}\\.email\\))`).test(rest);
  });
}

/** Statements about a unit as it is today, though a visit is what leads to it. */
const ofToday = ['FollowUpChoices.units'];

test('every statement that names the units of a visit names them as of its day', async () => {
  const text = await readFile('config/generated/statements.sql', 'utf8');
  const statements = text.split(/\n\n(?=-- )/);
  const named = statements.map((each) => ({ owner: /^-- ([\w.]+)/.exec(each)?.[1] ?? '', text: each }));
  expect(named.filter(({ text: each }) => each.includes(' un.during @> ')).length).toBeGreaterThan(20);
  const faults = named.filter((each) => todaysNames(each.text).length > 0).map(({ owner }) => owner);
  expect(faults.filter((owner) => !ofToday.includes(owner))).toEqual([]);
});

test('a statement that takes the name of today is found', () => {
  const planted = `SELECT v.id, g.name AS "guestUnitName", ${nameOn('h', '(v.starts_at AT TIME ZONE h.time_zone)::date')}
    FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;
  expect(todaysNames(planted)).toEqual(['g']);
});
