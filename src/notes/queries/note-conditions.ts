import { countingFor } from '../../units/index.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';

import { mayReadSql, noteIsOf } from './note-facts.js';

/** Which notes are wanted; what is left out asks for nothing. */
export interface NoteFilter {
  unit?: string | undefined;
  unitType?: string | undefined;
  regionalOffice?: string | undefined;
  program?: string | undefined;
  /** The year in which it was published, in its unit's zone. */
  year?: number | undefined;
  visit?: string | undefined;
  state?: string | undefined;
}

/** What notes `n` of units `u` have to meet: the actor may read them, and they are as wanted. */
export function noteConditions(actor: Actor, filter: NoteFilter): Conditions {
  const where = new Conditions();
  where.add(() => mayReadSql(actor, where));
  where.addIf((p) => `n.unit IN ${countingFor(p)}`, filter.unit);
  where.addIf((p) => `u.type = ${p}`, filter.unitType);
  where.addIf((p) => `u.regional_office = ${p}`, filter.regionalOffice);
  where.addIf((p) => `n.visit_id = ${p}`, filter.visit);
  where.addIf((p) => `n.state = ${p}`, filter.state);
  where.addIf((p) => `extract(year FROM n.published_at AT TIME ZONE u.time_zone) = ${p}::int`, filter.year);
  where.addIf(noteIsOf, filter.program);
  return where;
}
