// breaks: house/roles-are-asked-for-capabilities
import type { Role } from '../../platform/security/actor.js';

export const mayManage = (actor: { role: Role }): boolean => actor.role !== 'officer';
