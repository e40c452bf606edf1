import type { FormFaults, SentForm } from '../../platform/pages/forms.js';

/** A form of the page that was refused, and what was typed in it. */
export interface RefusedOfficeForm {
  /** `papers`, `emblem`, `new` for a new signer, or a signer's id. */
  form: string;
  sent: SentForm;
  faults: FormFaults;
}
