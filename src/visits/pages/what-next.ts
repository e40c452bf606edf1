import { formatDateTimeRange } from '../../platform/text/dates.js';
import { endingAt, isPast, lastMoment, timeLeft, type Deadline } from '../../platform/text/deadline.js';
import { holdExpiry, OFFER_HOLD_HOURS, proposedTime } from '../domain/host-time.js';
import { wasOverWhenRecorded } from '../domain/recorded-visit.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';

interface Situation {
  visit: VisitFacts;
  now: Date;
  /** Names of the regional offices that have yet to approve. */
  missing: readonly string[];
  /** Until when an answer counts. */
  due: Deadline;
}

const proposerName = ({ proposedBy, guestUnitName, hostUnitName }: VisitFacts): string =>
  proposedBy === 'host' ? hostUnitName : guestUnitName;
const answererName = ({ proposedBy, guestUnitName, hostUnitName }: VisitFacts): string =>
  proposedBy === 'host' ? guestUnitName : hostUnitName;

const until = ({ due, now }: Situation): string => `${lastMoment(due)} (${timeLeft(due, now)})`;

/** Until when the host keeps the time free that it offers; empty where it does not. */
function heldWords({ visit, now }: Situation): string {
  const { proposedBy, proposedAt, timeZone } = visit;
  if (proposedBy !== 'host' || proposedAt === null) return '';
  const held = endingAt(holdExpiry(proposedAt), timeZone);
  return isPast(held, now)
    ? ' Waktu itu tidak lagi ditahan tuan rumah; kunjungan lain dapat mengambilnya.'
    : ` Tuan rumah menahan waktu itu hanya ${OFFER_HOLD_HOURS} jam, sampai ${lastMoment(held)}; sesudahnya kunjungan lain dapat mengambilnya.`;
}

/** The time that one side proposes, as a sentence; empty without a proposal. */
export function proposalWords(visit: VisitFacts): string {
  const proposed = proposedTime(visit);
  if (!proposed) return '';
  if (hasTrait(visit.state, 'guestsTurn')) return `${proposerName(visit)} sudah menerima pada waktu ini.`;
  return `${proposerName(visit)} mengusulkan ${formatDateTimeRange(proposed, visit.timeZone)}.`;
}

const approvalWords = ({ missing }: Situation): string =>
  missing.length > 0 ? ` Sebelum diterima, kunjungan ini perlu persetujuan ${missing.join(' dan ')}.` : '';

const next: Readonly<Record<VisitState, (situation: Situation) => string>> = {
  draft: ({ visit }) =>
    `Periksa isinya, lengkapi peserta dan surat permohonan, lalu ajukan kepada ${visit.hostUnitName}.`,
  arranged: (situation) => {
    const { visit } = situation;
    const answerers =
      visit.proposedBy === null ? `${visit.guestUnitName} dan ${visit.hostUnitName}` : answererName(visit);
    return `Menunggu jawaban ${answerers} sampai ${until(situation)}; sesudahnya kunjungan ini kedaluwarsa.${heldWords(situation)}${approvalWords(situation)}`;
  },
  requested: (situation) =>
    `Menunggu jawaban ${situation.visit.hostUnitName} sampai ${until(situation)}; sesudahnya permintaan kedaluwarsa.${approvalWords(situation)}`,
  'counter-proposed': (situation) =>
    `Menunggu jawaban ${answererName(situation.visit)} atas usulan itu sampai ${until(situation)}.${heldWords(situation)}${approvalWords(situation)}`,
  confirmed: (situation) => {
    const { visit, now } = situation;
    if (visit.proposedBy !== null) {
      return `Jadwal sekarang tetap berlaku sampai ${answererName(visit)} menjawab usulan itu.${heldWords(situation)}${approvalWords(situation)}`;
    }
    return now < visit.startsAt
      ? 'Berikutnya: lengkapi peserta dan susunan acara sebelum hari kunjungan.'
      : 'Waktu kunjungan sudah tiba. Isi kehadiran, lalu catat pelaksanaannya.';
  },
  held: ({ visit }) =>
    wasOverWhenRecorded(visit)
      ? 'Kunjungan ini dicatat sesudah dilaksanakan. Bila ada, tulis ringkasannya dan catat tindak lanjutnya.'
      : 'Berikutnya: tulis dan terbitkan ringkasan; ringkasan dikirim ke semua peserta dan Kanwil.',
  closed: () => 'Ringkasan sudah terbit. Yang tersisa hanya tindak lanjut yang dijanjikan.',
  declined: () => 'Anda dapat mengajukan kunjungan baru pada waktu lain atau ke UPT lain.',
  withdrawn: () => 'Bila masih diperlukan, ajukan kunjungan baru.',
  expired: () => 'Bila masih diperlukan, ajukan kunjungan baru atau hubungi tuan rumahnya.',
  cancelled: () =>
    'Pembatalannya dikirim ke surel setiap peserta. Bila masih diperlukan, ajukan kunjungan baru.',
  'not-held': () => 'Bila masih diperlukan, ajukan kunjungan baru.',
};

/** What happens next, in a sentence. */
export const whatNext = (situation: Situation): string => next[situation.visit.state](situation);
