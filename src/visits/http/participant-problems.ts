import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { VisitErrorCode } from '../domain/error-codes.js';

/** Who takes part, and how they are reached. */
export const participantProblems = {
  'participant-twice': {
    status: 409,
    title: 'Peserta sudah terdaftar',
    detail:
      'Orang dengan nama dan alamat surel itu sudah terdaftar pada kunjungan ini. Bila orangnya lain dan alamatnya dipakai bersama, tulis namanya dengan lengkap.',
  },
  'participant-double': {
    status: 409,
    title: 'Peserta tercatat dua kali',
    detail:
      'Nama itu sudah tercatat tanpa pembeda. Bila memang dua orang, lengkapi jabatan, instansi, NIP, atau teleponnya.',
  },
  'representative-missing': {
    status: 422,
    title: 'Wakil belum disebut',
    detail: 'Mohon tulis nama orang yang mewakili, lalu simpan kembali.',
  },
  'walk-ins-full': {
    status: 409,
    title: 'Daftar tambahan sudah penuh',
    detail: 'Terlalu banyak orang yang mendaftar di tempat. Mohon hubungi petugas agar nama Anda dicatat.',
  },
  'participant-without-mail': {
    status: 409,
    title: 'Tanpa alamat surel',
    detail: 'Peserta ini tidak mempunyai alamat surel, sehingga tautannya tidak dapat dikirim.',
  },
  'link-sent-too-often': {
    status: 429,
    title: 'Tautan sudah dikirim',
    detail:
      'Beberapa tautan sudah dikirim kepada peserta ini hari ini. Mohon periksa alamatnya, lalu coba lagi besok.',
  },
  'address-asked-too-often': {
    status: 429,
    title: 'Terlalu sering mengganti alamat',
    detail:
      'Beberapa alamat surel sudah kami kirimi tautan hari ini. Mohon buka salah satunya, atau coba lagi besok.',
  },
} satisfies Partial<Problems<VisitErrorCode>>;
