import { formatDateTimeRange, formatMoment } from '../../platform/text/dates.js';
import { OFFER_HOLD_HOURS, timeInQuestion } from '../domain/host-time.js';
import { enteredAt, reviewEnd } from '../domain/recorded-visit.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { endsEarly, type VisitAction } from '../domain/visit-states.js';
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
  'vouch',
  'object',
  'withdraw-objection',
  'settle-objection',
  'retract',
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
  now: Date;
  /** Whether the time in question cannot be accepted as things stand, so that another one is what is needed. */
  needsOtherTime: boolean;
  /** For whom the reader acts. */
  side: 'guest' | 'host' | 'regional';
}

type Words = Omit<StepWords, 'reasonLabel' | 'tone'> & Partial<StepWords>;

const FINAL = 'Langkah ini tidak dapat dibatalkan.';

/** Whom a step is told, beside whoever takes it. */
const otherName = ({ visit, side }: Seen): string =>
  side === 'regional'
    ? `${visit.guestUnitName}, ${visit.hostUnitName},`
    : side === 'host'
      ? visit.guestUnitName
      : visit.hostUnitName;

/** The time that is proposed, or the visit's own. */
const askedTime = ({ visit }: Seen): string => formatDateTimeRange(timeInQuestion(visit), visit.timeZone);

const ownTime = ({ visit }: Seen): string => formatDateTimeRange(visit, visit.timeZone);

/** The first yes to what a regional office arranged. */
function acceptFirst(seen: Seen): Words {
  const asked = `Kunjungan menjadi pasti setelah ${otherName(seen)} juga menerima.`;
  const held =
    seen.side === 'host'
      ? ` Waktu itu Anda sediakan ${OFFER_HOLD_HOURS} jam sambil menunggu jawabannya.`
      : '';
  return { button: 'Terima kunjungan', consequence: `${asked}${held}`, tone: 'main' };
}

const isFirstAnswer = ({ visit }: Seen): boolean =>
  hasTrait(visit.state, 'guestsTurn') && visit.proposedBy === null;

const accept = (seen: Seen): Words => (isFirstAnswer(seen) ? acceptFirst(seen) : acceptLast(seen));

const acceptLast = (seen: Seen): Words =>
  hasTrait(seen.visit.state, 'standing')
    ? {
        button: 'Terima jadwal baru',
        consequence: `Kunjungan pindah ke ${askedTime(seen)}; kalender setiap peserta mengikuti dan peserta diminta menjawab lagi.`,
        tone: 'main',
      }
    : {
        button: hasTrait(seen.visit.state, 'hostsTurn') ? 'Terima kunjungan' : 'Terima usulan waktu',
        consequence: `Waktu tuan rumah terkunci untuk ${askedTime(seen)}, undangan dikirim ke semua peserta, dan Kanwil mendapat tembusan.`,
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
  if (seen.side === 'regional' || isFirstAnswer(seen)) {
    return {
      button: 'Tarik kunjungan ini',
      consequence: `Kunjungan yang Anda atur ditutup; kedua UPT diberi tahu. ${FINAL}`,
      tone: 'grave',
    };
  }
  if (hasTrait(state, 'guestsTurn')) {
    return {
      button: 'Tarik kesediaan',
      consequence: `Kunjungan kembali menunggu jawaban kedua UPT untuk ${ownTime(seen)}.`,
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

const complete = ({ visit, now }: Seen): Words => ({
  button: 'Catat sudah dilaksanakan',
  consequence: endsEarly(visit, now)
    ? `Menurut rencana kunjungan baru selesai ${formatMoment(visit.endsAt, visit.timeZone)}. Sesudah dicatat, ringkasan dapat ditulis.`
    : 'Kunjungan tercatat dilaksanakan; sesudahnya ringkasan dapat ditulis.',
  tone: 'main',
});

type ReviewStep = 'vouch' | 'object' | 'withdraw-objection' | 'settle-objection' | 'retract';

/** What follows from an objection: an answer that is not agreed upon yet falls, a visit that stands is left out of figures. */
const objectionWords = ({ state, guestUnitName }: Seen['visit']): string =>
  hasTrait(state, 'agreed')
    ? 'Pencatat dan Kanwil menerima alasan Anda; sampai selesai, kunjungan ini tidak dihitung dalam Sinergi.'
    : `Jawaban yang dicatat ${guestUnitName} tidak berlaku lagi, dan tuan rumah diminta menjawab sendiri; tamu dan Kanwil menerima alasan Anda.`;

/** Steps about a visit that was entered afterwards. */
const reviewWords: Readonly<Record<ReviewStep, (seen: Seen) => Words>> = {
  vouch: () => ({
    button: 'Catatan ini benar',
    consequence: 'Tercatat bahwa UPT Anda sudah memeriksanya; tidak ada surat yang dikirim.',
    tone: 'main',
  }),
  object: ({ visit }) => ({
    button: 'Ajukan keberatan',
    consequence: `${objectionWords(visit)} Dapat diajukan sampai ${formatMoment(reviewEnd(enteredAt(visit) ?? visit.createdAt), visit.timeZone)}.`,
  }),
  'withdraw-objection': () => ({
    button: 'Cabut keberatan',
    consequence: 'Kunjungan ini kembali dihitung; pencatat dan Kanwil diberi tahu.',
    tone: 'main',
  }),
  'settle-objection': () => ({
    button: 'Putuskan: catatan tetap berlaku',
    consequence: 'Kunjungan ini kembali dihitung; kedua UPT menerima alasan Anda.',
  }),
  retract: ({ visit }) => ({
    button: 'Hapus catatan',
    consequence: hasTrait(visit.state, 'standing')
      ? `Kunjungan dibatalkan dan terhapus dari kalender setiap peserta; yang lain menerima alasan Anda. ${FINAL}`
      : `Kunjungan ini tidak dihitung lagi; yang lain menerima alasan Anda. ${FINAL}`,
    tone: 'grave',
  }),
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
  complete,
  propose: (seen) => ({
    button: 'Usulkan waktu lain',
    tone: seen.needsOtherTime ? 'main' : 'plain',
    consequence:
      seen.side === 'host'
        ? `Waktu itu Anda sediakan ${OFFER_HOLD_HOURS} jam untuk ${otherName(seen)} sambil menunggu jawabannya.`
        : `${otherName(seen)} diminta menjawab waktu baru ini; permintaan tetap berlaku.`,
  }),
  reschedule: (seen) => ({
    button: seen.needsOtherTime ? 'Usulkan waktu lain' : 'Usulkan perubahan jadwal',
    tone: seen.needsOtherTime ? 'main' : 'plain',
    consequence: `Jadwal sekarang tetap berlaku sampai ${otherName(seen)} menerima waktu yang baru.`,
  }),
  decline,
  withdraw,
  'not-held': (seen) => ({
    button: 'Catat tidak dilaksanakan',
    consequence: `Kunjungan tercatat tidak dilaksanakan; ${otherName(seen)} dan Kanwil menerima alasannya. ${FINAL}`,
    tone: 'grave',
  }),
  ...reviewWords,
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
  ikut: 'Kantor Anda ikut dalam kunjungan ini. Tambahkan orang-orang dari kantor Anda.',
  'ajakan-ditarik': 'Ajakan sudah ditarik kembali.',
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
  vouch: 'Terima kasih; tercatat bahwa catatan ini benar.',
  object: 'Keberatan Anda sudah dikirim kepada pencatat dan Kanwil.',
  'withdraw-objection': 'Keberatan sudah dicabut.',
  'settle-objection': 'Keputusan sudah tercatat dan dikirim kepada kedua UPT.',
  retract: 'Catatan kunjungan sudah dihapus.',
  dicatat: 'Kunjungan sudah dicatat. Pihak lain diberi tahu dan dapat mengajukan keberatan dalam 7 hari.',
  diatur: 'Kunjungan sudah diatur. Kedua UPT diberi tahu, dan Anda diberi tahu ketika mereka menjawab.',
  dibuat: 'Draf sudah disimpan. Periksa isinya, lalu ajukan.',
  diajukan: 'Permintaan sudah diajukan. Anda diberi tahu ketika tuan rumah menjawab.',
  'izin-diminta': 'Permintaan izin tambahan peserta sudah dikirim kepada tuan rumah.',
  'izin-dijawab': 'Jawaban Anda sudah dikirim kepada tamu.',
  'jawaban-dicatat': 'Jawaban tuan rumah sudah dicatat. Tuan rumah dan Kanwil diberi tahu.',
  dihubungi: 'Sudah tercatat bahwa Anda menghubunginya.',
  'belum-dihubungi': 'Tandanya sudah dihapus.',
  diundang: 'Undangan sudah dikirim kepada kepalanya.',
  disimpan: 'Perubahan sudah disimpan.',
  berkas: 'Berkas sudah disimpan.',
  'berkas-dihapus': 'Berkas sudah dihapus.',
};
