import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { AgendaErrorCode } from '../domain/error-codes.js';

/** How each error of agendas is shown. */
export const agendaProblems: Problems<AgendaErrorCode> = {
  'agenda-unsound': {
    status: 422,
    title: 'Susunan acara belum benar',
    detail:
      'Setiap sesi harus berakhir sesudah mulai, berada di dalam waktu kunjungan, dan tidak bertumpukan dengan sesi ' +
      'lain di tempat yang sama. Mohon perbaiki sesi yang ditandai, lalu kirim kembali.',
  },
  'session-unknown': {
    status: 422,
    title: 'Sesi tidak dikenal',
    detail: 'Sesi itu tidak ada dalam susunan acara kunjungan ini. Muat ulang, lalu pilih sesi dari daftar.',
    expose: ['session'],
  },
  'agenda-stale': overtaken('Susunan acara ini', ['current']),
  'agenda-empty': {
    status: 409,
    title: 'Susunan acara masih kosong',
    detail: 'Belum ada sesi yang dapat diterbitkan. Mohon isi susunan acara terlebih dahulu.',
  },
};

/** Constraints of the schema and the errors that breaking them means. */
export const agendaConstraints = {
  agenda_item_times_check: 'agenda-unsound',
  agenda_item_one_place_excl: 'agenda-unsound',
  agenda_item_inside_visit: 'agenda-unsound',
} as const satisfies Record<string, AgendaErrorCode>;
