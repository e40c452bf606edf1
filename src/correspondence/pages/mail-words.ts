import { mailStateNames } from '../../platform/mail/delivery-words.js';
import type { MailState } from '../../platform/mail/mail-states.js';

/** How a state is called, and the colour of its badge. */
export const mailStateWords: Record<MailState, { name: string; colour: string }> = {
  queued: { name: mailStateNames.queued, colour: 'blue' },
  sent: { name: mailStateNames.sent, colour: 'green' },
  failed: { name: mailStateNames.failed, colour: 'red' },
  suppressed: { name: mailStateNames.suppressed, colour: 'yellow' },
  overtaken: { name: mailStateNames.overtaken, colour: 'secondary' },
};
