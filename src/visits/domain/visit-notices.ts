import { REVIEW_DAYS } from './recorded-visit.js';
import { hasTrait, statesWith } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** Who is told of a step: units beside the actor, and whether the regional offices are told too. */
export interface Notice {
  units: 'guest' | 'host' | 'other' | 'both';
  regional: boolean;
  /** Whether the guests that joined the leading one are told too. */
  joined?: boolean;
  /** Whether the regional office that arranged the visit is told, where the others are not. */
  arranger?: boolean;
  /** Whether those who take part get a calendar mail about the same step, so that this one would be a second. */
  reachesCalendars: boolean;
  /** Whether whoever did it is told too, as the others at the same unit may not be there to read it. */
  tellsActor?: boolean;
  subject: string;
  opening: string;
}

const answer = 'Mohon buka kunjungan ini, lalu terima, tolak, atau usulkan waktu lain.';

const notices: Readonly<Record<string, Notice>> = {
  record: {
    units: 'other',
    regional: true,
    reachesCalendars: false,
    subject: 'Kunjungan dicatat',
    opening: `Kunjungan berikut, yang disepakati di luar Sambang, dicatat di Sambang. Mohon periksa; bila keliru, ajukan keberatan dalam ${REVIEW_DAYS} hari di halamannya.`,
  },
  object: {
    units: 'other',
    regional: true,
    reachesCalendars: false,
    subject: 'Keberatan atas kunjungan yang dicatat',
    opening:
      'Ada keberatan atas kunjungan yang dicatat berikut. Sampai selesai, kunjungan ini tidak dihitung dalam Sinergi. Mohon pencatatnya memperbaiki atau menghapusnya; Kanwil dapat memutuskannya.',
  },
  'withdraw-objection': {
    units: 'other',
    regional: true,
    reachesCalendars: false,
    subject: 'Keberatan dicabut',
    opening: 'Keberatan atas kunjungan yang dicatat berikut dicabut; kunjungan ini kembali dihitung.',
  },
  'settle-objection': {
    units: 'both',
    regional: true,
    reachesCalendars: false,
    subject: 'Keberatan diputuskan Kanwil',
    opening: 'Kanwil memutuskan keberatan atas kunjungan yang dicatat berikut; kunjungan ini tetap berlaku.',
  },
  retract: {
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Catatan kunjungan dihapus',
    opening: 'Catatan kunjungan berikut dihapus oleh pencatatnya.',
  },
  arrange: {
    units: 'both',
    regional: true,
    reachesCalendars: false,
    subject: 'Kunjungan diatur Kanwil',
    opening: `Kanwil mengatur kunjungan berikut. ${answer} Kunjungan menjadi pasti setelah kedua UPT menerima.`,
  },
  submit: {
    units: 'host',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan kunjungan',
    opening: `Ada permintaan kunjungan baru. ${answer}`,
  },
  propose: {
    units: 'other',
    regional: false,
    arranger: true,
    reachesCalendars: false,
    subject: 'Usulan waktu lain',
    opening: `Ada usulan waktu lain untuk kunjungan berikut. ${answer}`,
  },
  accept: {
    joined: true,
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan dikonfirmasi',
    opening: 'Kunjungan berikut telah dikonfirmasi. Undangan kalender dikirim kepada setiap peserta.',
  },
  decline: {
    joined: true,
    units: 'other',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan ditolak',
    opening: 'Mohon maaf, permintaan kunjungan berikut tidak dapat dipenuhi.',
  },
  withdraw: {
    joined: true,
    units: 'other',
    regional: false,
    arranger: true,
    reachesCalendars: false,
    subject: 'Permintaan ditarik kembali',
    opening: 'Permintaan atau usulan berikut ditarik kembali oleh pengirimnya.',
  },
  approve: {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Disetujui Kanwil',
    opening: 'Kanwil telah menyetujui kunjungan berikut.',
  },
  expire: {
    joined: true,
    units: 'both',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan kedaluwarsa',
    opening: 'Permintaan berikut tidak dijawab sampai batas waktunya, sehingga tidak berlaku lagi.',
  },
  reschedule: {
    units: 'other',
    regional: false,
    arranger: true,
    reachesCalendars: false,
    subject: 'Usulan perubahan jadwal',
    opening:
      'Ada usulan perubahan jadwal untuk kunjungan berikut. Mohon buka kunjungan ini, lalu jawab usulannya.',
  },
  cancel: {
    joined: true,
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan dibatalkan',
    opening: 'Kunjungan berikut dibatalkan.',
  },
  'not-held': {
    joined: true,
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan tidak dilaksanakan',
    opening: 'Kunjungan berikut tercatat tidak dilaksanakan.',
  },
  displace: {
    joined: true,
    units: 'both',
    regional: true,
    reachesCalendars: false,
    tellsActor: true,
    subject: 'Waktu kunjungan perlu dipastikan',
    opening:
      'Tuan rumah, atau hari libur yang baru, menutup waktu kunjungan yang sudah disepakati ini. Kunjungan tetap berlaku sampai salah satu UPT mengusulkan perubahan jadwal atau membatalkannya.',
  },
  'displace-party': {
    units: 'both',
    regional: true,
    reachesCalendars: false,
    tellsActor: true,
    subject: 'Rombongan kunjungan perlu dipastikan',
    opening:
      'Tuan rumah kini menerima rombongan yang lebih kecil daripada rombongan kunjungan yang sudah disepakati ini. Kunjungan tetap berlaku sampai salah satu UPT mengubah atau membatalkannya.',
  },
  'end-program': {
    joined: true,
    units: 'both',
    regional: true,
    reachesCalendars: false,
    tellsActor: true,
    subject: 'Program kunjungan perlu dipastikan',
    opening:
      'Program yang dipilih untuk kunjungan yang sudah disepakati ini tidak ditawarkan lagi. Kunjungan tetap berlaku; bila perlu, ubahlah programnya.',
  },
  'ask-party': {
    units: 'host',
    regional: false,
    reachesCalendars: false,
    subject: 'Izin tambahan peserta diminta',
    opening:
      'Tamu meminta izin membawa lebih banyak orang daripada yang biasa Anda terima. Mohon buka kunjungan ini, lalu izinkan atau tolak.',
  },
  'agree-party': {
    units: 'guest',
    regional: false,
    reachesCalendars: false,
    subject: 'Tambahan peserta diizinkan',
    opening: 'Tuan rumah mengizinkan jumlah peserta yang diminta.',
  },
  'refuse-party': {
    units: 'guest',
    regional: false,
    reachesCalendars: false,
    subject: 'Tambahan peserta tidak diizinkan',
    opening: 'Tuan rumah tidak dapat menerima jumlah peserta yang diminta.',
  },
  'suggest-time': {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Peserta mengusulkan waktu lain',
    opening:
      'Seorang peserta mengusulkan waktu lain. Jadwal tidak berubah; bila perlu, usulkan perubahan jadwal di halaman kunjungan.',
  },
  'suggest-substitute': {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Peserta mengusulkan pengganti',
    opening:
      'Seorang peserta berhalangan dan mengusulkan pengganti. Bila setuju, tambahkan penggantinya sebagai peserta.',
  },
};

/** Answers to a change of the schedule of a visit that stays confirmed either way. */
const rescheduleAnswers: Readonly<
  Record<string, Pick<Notice, 'subject' | 'opening' | 'regional' | 'joined'>>
> = {
  accept: {
    regional: true,
    subject: 'Jadwal berubah',
    opening: 'Usulan perubahan jadwal diterima. Kalender setiap peserta mengikuti.',
  },
  decline: {
    joined: false,
    regional: false,
    subject: 'Usulan jadwal ditolak',
    opening: 'Usulan perubahan jadwal ditolak; kunjungan tetap pada waktunya.',
  },
  withdraw: {
    joined: false,
    regional: false,
    subject: 'Usulan jadwal ditarik kembali',
    opening: 'Usulan perubahan jadwal ditarik kembali; kunjungan tetap pada waktunya.',
  },
};

/** Answers to what a regional office arranged, after which the other unit's is still awaited. */
const firstAnswers: Readonly<Record<string, Partial<Notice>>> = {
  accept: {
    joined: false,
    regional: false,
    arranger: true,
    reachesCalendars: false,
    subject: 'Satu UPT sudah menerima',
    opening: `Satu UPT sudah menerima kunjungan berikut, yang diatur Kanwil. Kunjungan menjadi pasti setelah UPT yang lain menerima. ${answer}`,
  },
  withdraw: {
    joined: false,
    subject: 'Kesediaan ditarik kembali',
    opening:
      'Kesediaan atau usulan untuk kunjungan berikut, yang diatur Kanwil, ditarik kembali; kedua UPT diminta menjawab lagi.',
  },
};

/** What a regional office arranged is called off by it, or by the guest. */
const offNow: Partial<Notice> = {
  regional: true,
  subject: 'Kunjungan tidak jadi',
  opening: 'Kunjungan berikut, yang diatur Kanwil, ditarik kembali.',
};

/** Objecting to an answer that was entered and is not agreed upon: it never was. */
const voided: Partial<Notice> = {
  subject: 'Jawaban yang dicatat tidak berlaku',
  opening: `Ada keberatan atas jawaban tuan rumah yang dicatat tamu untuk kunjungan berikut. Jawaban itu tidak berlaku; kunjungan ini kembali menunggu jawaban tuan rumah. ${answer}`,
};

/** Whether an objection is to an answer that was entered, and not to a visit that stands. */
const isToEntry = (from: VisitState): boolean => hasTrait(from, 'reviewable') && !hasTrait(from, 'agreed');

/** Every step that somebody is mailed about; of a standing visit, the answers to a change of the schedule. */
export const noticedSteps: readonly { action: string; fromState: VisitState | null }[] = [
  ...Object.keys(notices).map((action) => ({ action, fromState: null })),
  ...statesWith('reviewable')
    .filter(isToEntry)
    .map((fromState) => ({ action: 'object', fromState })),
  ...statesWith('standing').flatMap((fromState) =>
    Object.keys(rescheduleAnswers).map((action) => ({ action, fromState })),
  ),
];

/** Whether a step leaves what a regional office arranged without the answer of both units. */
const isUnsettled = (from: VisitState, to: VisitState): boolean =>
  hasTrait(to, 'awaitsAnswer') && (hasTrait(from, 'guestsTurn') || hasTrait(to, 'guestsTurn'));

/**
 * Who is told of a step and how it is put; null for what nobody is mailed about.
 *
 * @param arranged of a visit that a regional office arranged, where the step leads
 */
export function noticeOf(
  action: string,
  fromState: VisitState | null,
  arranged: VisitState | null = null,
): Notice | null {
  const notice = notices[action];
  if (!notice) return null;
  if (fromState !== null && action === 'object' && isToEntry(fromState)) return { ...notice, ...voided };
  if (fromState !== null && arranged !== null && isUnsettled(fromState, arranged))
    return { ...notice, ...firstAnswers[action] };
  if (arranged !== null && action === 'withdraw' && hasTrait(arranged, 'endedEarly'))
    return { ...notice, ...offNow };
  return fromState !== null && hasTrait(fromState, 'standing')
    ? { ...notice, ...rescheduleAnswers[action] }
    : notice;
}
