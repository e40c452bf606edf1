import type { ErrorFacts } from '../../platform/errors/app-error.js';
import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { TripErrorCode } from '../domain/error-codes.js';
import { aboutWords } from '../domain/travel.js';
import { FEWEST_LEGS, MOST_LEGS } from '../domain/trip-rules.js';

const between = ({ earlier, later }: ErrorFacts): string =>
  typeof earlier === 'string' && typeof later === 'string' ? `${earlier} dan ${later}` : 'dua singgah';

/** How each error of trips is shown. */
export const tripProblems: Problems<TripErrorCode> = {
  'trip-legs-overlap': {
    status: 409,
    title: 'Singgah bertumpuk',
    detail: (facts) =>
      `Waktu singgah di ${between(facts)} bertumpuk, sedangkan rombongannya satu. Mohon pilih waktu yang berurutan.`,
    expose: ['earlier', 'later'],
  },
  'trip-leg-unreachable': {
    status: 409,
    title: 'Tidak terkejar',
    detail: (facts) => {
      const { needed, between: gap } = facts;
      const needs = typeof needed === 'number' ? `, sedikitnya ${aboutWords(needed)}` : '';
      const has = typeof gap === 'number' ? `; jedanya ${gap} menit` : '';
      return `Perjalanan antara ${between(facts)} lebih lama daripada jedanya${needs}${has}. Mohon beri jarak waktu.`;
    },
    expose: ['earlier', 'later', 'between', 'needed'],
  },
  'trip-too-few-legs': {
    status: 422,
    title: 'Singgahnya kurang',
    detail: `Satu perjalanan sedikitnya ${FEWEST_LEGS} singgah. Untuk satu tuan rumah, ajukan kunjungan biasa.`,
  },
  'trip-too-many-legs': {
    status: 422,
    title: 'Singgahnya terlalu banyak',
    detail: `Satu perjalanan paling banyak ${MOST_LEGS} singgah yang berlaku. Mohon bagi menjadi beberapa perjalanan.`,
  },
  'trip-changed': overtaken('Perjalanan ini', ['current']),
  'trip-member-twice': {
    status: 422,
    title: 'Ada yang tertulis dua kali',
    detail: 'Seseorang tertulis dua kali dalam rombongan. Mohon hapus salah satunya, lalu simpan kembali.',
  },
  'trip-leg-fixed': {
    status: 409,
    title: 'Tidak ada singgah yang dapat dibatalkan',
    detail: 'Pilih sedikitnya satu singgah yang masih akan datang dan belum berakhir.',
  },
};

/** Database constraints that mean the same as an error. */
export const tripConstraints = { trip_leg_no_overlap: 'trip-legs-overlap' } as const;
