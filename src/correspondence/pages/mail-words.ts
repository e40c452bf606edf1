import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { MailState } from '../../platform/mail/mail-states.js';

/** Administrators belong to no unit, so their pages show the time of Jakarta. */
const ZONE = 'Asia/Jakarta';

export const moment = (at: Date): string => `${formatDate(at, ZONE)}, pukul ${formatTime(at, ZONE)}`;

/** How a state is called, and the colour of its badge. */
export const stateWords: Record<MailState, { name: string; colour: string }> = {
  queued: { name: 'Menunggu', colour: 'blue' },
  sent: { name: 'Terkirim', colour: 'green' },
  failed: { name: 'Gagal', colour: 'red' },
  suppressed: { name: 'Ditahan', colour: 'yellow' },
};
