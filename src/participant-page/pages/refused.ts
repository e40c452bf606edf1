import type { FormFaults, SentForm } from '../../platform/pages/forms.js';

/** A form of the page that was refused, with what was typed. */
export interface Refused {
  form: 'answer' | 'substitute' | 'data' | 'door';
  faults: FormFaults;
  sent: SentForm | undefined;
}
