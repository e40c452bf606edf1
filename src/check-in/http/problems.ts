import type { Problems } from '../../platform/errors/problem-catalog.js';
import type { CheckInErrorCode } from '../domain/error-codes.js';

/** How each error at the door is shown. */
export const checkInProblems: Problems<CheckInErrorCode> = {
  'code-worn-out': {
    status: 410,
    title: 'Kode hadir sudah tidak berlaku',
    detail:
      'Kode di layar berganti setiap menit. Mohon pindai lagi kode yang sedang tampil, atau hubungi petugas.',
  },
  'check-in-closed': {
    status: 409,
    title: 'Daftar hadir tidak dibuka',
    detail: 'Daftar hadir diisi pada hari kunjungan yang telah dikonfirmasi. Mohon hubungi petugas.',
  },
  'already-there': {
    status: 409,
    title: 'Nama itu sudah tercatat hadir',
    detail:
      'Nama yang Anda pilih sudah tercatat hadir. Bila itu nama Anda dan bukan Anda yang mengisinya, mohon hubungi petugas.',
  },
  'officer-said-otherwise': {
    status: 409,
    title: 'Petugas sudah mencatat',
    detail: 'Kehadiran Anda sudah dicatat petugas setelah Anda memindai. Bila keliru, mohon hubungi petugas.',
  },
  'personal-code-unknown': {
    status: 422,
    title: 'Kode pribadi tidak dikenal',
    detail:
      'Kode itu bukan milik peserta kunjungan ini. Mohon periksa kode pada halaman Anda, atau pilih nama dari daftar.',
  },
  'walk-in-unreachable': {
    status: 422,
    title: 'Cara menghubungi belum diisi',
    detail: 'Mohon isi nomor telepon atau alamat surel, lalu kirim kembali.',
  },
  'walk-ins-of-one-device': {
    status: 429,
    title: 'Terlalu banyak dari satu ponsel',
    detail: 'Dari ponsel ini sudah beberapa orang didaftarkan. Mohon hubungi petugas untuk yang berikutnya.',
  },
  'signature-unreadable': {
    status: 422,
    title: 'Tanda tangan belum ada',
    detail: 'Mohon tanda tangani dahulu di kotak, lalu simpan kembali.',
  },
  'signatures-not-taken': {
    status: 409,
    title: 'Tanda tangan di layar tidak dipakai',
    detail: 'UPT tuan rumah memakai daftar hadir kertas. Pengaturannya ada pada halaman UPT.',
  },
};
