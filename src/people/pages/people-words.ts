import type { Role } from '../../platform/security/actor.js';

export { accountState, roleNames } from '../domain/account-words.js';

/** Who looks after the accounts of a role, as its people are told. */
export const accountKeepers: Readonly<Record<Role, string>> = {
  officer: 'kepala UPT, Kanwil, atau administrator',
  'unit-head': 'Kanwil atau administrator',
  regional: 'Kanwil atau administrator',
  administrator: 'Kanwil atau administrator',
};

/** What stands after a path's `?info=`, and what it tells. */
const notices = {
  tersimpan: 'Perubahan tersimpan.',
  diundang: 'Undangan terkirim. Akun dapat dipakai setelah pemiliknya membuat kata sandi.',
  'diundang-banyak': 'Undangan terkirim. Setiap akun dapat dipakai setelah pemiliknya membuat kata sandi.',
  terkirim: 'Tautan baru terkirim ke surel pemilik akun.',
  ditangguhkan: 'Akun ditangguhkan. Pemiliknya sudah keluar dari semua perangkat.',
  domain: 'Semua alamat sudah pindah. Pemilik akun diberi tahu.',
  surel: 'Tautan konfirmasi dikirim ke alamat baru, dan alamat lama diberi tahu.',
  diserahkan: 'Serah terima selesai. Penerima mendapat surel berisi daftarnya.',
  'tidak-diserahkan': 'Belum ada yang diserahkan: pilih penerimanya.',
  pulih: 'Akun pulih dan dapat dipakai lagi.',
  sandi: 'Tautan untuk membuat kata sandi baru terkirim ke surel Anda. Tautan berlaku selama satu jam.',
  dicabut: 'Token dicabut. Program yang memakainya tidak dapat masuk lagi.',
} as const;

/** The notice of an address, if it is one of ours. */
export const peopleNoticeOf = (info: unknown): string | undefined =>
  Object.entries(notices).find(([name]) => name === info)?.[1];
