// breaks: house/roles-are-asked-for-capabilities
import type { Role } from '../../platform/security/actor.js';

export function lead(role: Role): string {
  switch (role) {
    case 'officer':
    case 'unit-head':
    case 'regional':
    case 'administrator':
      return '';
  }
}
