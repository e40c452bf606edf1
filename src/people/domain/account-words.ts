import type { Role } from '../../platform/security/actor.js';

/** What each role is called. */
export const roleNames: Record<Role, string> = {
  officer: 'Petugas',
  'unit-head': 'Kepala UPT',
  regional: 'Petugas Kanwil',
  administrator: 'Administrator',
};

/** Whether an account can be used: `Aktif`, `Diundang` before there is a password, `Ditangguhkan`. */
export function accountState({
  suspendedAt,
  hasPassword,
}: {
  suspendedAt: Date | null;
  hasPassword: boolean;
}): { name: string; colour: string } {
  if (suspendedAt) return { name: 'Ditangguhkan', colour: 'red' };
  return hasPassword ? { name: 'Aktif', colour: 'green' } : { name: 'Diundang', colour: 'yellow' };
}
