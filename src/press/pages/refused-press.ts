import type { FormFaults, SentForm } from '../../platform/pages/forms.js';

/** A form of the page that was refused: which, what was sent, and why. */
export interface RefusedPress {
  form: 'teks' | 'periksa' | 'setujui' | 'langkah';
  sent: SentForm;
  faults: FormFaults;
}
