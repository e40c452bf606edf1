import type { MailState } from '../../platform/mail/mail-states.js';

/** How a state is called, and the colour of its badge. */
export const stateWords: Record<MailState, { name: string; colour: string }> = {
  queued: { name: 'Menunggu', colour: 'blue' },
  sent: { name: 'Terkirim', colour: 'green' },
  failed: { name: 'Gagal', colour: 'red' },
  suppressed: { name: 'Ditahan', colour: 'yellow' },
};
