import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { FeedErrorCode } from '../domain/feed-content.js';

export const feedProblems: Problems<FeedErrorCode> = {
  'feed-visit-missing': {
    status: 422,
    title: 'Kunjungan tidak cocok dengan cakupan',
    detail:
      'Sebutkan kunjungan bila cakupannya satu kunjungan, dan hanya dalam hal itu. Silakan perbaiki, lalu kirim kembali.',
  },
  'feed-busy-unfit': {
    status: 422,
    title: 'Kalender waktu sibuk hanya untuk satu UPT',
    detail:
      'Kalender waktu sibuk memuat seluruh waktu satu UPT, tanpa saringan program atau status. Silakan pilih cakupan UPT tanpa saringan, lalu kirim kembali.',
  },
};
