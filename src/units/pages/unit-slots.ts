import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';

/** A unit as the sections of its page see it. */
export interface ShownUnit {
  code: string;
  name: string;
  timeZone: Zone;
  regionalOffice: string | null;
}

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** A section of a unit's page: its notes, its visits. */
    unit: { actor: Actor; unit: ShownUnit; mayChange: boolean };
    /** What stands under the week of a unit, between two instants. */
    'unit-week': { actor: Actor; unit: ShownUnit; from: Date; to: Date };
  }
}
