import type { RoutePolicy } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';

/** Who enters visits that were agreed upon elsewhere: people of units, and of regional offices. */
export const mayRecord: RoutePolicy = (actor) => can(actor, 'visits.arrange') || can(actor, 'visits.oversee');
