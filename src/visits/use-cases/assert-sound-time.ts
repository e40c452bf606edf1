import {
  dayFault,
  dayHours,
  timeOfDays,
  type DayFault,
  type DayTime,
} from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { VisitError, type VisitErrorCode } from '../domain/error-codes.js';
import { timeFault } from '../domain/visit-time.js';

const messages: Readonly<Partial<Record<VisitErrorCode, string>>> = {
  'ends-before-start': 'harus sesudah waktu mulai',
  'visit-too-long': 'kunjungan paling lama 14 hari',
};

const dayMessages: Readonly<Record<DayFault, string>> = {
  'no-day': 'isi paling sedikit satu hari',
  'ends-before-start': 'jam selesai harus sesudah jam mulai',
  'over-a-night': 'jam tiap hari berada dalam satu hari menurut waktu tuan rumah',
  'day-twice': 'satu hari hanya satu kali',
};

/** @throws VisitError `ends-before-start`, `visit-too-long`, at the field of the end */
export function assertSoundTime(startsAt: Date, endsAt: Date): void {
  const code = timeFault(startsAt, endsAt);
  if (code) throw new VisitError(code, {}, [{ field: 'endsAt', message: messages[code] ?? 'belum benar' }]);
}

/**
 * A time as it is kept.
 *
 * @param zone the host's, by which its days are told
 * @throws VisitError as `assertSoundTime`, and `own-hours-unfit`
 */
export function soundTime({ startsAt, endsAt, ownHours }: DayTime, zone: Zone): DayTime {
  assertSoundTime(startsAt, endsAt);
  if (ownHours === null) return { startsAt, endsAt, ownHours };
  const days = dayHours({ startsAt, endsAt, ownHours }, zone);
  const fault = dayFault(days, zone);
  if (fault) {
    throw new VisitError('own-hours-unfit', {}, [{ field: 'ownHours', message: dayMessages[fault] }]);
  }
  return timeOfDays(days, zone);
}
