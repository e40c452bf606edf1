import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { PressErrorCode } from '../domain/error-codes.js';

/** How each error of press texts and quotes is shown. */
export const pressProblems: Problems<PressErrorCode> = {
  'press-changed': overtaken('Teks ini', ['current']),
  'press-empty': {
    status: 422,
    title: 'Isian belum lengkap',
    detail: 'Mohon lengkapi isian yang masih kosong, lalu kirim kembali.',
  },
  'press-not-open': {
    status: 409,
    title: 'Belum ada yang dapat ditulis',
    detail: 'Siaran pers dan laporan ditulis sejak hari kunjungan yang sudah disepakati.',
  },
  'press-not-ready': {
    status: 409,
    title: 'Teks belum siap',
    detail: 'Masih ada hal yang perlu dilihat. Mohon periksa catatan pendamping.',
  },
  'press-point-unknown': {
    status: 422,
    title: 'Tidak dapat ditandai',
    detail: 'Hal ini diperiksa otomatis; perbaiki teksnya, atau tulis alasan bila boleh dikesampingkan.',
  },
  'press-step-impossible': {
    status: 409,
    title: 'Langkah ini tidak dapat dilakukan sekarang',
    detail: 'Keadaan teks sudah berubah. Mohon periksa lagi.',
  },
  'quote-changed': overtaken('Kutipan ini', ['current']),
  'quote-closed': {
    status: 410,
    title: 'Tautan sudah tidak berlaku',
    detail: 'Tautan kutipan ini sudah lewat waktunya atau diganti yang lebih baru.',
  },
  'quote-empty': {
    status: 422,
    title: 'Kutipan masih kosong',
    detail: 'Mohon tulis kutipan, nama, dan jabatan, lalu kirim kembali.',
  },
  'quote-unreachable': {
    status: 409,
    title: 'Belum ada alamat surel',
    detail:
      'Kepala kantor itu belum punya akun, dan alamat surel kantornya belum tercatat. Hubungi langsung, atau isi alamat surel kantornya.',
  },
  'quote-links-full': {
    status: 429,
    title: 'Sudah cukup sering diminta',
    detail: 'Permintaan kutipan dibatasi per hari. Mohon tunggu sampai besok.',
  },
};
