import type { ErrorFacts } from '../../platform/errors/app-error.js';
import type { Problems } from '../../platform/errors/problem-catalog.js';
import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import { LONGEST_VISIT_DAYS } from '../domain/visit-time.js';

/** A date among the facts for readers, or words that stand for it. */
export const dateOf = (value: unknown, otherwise: string): string =>
  isCalendarDate(value) ? formatCalendarDate(value) : otherwise;

/** `text` around a fact, or nothing when the fact is not known. */
const ifKnown = (value: unknown, text: (known: string) => string): string =>
  typeof value === 'string' || typeof value === 'number' ? text(String(value)) : '';

/** What is free at the host instead, where it was looked up. */
const freeWords = (free: unknown): string =>
  Array.isArray(free) && free.length > 0 ? ` Yang masih luang: ${free.join('; ')}.` : '';

const closedDetail = ({ date, reason }: ErrorFacts): string =>
  `UPT tujuan tidak menerima kunjungan pada ${dateOf(date, 'hari itu')}${ifKnown(reason, (why) => ` (${why})`)}. ` +
  'Silakan pilih hari lain.';

/** The time, the host and its rules. */
export const timeProblems = {
  'host-time-taken': {
    status: 409,
    title: 'Waktu sudah terisi',
    detail: ({ reader, free }) =>
      reader === 'host'
        ? `UPT Anda sudah menerima atau menahan waktu itu untuk kunjungan lain. Silakan usulkan waktu lain kepada tamu.${freeWords(free)}`
        : `UPT tujuan sudah menerima kunjungan lain pada waktu itu. Silakan pilih atau usulkan waktu lain.${freeWords(free)}`,
    expose: ['startsAt', 'endsAt', 'free'],
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
  'own-hours-unfit': {
    status: 422,
    title: 'Jam tiap hari belum benar',
    detail:
      'Jam tiap hari berada dalam satu hari menurut waktu tuan rumah, satu kali sehari, dari mulai sampai selesainya kunjungan. Mohon perbaiki, lalu kirim kembali.',
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
  'host-decides-coming': {
    status: 409,
    title: 'Tuan rumah sudah menyepakati pertemuan daring',
    detail:
      'Kunjungan ini disepakati secara daring. Hanya tuan rumah yang dapat menjadikannya tatap muka; mintalah kepada narahubungnya.',
  },
  'kind-not-received': {
    status: 422,
    title: 'Bentuk kunjungan tidak diterima',
    detail:
      'UPT tujuan tidak menerima kunjungan dalam bentuk ini. Silakan pilih bentuk kunjungan atau UPT lain.',
  },
  'shorter-than-received': {
    status: 422,
    title: 'Terlalu singkat',
    detail: ({ bound }) =>
      `UPT tujuan tidak menerima kunjungan sesingkat itu${ifKnown(bound, (minutes) => `; paling singkat ${minutes} menit`)}. Mohon perbaiki waktunya.`,
    expose: ['bound'],
  },
  'longer-than-received': {
    status: 422,
    title: 'Terlalu lama',
    detail: ({ bound }) =>
      `UPT tujuan tidak menerima kunjungan selama itu${ifKnown(bound, (minutes) => `; paling lama ${minutes} menit`)}. Mohon perbaiki waktunya.`,
    expose: ['bound'],
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
    detail: ({ party, largestParty, mayAsk }) =>
      `Rombongan${ifKnown(party, (count) => ` ${count} orang`)} melebihi yang dapat diterima UPT tujuan${ifKnown(largestParty, (most) => `, yaitu ${most} orang`)}. ` +
      (mayAsk
        ? 'Mohon minta izin tambahan peserta kepada tuan rumah di halaman kunjungan, atau kurangi peserta.'
        : 'Mohon kurangi peserta atau bagi dalam beberapa kunjungan.'),
    expose: ['party', 'largestParty'],
  },
  'party-fits': {
    status: 422,
    title: 'Izin tidak diperlukan',
    detail: 'Jumlah itu masih dapat diterima tuan rumah. Silakan langsung tambahkan pesertanya.',
  },
  'party-not-asked': {
    status: 409,
    title: 'Tidak ada yang diminta',
    detail: 'Permintaan tambahan peserta itu sudah dijawab atau tidak ada. Muat ulang halaman ini.',
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
