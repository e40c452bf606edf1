import { poolOptions } from '../../src/platform/database/pool.js';
import { SessionLimits, jobLimits } from '../../src/platform/database/time-limits.js';
import type { Catalog } from './catalog.js';

/** What a value of PostgreSQL is in JavaScript. */
export type Kind = 'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'JSON' | 'object' | 'list';

/** A text of each type that is read as something else than text. */
const samples: Record<string, string> = {
  boolean: 't',
  smallint: '1',
  integer: '1',
  bigint: '1',
  oid: '1',
  real: '1',
  'double precision': '1',
  numeric: '1',
  date: '2026-01-31',
  'timestamp with time zone': '2026-01-31 00:00:00+00',
  'timestamp without time zone': '2026-01-31 00:00:00',
  interval: '1 day',
  json: '{}',
  jsonb: '{}',
  bytea: '\\x00',
  point: '(1,1)',
};

const { getTypeParser } = poolOptions(new SessionLimits(jobLimits)).extra.types;

/** What the driver, as the pool sets it up, makes of a type; of an array the kind of its elements is asked apart. */
export function driverKind({ types: known }: Catalog, oid: number): Kind {
  const type = known.get(oid);
  const sample = type?.element ? '{}' : (samples[type?.name ?? ''] ?? 'x');
  if (type?.name === 'json' || type?.name === 'jsonb') return 'JSON';
  const value: unknown = (getTypeParser(oid as never) as (text: string) => unknown)(sample);
  if (Array.isArray(value)) return 'list';
  if (value instanceof Date) return 'Date';
  if (Buffer.isBuffer(value)) return 'Buffer';
  return typeof value as Kind;
}

/** What a value of a type is inside of JSON. */
export function jsonKind({ types: known }: Catalog, oid: number): Kind {
  const { name = '', element = 0 } = known.get(oid) ?? {};
  if (element !== 0) return 'list';
  if (name === 'json' || name === 'jsonb') return 'JSON';
  if (name === 'boolean') return 'boolean';
  const numbers = ['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric'];
  return numbers.includes(name) ? 'number' : 'string';
}

/** The type's name as people write it. */
export const typeName = ({ types: known }: Catalog, oid: number): string =>
  (known.get(oid)?.name ?? 'unknown')
    .replace('timestamp with time zone', 'timestamptz')
    .replace('timestamp without time zone', 'timestamp')
    .replace('character varying', 'varchar');
