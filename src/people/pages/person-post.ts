import { RequestError } from '../../platform/http/request-error.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { Actor, Role } from '../../platform/security/actor.js';
import { posts } from '../../platform/security/capabilities.js';
import { placeFits, rolesToGive } from '../domain/policies.js';

interface ChosenPost {
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
}

interface SentPost {
  role?: Role | null;
  unit?: string | null;
  regionalOffice?: string | null;
}

/**
 * Role and place of a form; what the actor has no choice in is not asked for.
 *
 * @throws RequestError `validation-failed` at the place that the role needs, or may not have
 */
export function chosenPost(actor: Actor, form: SentPost): ChosenPost {
  const [only] = rolesToGive(actor).length === 1 ? rolesToGive(actor) : [];
  const role = form.role ?? only;
  if (role === undefined) throw fault('role', 'belum dipilih');
  const unit = form.unit ?? (only === undefined ? null : actor.unit);
  const regionalOffice = form.regionalOffice ?? null;
  if (!placeFits(role, unit, regionalOffice)) {
    const { workplace } = posts[role];
    const needsUnit = workplace === 'unit';
    if (needsUnit && unit === null) throw fault('unit', 'pilih UPT tempat tugasnya');
    if (!needsUnit && unit !== null)
      throw fault('unit', 'peran ini tidak bertugas di UPT; pilih “Tidak ada”');
    throw fault(
      'regionalOffice',
      workplace === 'regional-office'
        ? 'pilih Kanwil tempat tugasnya'
        : 'peran ini tidak bertugas di Kanwil; pilih “Tidak ada”',
    );
  }
  return { role, unit, regionalOffice };
}

const fault = (field: string, message: string): RequestError =>
  new RequestError('validation-failed', {}, [{ field, message }]);

/** Shows a clash with what is stored (409) beside the field it is about. */
export function clashBeside(faults: FormFaults, field: string): FormFaults {
  if (faults.status !== 409) return faults;
  return { ...faults, fields: { ...faults.fields, [field]: `${faults.title}.` } };
}
