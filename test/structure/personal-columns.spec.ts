import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { personalTables } from '../../src/personal-data/index.js';
import { createDatabase } from '../support/database.js';

interface Column {
  table: string;
  name: string;
  type: string;
}

const LETTERS = ['text', 'text[]', 'jsonb', 'bytea', 'tsvector', 'character varying', 'inet', 'json'];

let columns: Column[];
let all: Map<string, string>;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  const { url, drop } = await createDatabase();
  dropDatabase = drop;
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2`,
  );
  await client.end();
  all = new Map(rows.map(({ table, name, type }) => [`${table}.${name}`, type]));
  columns = rows.filter(({ type }) => LETTERS.includes(type));
});
afterAll(() => dropDatabase());

const declared = () =>
  Object.entries(personalTables).flatMap(([table, { columns: own }]) =>
    Object.keys(own).map((name) => `${table}.${name}`),
  );

test('every column of letters, JSON or bytes says what it can hold of people', () => {
  expect(declared().toSorted()).toEqual(columns.map(({ table, name }) => `${table}.${name}`).toSorted());
});

test('what is free of people, a file, or stays, says why', () => {
  const reasons = Object.values(personalTables).flatMap(({ columns: own }) =>
    Object.values(own).flatMap((column) => ('why' in column ? [column.why] : [])),
  );
  for (const why of reasons) expect(why.length).toBeGreaterThan(9);
});

test('every column that is named otherwise is one of its table', () => {
  const named = Object.entries(personalTables).flatMap(
    ([table, { owners, goesWith, visit, tells, names, columns: own }]) => {
      const by = Object.values(own).flatMap((column) => (column.is === 'own' ? (column.by ?? []) : []));
      const others = [...Object.keys(owners), ...goesWith, ...Object.keys(tells), ...names, ...by];
      return [...others, ...(visit === null ? [] : [visit])].map((name) => `${table}.${name}`);
    },
  );
  expect(named.filter((name) => !all.has(name))).toEqual([]);
});

test('an owner is named by a column of its kind, and only owners take rows along', () => {
  const faults = Object.entries(personalTables).flatMap(([table, { owners, goesWith, columns: own }]) => [
    ...Object.entries(owners).filter(([column, kind]) => {
      const wanted = kind === 'address' || kind === 'phone' ? 'text' : 'uuid';
      return all.get(`${table}.${column}`) !== wanted;
    }),
    ...goesWith.filter((column) => owners[column] === undefined),
    ...Object.values(own).filter(
      (column) => column.is === 'own' && (column.by ?? []).some((by) => !owners[by]),
    ),
  ]);
  expect(faults).toEqual([]);
});

test('nobody is in a table of which a copy tells nothing, unless it goes with its owner or is told elsewhere', () => {
  const untold = Object.entries(personalTables)
    .filter(
      ([, { owners, tells, goesWith }]) =>
        Object.keys(owners).length > 0 && Object.keys(tells).length === 0 && goesWith.length === 0,
    )
    .map(([table]) => table);
  expect(untold).toEqual(['feedback_release']);
});
