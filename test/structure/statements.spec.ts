import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkStatements, type StatementReport } from '../../config/statements/check-statements.js';
import { findStatements } from '../../config/statements/find-statements.js';
import { openProject } from '../../config/statements/program.js';
import { createDatabase } from '../support/database.js';
import { plantedTree } from './planted-tree.js';

const tree = plantedTree('statements');
const config = `${tree}/tsconfig.json`;
const excused = { file: 'src/unreadable.ts', sends: 'excused', reason: 'a plant' };
const needless = { file: 'src/sound.ts', sends: 'nothing of the kind', reason: 'a plant' };

describe('Statements', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let report: StatementReport;
  beforeAll(async () => {
    database = await createDatabase();
    report = await checkStatements(database.url, config, tree, [excused, needless]);
  });
  afterAll(() => database.drop());

  /** What is told of a function, each with the number of its line. */
  const told = (owner: string): string[] =>
    report.faults.flatMap((fault) => {
      const [, line, of, what] = /^src\/[\w.-]+:(\d+) (\S+): (.*)$/.exec(fault) ?? [];
      return of === owner ? [`${line}: ${what}`] : [];
    });

  test.each([
    ['Columns.misspeltInSql', ['7: PostgreSQL does not take it: column "nmae" does not exist']],
    [
      'Columns.misspeltInType',
      [
        '11: column area_group is not declared (areagroup is)',
        '11: there is no column areagroup (area_group is)',
      ],
    ],
    ['Columns.tooMany', ['15: there is no column name']],
    ['Columns.tooFew', ['19: column name is not declared']],
    ['Columns.twice', ['23: column code is not once in each of its texts']],
    [
      'Columns.ofAnotherType',
      ['29: column version is integer, which comes as a number, and is declared string'],
    ],
    ['Columns.asText', ['33: column count is bigint, which comes as a string, and is declared number']],
    ['Columns.asLocalDate', ['37: column date is date, which comes as a Date, and is declared string']],
    [
      'Columns.ofAnotherZone',
      [`41: column zone is one of 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', and is declared string`],
    ],
    [
      'Columns.openAsClosed',
      ['45: column name may be any text (unit.name is no closed set), and is declared Cipinang'],
    ],
    [
      'Columns.oneOfTooFew',
      [`49: column zone may be 'Asia/Makassar', 'Asia/Jayapura', and is not declared so`],
    ],
    [
      'Columns.inJson',
      [
        '53: column unit lacks the declared field hosts',
        '53: column unit has a field version, which is not declared',
        '53: column unit has a field email that may be null, and is declared string',
      ],
    ],
    ['Nulls.notDeclared', ['12: column email may be null, and is declared string']],
    ['Nulls.byOuterJoin', ['16: column name may be null, and is declared string']],
    ['Nulls.ofNoRows', ['22: column last may be null, and is declared number']],
    ['Nulls.ofNoBranch', ['26: column rank may be null, and is declared number']],
    ['Named.officeName', ['5: is declared with null, which no statement gives']],
    ['Nulls.markedForNothing', ['38: column name is marked as never null, which is proven']],
    ['Nulls.markedNowhere', ['42: email is marked as never null, and is no column']],
    ['Nulls.marked', []],
    ['Parameters.ofAnotherType', ['7: $1 is integer, and is given string']],
    ['Parameters.listForOne', ['11: $1 is text, and is given readonly string[]']],
    ['Parameters.instantForDate', ['15: $1 is date, and is given Date']],
    ['Parameters.maybeMissing', ['19: $1 may be undefined']],
    ['Parameters.tooFew', ['23: has 2 parameters, and is given 1']],
    ['Parameters.nullWritten', ['29: $1 may be null, and unit.name takes no null']],
    ['Unreadable.named', ['9: cannot be read: its text depends on table() (src/unreadable.ts:9)']],
    ['Unreadable.ofNobody', ['13: cannot be read: nobody calls Unreadable.ofNobody']],
    ['Conditional.find', ['33: PostgreSQL does not take it: column u.nmae does not exist']],
    ['Sound.all', []],
  ])('%s is told', (owner, faults) => {
    expect(told(owner)).toEqual(faults);
  });

  test('tell of an exception that nothing needs', () => {
    expect(report.faults.filter((fault) => fault.includes('exception'))).toEqual([
      'src/sound.ts: no call sends nothing of the kind, which needs no exception then',
    ]);
  });

  test('stand in a file with what they take and give', () => {
    expect(report.snapshot).toContain(
      [
        '-- Nulls.byOuterJoin',
        '-- gives name text | null',
        'SELECT u.name FROM person p LEFT JOIN unit u ON u.code = p.unit;',
      ].join('\n'),
    );
    expect(report.snapshot).toContain('-- takes $1 text[], $2 timestamptz\n');
  });

  test('are read with each condition that they may have, through whoever calls', () => {
    const statements = findStatements(openProject(config, tree));
    const find = statements.find(({ owner }) => owner === 'Conditional.find');
    const conditions = (find?.variants ?? []).map(({ text }) => /WHERE (.*)$/.exec(text)?.[1]);
    const open = '(EXISTS (SELECT FROM hosting_policy p WHERE p.unit = u.code AND p.open))';
    expect(conditions).toEqual(
      expect.arrayContaining([
        'true ORDER BY u.name ASC',
        expect.stringMatching(/DESC$/),
        '(u.nmae = $1) ORDER BY u.name ASC',
        expect.stringContaining('(u.name = $1)'),
        expect.stringMatching(/\(u\.name LIKE \$\d\)/),
        expect.stringContaining(open),
      ]),
    );
  });
});
