import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitAction } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';

/** Steps that are taken on the page of a visit; a summary is published where it is written. */
export const pageSteps = [
  'submit',
  'accept',
  'approve',
  'complete',
  'propose',
  'reschedule',
  'decline',
  'withdraw',
  'not-held',
  'cancel',
] as const satisfies VisitAction[];
export type PageStep = (typeof pageSteps)[number];

/** How a step is offered: its button, and what follows from it. */
export interface StepWords {
  button: string;
  consequence: string;
  /** `main` is what one usually came for; `grave` cannot be taken back. */
  tone: 'main' | 'plain' | 'grave';
  /** What the reason is called where it is asked for. */
  reasonLabel: string;
}

interface Seen {
  visit: VisitFacts;
  /** For whom the reader acts. */
  side: 'guest' | 'host' | 'regional';
}

type Words = Omit<StepWords, 'reasonLabel' | 'tone'> & Partial<StepWords>;

const FINAL = 'Langkah ini tidak dapat dibatalkan.';

const otherName = ({ visit, side }: Seen): string =>
  side === 'host' ? visit.guestUnitName : visit.hostUnitName;

/** The time that is proposed, or the visit's own. */
function timeInQuestion({ visit }: Seen): string {
  const { proposedStartsAt, proposedEndsAt, startsAt, endsAt } = visit;
  return formatDateTimeRange(proposedStartsAt ?? startsAt, proposedEndsAt ?? endsAt, visit.timeZone as Zone);
}

const ownTime = ({ visit: { startsAt, endsAt, timeZone } }: Seen): string =>
  formatDateTimeRange(startsAt, endsAt, timeZone as Zone);

const accept = (seen: Seen): Words =>
  hasTrait(seen.visit.state, 'standing')
    ? {
        button: 'Terima jadwal baru',
        consequence: `Kunjungan pindah ke ${timeInQuestion(seen)}; kalender setiap peserta mengikuti dan peserta diminta menjawab lagi.`,
        tone: 'main',
      }
    : {
        button: hasTrait(seen.visit.state, 'hostsTurn') ? 'Terima kunjungan' : 'Terima usulan waktu',
        consequence: `Waktu tuan rumah terkunci untuk ${timeInQuestion(seen)}, undangan dikirim ke semua peserta, dan Kanwil mendapat tembusan.`,
        tone: 'main',
      };

function withdraw(seen: Seen): Words {
  const { state } = seen.visit;
  if (hasTrait(state, 'unsent')) {
    return {
      button: 'Tutup draf',
      consequence: `Draf ini ditutup dan tidak jadi diajukan. ${FINAL}`,
      tone: 'grave',
    };
  }
  if (hasTrait(state, 'hostsTurn')) {
    return {
      button: 'Tarik permintaan',
      consequence: `Permintaan ditutup dan ${otherName(seen)} diberi tahu. ${FINAL}`,
      tone: 'grave',
    };
  }
  return {
    button: 'Tarik usulan waktu',
    consequence: hasTrait(state, 'standing')
      ? `Usulan Anda dihapus; kunjungan tetap pada ${ownTime(seen)}.`
      : `Usulan Anda dihapus; permintaan kembali menunggu jawaban untuk ${ownTime(seen)}.`,
  };
}

const decline = (seen: Seen): Words =>
  hasTrait(seen.visit.state, 'standing')
    ? {
        button: 'Tolak jadwal baru',
        consequence: `Kunjungan tetap pada ${ownTime(seen)}; ${otherName(seen)} menerima alasan Anda.`,
      }
    : {
        button: 'Tolak kunjungan',
        consequence: `Permintaan ditutup; ${otherName(seen)} dan Kanwil menerima alasan Anda. ${FINAL}`,
        tone: 'grave',
      };

const words: Readonly<Record<PageStep, (seen: Seen) => Words>> = {
  submit: ({ visit }) => ({
    button: 'Ajukan permintaan',
    consequence: `Permintaan dikirim ke ${visit.hostUnitName}, dan Kanwil mendapat tembusan.`,
    tone: 'main',
  }),
  accept,
  approve: () => ({
    button: 'Setujui kunjungan',
    consequence: 'Persetujuan Kanwil tercatat, kedua UPT diberi tahu, dan tuan rumah dapat menerima.',
    tone: 'main',
  }),
  complete: () => ({
    button: 'Catat sudah dilaksanakan',
    consequence: 'Kunjungan tercatat dilaksanakan; sesudahnya ringkasan dapat ditulis.',
    tone: 'main',
  }),
  propose: (seen) => ({
    button: 'Usulkan waktu lain',
    consequence:
      seen.side === 'host'
        ? `Waktu itu Anda sediakan 72 jam untuk ${otherName(seen)} sambil menunggu jawabannya.`
        : `${otherName(seen)} diminta menjawab waktu baru ini; permintaan tetap berlaku.`,
  }),
  reschedule: (seen) => ({
    button: 'Usulkan perubahan jadwal',
    consequence: `Jadwal sekarang tetap berlaku sampai ${otherName(seen)} menerima waktu yang baru.`,
  }),
  decline,
  withdraw,
  'not-held': (seen) => ({
    button: 'Catat tidak dilaksanakan',
    consequence: `Kunjungan tercatat tidak dilaksanakan; ${otherName(seen)} dan Kanwil menerima alasannya. ${FINAL}`,
    tone: 'grave',
  }),
  cancel: (seen) => ({
    button: 'Batalkan kunjungan',
    consequence: `Kunjungan terhapus dari kalender setiap peserta; ${otherName(seen)} dan Kanwil menerima alasan Anda. ${FINAL}`,
    tone: 'grave',
  }),
};

/** How a step of a visit is offered to somebody who may take it. */
export const stepWords = (step: PageStep, seen: Seen): StepWords => ({
  tone: 'plain',
  reasonLabel: 'Alasan',
  ...words[step](seen),
});

/** What is said after a step was taken, or something else was done on the page. */
export const visitNotices: Readonly<Record<string, string>> = {
  submit: 'Permintaan sudah diajukan. Anda diberi tahu ketika tuan rumah menjawab.',
  accept: 'Sudah diterima. Undangan kalender sedang dikirim kepada setiap peserta.',
  approve: 'Persetujuan Kanwil sudah tercatat.',
  complete: 'Pelaksanaan sudah tercatat. Langkah berikutnya: menulis ringkasan.',
  propose: 'Usulan waktu sudah dikirim dan menunggu jawaban.',
  reschedule: 'Usulan perubahan jadwal sudah dikirim dan menunggu jawaban.',
  decline: 'Penolakan beserta alasannya sudah dikirim.',
  withdraw: 'Sudah ditarik kembali.',
  'not-held': 'Sudah tercatat tidak dilaksanakan.',
  cancel: 'Kunjungan sudah dibatalkan; pembatalan sedang dikirim ke kalender setiap peserta.',
  dibuat: 'Draf sudah disimpan. Periksa isinya, lalu ajukan.',
  diajukan: 'Permintaan sudah diajukan. Anda diberi tahu ketika tuan rumah menjawab.',
  disimpan: 'Perubahan sudah disimpan.',
  berkas: 'Berkas sudah disimpan.',
  'berkas-dihapus': 'Berkas sudah dihapus.',
};
