import type { VisitKind } from '../../units/domain/index.js';

export { visitKinds, visitKindWords as kindWords, type VisitKind } from '../../units/domain/index.js';

const prefixes: Readonly<Record<VisitKind, string>> = {
  'study-visit': 'ST',
  'working-visit': 'KK',
  coordination: 'KO',
};

/** ST (studi tiru), KK (kunjungan kerja) or KO (koordinasi). */
export function referencePrefix(kind: VisitKind): string {
  return prefixes[kind];
}

/**
 * What people call a visit by: `ST-2025-000123`. Numbers count by prefix and year; one above 999999 gets longer.
 *
 * @param year of the visit's creation, in the host's zone
 */
export function visitReference(kind: VisitKind, year: number, number: number): string {
  return `${referencePrefix(kind)}-${year}-${String(number).padStart(6, '0')}`;
}
