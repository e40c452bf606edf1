import type { Actor } from '../../platform/security/actor.js';
import { can, reaches } from '../../platform/security/capabilities.js';

/** Whether somebody keeps what stands on an office's papers: its own people, its Kanwil, and administrators. */
export const mayKeepPapers = (
  office: { code: string; regionalOffice: string | null },
  actor: Pick<Actor, 'role' | 'unit' | 'inherited' | 'regionalOffice'>,
): boolean =>
  can(actor, 'papers.keep') && reaches(actor, { unit: office.code, regionalOffice: office.regionalOffice });
