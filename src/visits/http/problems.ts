import type { ErrorFacts } from '../../platform/errors/app-error.js';
import type { Problems } from '../../platform/errors/problem-catalog.js';
import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import { LONGEST_VISIT_DAYS } from '../domain/visit-time.js';

/** A date among the facts for readers, or words that stand for it. */
const dateOf = (value: unknown, otherwise: string): string =>
  isCalendarDate(value) ? formatCalendarDate(value) : otherwise;

/** `text` around a fact, or nothing when the fact is not known. */
const ifKnown = (value: unknown, text: (known: string) => string): string =>
  typeof value === 'string' || typeof value === 'number' ? text(String(value)) : '';

const closedDetail = ({ date, reason }: ErrorFacts): string =>
  `UPT tujuan tidak menerima kunjungan pada ${dateOf(date, 'hari itu')}${ifKnown(reason, (why) => ` (${why})`)}. ` +
  'Silakan pilih hari lain.';

/** The time, the host and its rules. */
const timeProblems = {
  'host-time-taken': {
    status: 409,
    title: 'Waktu sudah terisi',
    detail: 'UPT tujuan sudah menerima kunjungan lain pada waktu itu. Silakan pilih atau usulkan waktu lain.',
    expose: ['startsAt', 'endsAt'],
  },
  'times-needed': {
    status: 422,
    title: 'Waktu belum diisi',
    detail: 'Mohon isi waktu mulai dan waktu selesai yang diusulkan, lalu kirim kembali.',
  },
  'ends-before-start': {
    status: 422,
    title: 'Waktu terbalik',
    detail: 'Waktu selesai harus sesudah waktu mulai. Mohon perbaiki, lalu kirim kembali.',
  },
  'visit-too-long': {
    status: 422,
    title: 'Terlalu lama',
    detail: `Satu kunjungan paling lama ${LONGEST_VISIT_DAYS} hari. Mohon perbaiki waktunya, atau bagi dalam beberapa kunjungan.`,
  },
  'time-too-far': {
    status: 422,
    title: 'Terlalu jauh hari',
    detail: ({ latestDate }) =>
      `Waktu itu terlalu jauh dari sekarang. Silakan pilih ${dateOf(latestDate, 'hari yang lebih dekat')}${isCalendarDate(latestDate) ? ' atau sebelumnya' : ''}.`,
    expose: ['latestDate'],
  },
  'time-has-passed': {
    status: 422,
    title: 'Waktu sudah lewat',
    detail: 'Waktu mulai itu sudah lewat. Mohon pilih waktu yang akan datang, lalu kirim kembali.',
  },
  'period-too-long': {
    status: 422,
    title: 'Rentang terlalu panjang',
    detail: 'Waktu luang dicari paling lama untuk 92 hari. Mohon persempit rentangnya.',
  },
  'host-not-open': {
    status: 422,
    title: 'Belum menerima kunjungan',
    detail:
      'UPT tujuan belum membuka penerimaan kunjungan. Silakan pilih UPT lain atau hubungi UPT tersebut.',
  },
  'notice-too-short': {
    status: 422,
    title: 'Terlalu mendadak',
    detail: ({ shortestNoticeDays, earliestDate }) =>
      `UPT tujuan perlu diberi tahu lebih awal${ifKnown(shortestNoticeDays, (days) => `, paling lambat ${days} hari sebelumnya`)}. ` +
      `Silakan pilih ${dateOf(earliestDate, 'hari yang lebih jauh')}${isCalendarDate(earliestDate) ? ' atau sesudahnya' : ''}.`,
    expose: ['shortestNoticeDays', 'earliestDate'],
  },
  'notice-too-long': {
    status: 422,
    title: 'Terlalu jauh hari',
    detail: ({ longestNoticeDays, latestDate }) =>
      `UPT tujuan belum menerima permintaan untuk waktu sejauh itu${ifKnown(longestNoticeDays, (days) => `, paling awal ${days} hari sebelumnya`)}. ` +
      `Silakan pilih ${dateOf(latestDate, 'hari yang lebih dekat')}${isCalendarDate(latestDate) ? ' atau sebelumnya' : ''}.`,
    expose: ['longestNoticeDays', 'latestDate'],
  },
  'party-too-large': {
    status: 422,
    title: 'Rombongan terlalu besar',
    detail: ({ largestParty }) =>
      `Rombongan melebihi yang dapat diterima UPT tujuan${ifKnown(largestParty, (most) => `, yaitu ${most} orang`)}. ` +
      'Mohon kurangi peserta atau bagi dalam beberapa kunjungan.',
    expose: ['largestParty'],
  },
  'host-closed': { status: 422, title: 'Hari tutup', detail: closedDetail, expose: ['date'] },
  'outside-hosting-hours': {
    status: 422,
    title: 'Di luar jam kunjungan',
    detail: ({ date }) =>
      `Waktu itu berada di luar jam kunjungan UPT tujuan pada ${dateOf(date, 'hari itu')}. ` +
      'Silakan lihat waktu yang tersedia, lalu pilih salah satunya.',
    expose: ['date'],
  },
} satisfies Partial<Problems<VisitErrorCode>>;

/** The step, the form and those who take part. */
const requestProblems = {
  'stale-version': {
    status: 409,
    title: 'Sudah berubah',
    detail: 'Kunjungan ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.',
    expose: ['current'],
  },
  'step-not-allowed': {
    status: 409,
    title: 'Langkah tidak dapat diambil',
    detail:
      'Langkah ini tidak dapat Anda ambil pada keadaan kunjungan sekarang. ' +
      'Muat ulang, lalu pilih langkah yang tersedia.',
    expose: ['state', 'allowedActions'],
  },
  'approval-missing': {
    status: 409,
    title: 'Menunggu persetujuan Kanwil',
    detail: 'Kanwil belum menyetujui kunjungan ini. Mohon tunggu persetujuannya, lalu terima kunjungan ini.',
  },
  'not-yet-started': {
    status: 409,
    title: 'Kunjungan belum dimulai',
    detail: 'Langkah ini baru dapat diambil setelah waktu mulai kunjungan. Silakan ulangi sesudahnya.',
  },
  'reason-needed': {
    status: 422,
    title: 'Alasan belum diisi',
    detail: 'Mohon tuliskan alasannya, agar pihak lain mengetahuinya, lalu kirim kembali.',
  },
  'host-equals-guest': {
    status: 422,
    title: 'UPT tujuan sama dengan UPT tamu',
    detail: 'Sebuah UPT tidak dapat mengunjungi dirinya sendiri. Silakan pilih UPT tujuan yang lain.',
  },
  'unknown-unit': {
    status: 422,
    title: 'UPT tidak dikenal',
    detail: 'Kode UPT tidak ada dalam daftar. Silakan pilih UPT dari daftar, lalu kirim kembali.',
    expose: ['unit'],
  },
  'unknown-program': {
    status: 422,
    title: 'Program tidak dikenal',
    detail: 'Kode program tidak ada dalam daftar. Silakan pilih program dari daftar, lalu kirim kembali.',
    expose: ['program'],
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency-Key sudah dipakai',
    detail:
      'Idempotency-Key ini sudah dipakai untuk isi yang berbeda. Gunakan kunci baru untuk permintaan baru.',
  },
  'participant-twice': {
    status: 409,
    title: 'Peserta sudah terdaftar',
    detail:
      'Alamat surel itu sudah terdaftar pada kunjungan ini. Periksa daftar peserta atau gunakan alamat lain.',
  },
  'answer-too-late': {
    status: 409,
    title: 'Tidak dapat dijawab lagi',
    detail: 'Kunjungan ini sudah selesai atau dibatalkan, sehingga jawaban tidak diperlukan lagi.',
  },
  'suggested-too-often': {
    status: 429,
    title: 'Terlalu sering mengusulkan',
    detail:
      'Beberapa usulan pengganti Anda sudah sampai kepada petugas hari ini. Mohon tunggu jawabannya, atau hubungi narahubung kunjungan.',
  },
  'file-kind-unknown': {
    status: 415,
    title: 'Jenis berkas tidak diterima',
    detail: 'Mohon kirim berkas PDF, Word, Excel, PowerPoint, atau OpenDocument, paling besar 5 MB.',
  },
  'file-twice': {
    status: 409,
    title: 'Berkas sudah ada',
    detail: 'Berkas dengan isi yang sama sudah tersimpan pada kunjungan ini.',
  },
} satisfies Partial<Problems<VisitErrorCode>>;

/** How each error of visits is shown. */
export const visitProblems: Problems<VisitErrorCode> = { ...timeProblems, ...requestProblems };

/** Constraints of the schema and the errors that breaking them means. */
export const visitConstraints = {
  host_time_no_double_booking: 'host-time-taken',
  visit_times_check: 'ends-before-start',
  visit_length_check: 'visit-too-long',
  visit_units_check: 'host-equals-guest',
  visit_participant_email_key: 'participant-twice',
  visit_file_content_key: 'file-twice',
} as const satisfies Record<string, VisitErrorCode>;
