/** A side and a participant's role are no roles; a role is given to somebody by its name. */
import type { Role } from '../../platform/security/actor.js';

type Side = 'guest' | 'host' | 'regional' | 'system';

export const isOver = (side: Side): boolean => side === 'regional';
export const leaders = `SELECT 1 FROM visit_participant WHERE role = 'leader'`;
export const first: { role: Role } = { role: 'administrator' };
