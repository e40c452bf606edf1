import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { importKinds, type ImportKind } from './import-tables.js';

/** Whether somebody may bring a file of a kind at all; of whom and of what, each row is asked. */
export function mayImport(actor: Pick<Actor, 'role'>, kind: ImportKind): boolean {
  if (kind === 'people') return can(actor, 'people.manage');
  return can(actor, 'visits.arrange') || can(actor, 'visits.oversee');
}

/** The kinds of files that somebody may bring. */
export const importableBy = (actor: Pick<Actor, 'role'>): ImportKind[] =>
  importKinds.filter((kind) => mayImport(actor, kind));
