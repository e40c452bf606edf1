import type { Role } from '../../platform/security/actor.js';
import type { AccountFacts } from '../queries/account-facts.js';

export const roleNames: Record<Role, string> = {
  officer: 'Petugas',
  'unit-head': 'Kepala UPT',
  regional: 'Petugas Kanwil',
  administrator: 'Administrator',
};

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
  terkirim: 'Tautan baru terkirim ke surel pemilik akun.',
  ditangguhkan: 'Akun ditangguhkan. Pemiliknya sudah keluar dari semua perangkat.',
  pulih: 'Akun pulih dan dapat dipakai lagi.',
  sandi: 'Tautan untuk membuat kata sandi baru terkirim ke surel Anda. Tautan berlaku selama satu jam.',
  dicabut: 'Token dicabut. Program yang memakainya tidak dapat masuk lagi.',
} as const;

/** The notice of an address, if it is one of ours. */
export const noticeOf = (info: unknown): string | undefined =>
  Object.entries(notices).find(([name]) => name === info)?.[1];

/** Whether an account can be used: `Aktif`, `Diundang` before there is a password, `Ditangguhkan`. */
export function accountState({ suspendedAt, hasPassword }: AccountFacts): { name: string; colour: string } {
  if (suspendedAt) return { name: 'Ditangguhkan', colour: 'red' };
  return hasPassword ? { name: 'Aktif', colour: 'green' } : { name: 'Diundang', colour: 'yellow' };
}
