import { fieldsNamed } from '../../platform/text/field-description.js';
import { unitFields } from './unit-fields.js';

/** What is said of a directorate or an outside partner; of some no place is known. */
export const organisationFields = {
  ...fieldsNamed(unitFields, ['name', 'aliases', 'email', 'phone', 'address']),
  name: { ...unitFields.name, label: 'Nama' },
  place: { ...unitFields.place, empty: 'blank' },
} as const;
