import { formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { attendanceWords } from '../../visits/index.js';
import type { CheckedIn } from '../use-cases/check-in.js';

/** What is said to somebody who is there now. @param zone the host's */
export const arrivedWords = (
  { name, attendance, at }: Omit<CheckedIn, 'participantId'>,
  zone: Zone,
): string => `${name} tercatat ${attendanceWords[attendance]}, pukul ${formatTime(at, zone)}. Terima kasih.`;
