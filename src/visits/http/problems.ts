import { LARGEST_FILE_WORDS } from '../../platform/text/sizes.js';
import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import { MOST_GUESTS } from '../domain/guest-invitation.js';
import { EARLIEST_RECORDED, REVIEW_DAYS } from '../domain/recorded-visit.js';
import { participantProblems } from './participant-problems.js';
import { dateOf, timeProblems } from './time-problems.js';

/** The step, the form and those who take part. */
const requestProblems = {
  'stale-version': overtaken('Kunjungan ini', ['current']),
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
  'not-yet-over': {
    status: 422,
    title: 'Kunjungan belum selesai menurut rencana',
    detail:
      'Waktu selesai yang direncanakan belum lewat. Bila kunjungan memang sudah selesai, pastikan, lalu catat.',
    expose: ['endsAt'],
  },
  'day-not-come': {
    status: 409,
    title: 'Hari kunjungan belum tiba',
    detail: 'Kehadiran baru dapat dicatat pada hari kunjungan. Silakan ulangi pada harinya.',
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
  'guest-of-other-region': {
    status: 422,
    title: 'UPT tamu bukan dari wilayah Anda',
    detail: 'Kanwil mengatur kunjungan UPT di wilayahnya sendiri. Silakan pilih UPT tamu dari wilayah Anda.',
    expose: ['unit'],
  },
  'unit-not-there': {
    status: 409,
    title: 'UPT tidak ada pada hari itu',
    detail:
      'Salah satu UPT sudah ditutup, sudah bergabung ke UPT lain, atau belum dibuka pada hari kunjungan. Silakan pilih UPT atau hari yang lain.',
    expose: ['unit', 'unitName'],
  },
  'learning-question-unknown': {
    status: 422,
    title: 'Pertanyaan belajar tidak dikenal',
    detail: 'Pertanyaan itu bukan milik kunjungan ini. Mohon muat ulang halaman, lalu kirim kembali.',
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
  'guest-twice': {
    status: 409,
    title: 'Kantor sudah ikut atau sudah diajak',
    detail:
      'Kantor itu sudah menjadi tamu, atau ajakannya masih menunggu jawaban. Silakan pilih kantor lain.',
  },
  'too-many-guests': {
    status: 422,
    title: 'Terlalu banyak kantor',
    detail: `Paling banyak ${MOST_GUESTS} kantor diajak dalam satu kunjungan. Mohon bagi dalam beberapa kunjungan.`,
  },
  'guest-due-unfit': {
    status: 422,
    title: 'Batas waktu jawaban belum sesuai',
    detail: ({ latestDate }) =>
      `Batas waktu jawaban harus antara hari ini dan ${dateOf(latestDate, 'sehari sebelum kunjungan')}. Mohon perbaiki tanggalnya.`,
    expose: ['latestDate'],
  },
  'guest-step-late': {
    status: 409,
    title: 'Ajakan tidak dapat dijawab lagi',
    detail:
      'Ajakan ini sudah dijawab, ditarik kembali, atau tidak berlaku lagi. Muat ulang halaman ini untuk melihat keadaannya.',
  },
  'answer-too-late': {
    status: 409,
    title: 'Tidak dapat dijawab lagi',
    detail: 'Kunjungan ini sudah selesai atau dibatalkan, sehingga jawaban tidak diperlukan lagi.',
  },
  'answer-link-closed': {
    status: 410,
    title: 'Sudah tidak perlu dijawab',
    detail:
      'Permintaan ini sudah dijawab, ditarik kembali, atau kedaluwarsa, sehingga jawaban Anda tidak tersimpan.',
  },
  'suggested-too-often': {
    status: 429,
    title: 'Terlalu sering mengusulkan',
    detail:
      'Beberapa usulan pengganti Anda sudah sampai kepada petugas hari ini. Mohon tunggu jawabannya, atau hubungi narahubung kunjungan.',
  },
  'recorded-too-early': {
    status: 422,
    title: 'Terlalu lama berlalu',
    detail: `Kunjungan dapat dicatat sejak ${formatCalendarDate(EARLIEST_RECORDED)}. Mohon periksa tanggalnya.`,
  },
  'recorded-time-ahead': {
    status: 422,
    title: 'Waktunya belum lewat',
    detail:
      'Kunjungan ini dicatat sebagai sudah dilaksanakan, sehingga waktunya harus sudah lewat. Bila ternyata masih akan datang, hapus catatan ini, lalu catat kembali.',
  },
  'review-over': {
    status: 409,
    title: 'Masa keberatan sudah lewat',
    detail: `Keberatan atas kunjungan yang dicatat dapat diajukan selama ${REVIEW_DAYS} hari. Silakan hubungi pencatatnya atau Kanwil.`,
  },
  'file-kind-unknown': {
    status: 415,
    title: 'Jenis berkas tidak diterima',
    detail: `Mohon kirim berkas PDF, Word, Excel, PowerPoint, atau OpenDocument tanpa makro, paling besar ${LARGEST_FILE_WORDS}.`,
  },
  'file-twice': {
    status: 409,
    title: 'Berkas sudah ada',
    detail: 'Berkas dengan isi yang sama sudah tersimpan pada kunjungan ini.',
  },
} satisfies Partial<Problems<VisitErrorCode>>;

/** How each error of visits is shown. */
export const visitProblems: Problems<VisitErrorCode> = {
  ...timeProblems,
  ...requestProblems,
  ...participantProblems,
};

/** Constraints of the schema and the errors that breaking them means. */
export const visitConstraints = {
  host_time_no_double_booking: 'host-time-taken',
  visit_times_check: 'ends-before-start',
  visit_length_check: 'visit-too-long',
  visit_units_check: 'host-equals-guest',
  visit_recorded_since_check: 'recorded-too-early',
  visit_guest_host_check: 'host-equals-guest',
  visit_participant_email_key: 'participant-twice',
  visit_file_content_key: 'file-twice',
} as const satisfies Record<string, VisitErrorCode>;
