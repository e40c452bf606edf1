export type Body = Record<string, unknown>;

/** Values that break what was written for the usual ones. */
export const hostile: [string, unknown][] = [
  ['null', null],
  ['a number', 1e300],
  ['a negative number', -1],
  ['a fraction', 1.5],
  ['nothing', ''],
  ['blanks', '   '],
  ['200 kB', 'x'.repeat(200_000)],
  ['a list', [1, null, {}]],
  ['a list of lists', [[['x']]]],
  ['many', Array.from({ length: 5000 }, () => 'x')],
  ['an object', { a: { b: 1 } }],
  ['true', true],
  ['emoji', '👩‍👩‍👧‍👦💥'],
  ['NUL', 'a\u0000b'],
  ['half a character', '\ud800'],
  ['a far date', '9999-12-31T23:59:59+14:00'],
  ['an early date', '0001-01-01T00:00:00Z'],
  ['a code of nothing', 'tidak-ada'],
  ['an id of nothing', '01a20ba9-e725-779c-8d72-a69ab77e1012'],
  ['SQL', "'; DROP TABLE visit; --"],
];

/** The body with one value, also within lists and objects, replaced. */
export function* replaced(body: Body, value: unknown): Generator<[string, Body]> {
  for (const [field, current] of Object.entries(body)) {
    yield [field, { ...body, [field]: value }];
    if (Array.isArray(current) && typeof current[0] === 'object') {
      for (const [inner, changed] of replaced(current[0] as Body, value)) {
        yield [`${field}.0.${inner}`, { ...body, [field]: [changed] }];
      }
    } else if (typeof current === 'object' && current !== null && !Array.isArray(current)) {
      for (const [inner, changed] of replaced(current as Body, value)) {
        yield [`${field}.${inner}`, { ...body, [field]: changed }];
      }
    }
  }
}
