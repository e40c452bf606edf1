import type { FormFaults, SentForm } from '../../platform/pages/forms.js';

/** A form about participants that was refused, with what was typed. */
export interface RefusedParticipant {
  /** `new`, `unit`, or a participant's id. */
  form: string;
  sent: SentForm;
  faults: FormFaults;
}
