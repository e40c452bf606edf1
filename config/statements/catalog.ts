import type { Client } from 'pg';
import { isNode, readTree, type Tree, type TreeNode } from './node-tree.js';

/** What the analysis asks of PostgreSQL's catalog. */
export interface Catalog {
  functions: ReadonlyMap<number, { name: string; isStrict: boolean; isBuiltIn: boolean }>;
  operators: ReadonlyMap<number, { name: string; isStrict: boolean }>;
  types: ReadonlyMap<number, { name: string; kind: string; element: number }>;
  tables: ReadonlyMap<number, Table>;
}

export interface Table {
  name: string;
  /** By their numbers. */
  columns: ReadonlyMap<number, { name: string; isNotNull: boolean }>;
  /** What a view selects. */
  view: TreeNode | null;
}

const FUNCTIONS = `SELECT oid::int AS id, proname AS name, proisstrict AS "isStrict",
  pronamespace = 'pg_catalog'::regnamespace AS "isBuiltIn" FROM pg_proc`;
const OPERATORS = `SELECT o.oid::int AS id, o.oprname AS name, p.proisstrict AS "isStrict"
  FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode`;
const TYPES = `SELECT oid::int AS id, format_type(oid, NULL) AS name, typtype::text AS kind,
  CASE WHEN typcategory = 'A' THEN typelem::int ELSE 0 END AS element FROM pg_type`;
const COLUMNS = `SELECT c.oid::int AS id, c.relname AS "table", n.nspname AS schema, a.attnum AS number, a.attname AS name,
  a.attnotnull AS "isNotNull", r.ev_action::text AS view
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
  LEFT JOIN pg_rewrite r ON r.ev_class = c.oid AND c.relkind = 'v'
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT a.attisdropped`;

interface ColumnRow {
  id: number;
  table: string;
  schema: string;
  number: number;
  name: string;
  isNotNull: boolean;
  view: string | null;
}

export async function readCatalog(client: Client): Promise<Catalog> {
  const rows = async <Row extends { id: number }>(sql: string): Promise<Map<number, Row>> =>
    new Map((await client.query<Row>(sql)).rows.map((row) => [row.id, row]));
  return {
    functions: await rows<{ id: number; name: string; isStrict: boolean; isBuiltIn: boolean }>(FUNCTIONS),
    operators: await rows<{ id: number; name: string; isStrict: boolean }>(OPERATORS),
    types: await rows<{ id: number; name: string; kind: string; element: number }>(TYPES),
    tables: tablesOf((await client.query<ColumnRow>(COLUMNS)).rows),
  };
}

function tablesOf(rows: readonly ColumnRow[]): Map<number, Table> {
  const tables = new Map<number, Table & { columns: Map<number, { name: string; isNotNull: boolean }> }>();
  for (const { id, table, schema, number, view, ...column } of rows) {
    const name = schema === 'public' ? table : `${schema}.${table}`;
    const known = tables.get(id) ?? { name, columns: new Map(), view: viewOf(schema, view) };
    tables.set(id, known);
    known.columns.set(number, column);
  }
  return tables;
}

/** Views of the system are taken as they are. */
function viewOf(schema: string, text: string | null): TreeNode | null {
  if (text === null || schema === 'pg_catalog' || schema === 'information_schema') return null;
  return queryIn(readTree(text));
}

/** The one query of a rule's action or of a function's body. */
export function queryIn(tree: Tree): TreeNode | null {
  if (isNode(tree)) return tree.tag === 'QUERY' ? tree : null;
  return Array.isArray(tree) && tree[0] !== undefined ? queryIn(tree[0]) : null;
}
