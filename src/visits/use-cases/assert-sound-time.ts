import { VisitError, type VisitErrorCode } from '../domain/error-codes.js';
import { timeFault } from '../domain/visit-time.js';

const messages: Readonly<Partial<Record<VisitErrorCode, string>>> = {
  'ends-before-start': 'harus sesudah waktu mulai',
  'visit-too-long': 'kunjungan paling lama 14 hari',
};

/** @throws VisitError `ends-before-start`, `visit-too-long`, at the field of the end */
export function assertSoundTime(startsAt: Date, endsAt: Date): void {
  const code = timeFault(startsAt, endsAt);
  if (code) throw new VisitError(code, {}, [{ field: 'endsAt', message: messages[code] ?? 'belum benar' }]);
}
