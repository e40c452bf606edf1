import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import type { TestApp } from './app.js';

/** A statement as it was sent, with the values of one time. */
export interface SentStatement {
  sql: string;
  parameters: unknown[];
}

/** What PostgreSQL did in one step of a statement (EXPLAIN, FORMAT JSON). */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** Rows that a step may read and throw away. */
export const MOST_THROWN_AWAY = 200;

/** The reading statements that are sent while work runs, each with its values. */
export async function sentDuring(app: TestApp, work: () => Promise<unknown>): Promise<SentStatement[]> {
  const { logger } = app.app.get(DataSource);
  const sent: SentStatement[] = [];
  const before = logger.logQuery.bind(logger);
  logger.logQuery = (sql, parameters) => {
    if (/^\s*\(?\s*(SELECT|WITH)\b/i.test(sql))
      sent.push({ sql, parameters: (parameters ?? []) as unknown[] });
  };
  try {
    await work();
  } finally {
    logger.logQuery = before;
  }
  return sent;
}

/**
 * What a statement does that costs more with every year: growing tables that it reads from end to end, and rows of them that
 * it reads for nothing.
 */
export async function planFaults(
  app: TestApp,
  { sql, parameters }: SentStatement,
  growing: ReadonlySet<string>,
): Promise<string[]> {
  return faultsIn(await planOf(app, sql, parameters), growing);
}

async function planOf(app: TestApp, sql: string, parameters: unknown[]): Promise<PlanNode> {
  const runner = app.app.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  try {
    const rows = (await runner.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, parameters)) as {
      'QUERY PLAN': [{ Plan: PlanNode }];
    }[];
    return (rows[0] as (typeof rows)[number])['QUERY PLAN'][0].Plan;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const faultsIn = (step: PlanNode, growing: ReadonlySet<string>): string[] => [
  ...faultsOf(step, growing),
  ...(step.Plans ?? []).flatMap((part) => faultsIn(part, growing)),
];

/** Whether a step, or one below it, is of a growing table. */
const reads = (step: PlanNode, growing: ReadonlySet<string>): boolean =>
  growing.has(step['Relation Name'] ?? '') || (step.Plans ?? []).some((part) => reads(part, growing));

/** A step without a table of its own that holds against something what is read below it: a join of growing tables, or a fenced part. */
const sifts = (step: PlanNode, growing: ReadonlySet<string>): boolean =>
  step['Relation Name'] === undefined &&
  (step.Plans ?? []).filter((part) => reads(part, growing)).length >
    (step['Node Type'] === 'Subquery Scan' ? 0 : 1);

function faultsOf(step: PlanNode, growing: ReadonlySet<string>): string[] {
  const table = step['Relation Name'] ?? '';
  if (!growing.has(table) && !sifts(step, growing)) return [];
  const loops = step['Actual Loops'];
  const thrown =
    ((step['Rows Removed by Filter'] ?? 0) +
      (step['Rows Removed by Join Filter'] ?? 0) +
      (step['Rows Removed by Index Recheck'] ?? 0)) *
    loops;
  const what = `${step['Node Type']} ${table}`.trim();
  return [
    ...(step['Node Type'] === 'Seq Scan' && loops > 0 ? [`${what} reads the whole table`] : []),
    ...(thrown > MOST_THROWN_AWAY ? [`${what} throws ${Math.round(thrown)} rows away`] : []),
  ];
}

/** How much of a statement tells it from others: all of it; of one that conditions change, less has to do. */
const HEADS = [Infinity, 320, 150];
const headOf = (sql: string, length: number): string => sql.replace(/\s+/g, ' ').trim().slice(0, length);

/** Names a statement by who declares it among the committed statements; by how it begins where nobody does. */
export async function declarers(): Promise<(sql: string) => string> {
  const text = await readFile(new URL('../../config/generated/statements.sql', import.meta.url), 'utf8');
  const owners = new Map<string, string>();
  for (const [, owner = '', sql = ''] of text.matchAll(
    /^-- (\w+(?:\.\w+)?)(?:, \d+ texts)?\n(?:-- .*\n)*([^;]*);/gm,
  )) {
    for (const length of HEADS) owners.set(headOf(sql, length), owner);
  }
  return (sql) => {
    const known = HEADS.map((length) => owners.get(headOf(sql, length))).find((owner) => owner !== undefined);
    return known ?? headOf(sql, 320);
  };
}
