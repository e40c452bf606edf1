import { formatDateTimeRange, formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';

interface Situation {
  visit: VisitFacts;
  now: Date;
  /** Names of the regional offices that have yet to approve. */
  missing: readonly string[];
  /** When an unanswered request expires. */
  deadline: Date;
}

const proposerName = ({ proposedBy, guestUnitName, hostUnitName }: VisitFacts): string =>
  proposedBy === 'host' ? hostUnitName : guestUnitName;
const answererName = ({ proposedBy, guestUnitName, hostUnitName }: VisitFacts): string =>
  proposedBy === 'host' ? guestUnitName : hostUnitName;

const until = ({ visit, deadline }: Situation): string => {
  const zone = visit.timeZone as Zone;
  // A deadline at midnight is the end of the day before.
  const lastMoment = new Date(deadline.getTime() - 60_000);
  return formatMoment(lastMoment, zone);
};

/** The time that one side proposes, as a sentence; empty without a proposal. */
export function proposalWords(visit: VisitFacts): string {
  const { proposedStartsAt, proposedEndsAt, timeZone } = visit;
  if (!proposedStartsAt || !proposedEndsAt) return '';
  return `${proposerName(visit)} mengusulkan ${formatDateTimeRange(proposedStartsAt, proposedEndsAt, timeZone as Zone)}.`;
}

const approvalWords = ({ missing }: Situation): string =>
  missing.length > 0 ? ` Sebelum diterima, kunjungan ini perlu persetujuan ${missing.join(' dan ')}.` : '';

const next: Readonly<Record<VisitState, (situation: Situation) => string>> = {
  draft: ({ visit }) =>
    `Periksa isinya, lengkapi peserta dan surat permohonan, lalu ajukan kepada ${visit.hostUnitName}.`,
  requested: (situation) =>
    `Menunggu jawaban ${situation.visit.hostUnitName} sampai ${until(situation)}; sesudahnya permintaan kedaluwarsa.${approvalWords(situation)}`,
  'counter-proposed': (situation) =>
    `Menunggu jawaban ${answererName(situation.visit)} atas usulan itu sampai ${until(situation)}.${approvalWords(situation)}`,
  confirmed: ({ visit, now }) => {
    if (visit.proposedBy !== null) {
      return `Jadwal sekarang tetap berlaku sampai ${answererName(visit)} menjawab usulan itu.`;
    }
    return now < visit.startsAt
      ? 'Berikutnya: lengkapi peserta dan susunan acara sebelum hari kunjungan.'
      : 'Waktu kunjungan sudah tiba. Isi kehadiran, lalu catat pelaksanaannya.';
  },
  held: () => 'Berikutnya: tulis dan terbitkan ringkasan; ringkasan dikirim ke semua peserta dan Kanwil.',
  closed: () => 'Ringkasan sudah terbit. Yang tersisa hanya tindak lanjut yang dijanjikan.',
  declined: () => 'Anda dapat mengajukan kunjungan baru pada waktu lain atau ke UPT lain.',
  withdrawn: () => 'Bila masih diperlukan, ajukan kunjungan baru.',
  expired: () => 'Bila masih diperlukan, ajukan kunjungan baru atau hubungi tuan rumahnya.',
  cancelled: () => 'Peserta sudah diberi tahu. Bila masih diperlukan, ajukan kunjungan baru.',
  'not-held': () => 'Bila masih diperlukan, ajukan kunjungan baru.',
};

/** What happens next, in a sentence. */
export const whatNext = (situation: Situation): string => next[situation.visit.state](situation);
