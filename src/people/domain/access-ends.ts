import type { Role } from '../../platform/security/actor.js';

/** What changes of an account. */
export type AccountEvent = 'password-set' | 'suspended' | 'moved';

/** By what somebody gets in: what was made before an event may not outlive it. */
export type AccessKind =
  'sessions' | 'api-tokens' | 'password-links' | 'feeds' | 'sign-in-failures' | 'address-links';

/**
 * What ends at each event. A new password throws everybody out who is not its owner, programs and calendars among
 * them; who is suspended has nothing that a pardon could revive; who moves keeps nothing that was made for the old
 * place, only a link for choosing a password, which is for the account.
 */
export const endsAt: Readonly<Record<AccountEvent, readonly AccessKind[]>> = {
  'password-set': ['sessions', 'api-tokens', 'password-links', 'feeds', 'sign-in-failures', 'address-links'],
  suspended: ['sessions', 'api-tokens', 'password-links', 'feeds', 'sign-in-failures', 'address-links'],
  moved: ['sessions', 'api-tokens', 'feeds'],
};

interface Account {
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
  passwordHash: string | null;
  suspendedAt: Date | null;
}

/** The events that lie between an account as it was and as it is. */
export function eventsBetween(before: Account, after: Account): AccountEvent[] {
  const events: AccountEvent[] = [];
  if (after.passwordHash !== before.passwordHash) events.push('password-set');
  if (after.suspendedAt !== null && before.suspendedAt === null) events.push('suspended');
  const isMoved =
    after.role !== before.role ||
    after.unit !== before.unit ||
    after.regionalOffice !== before.regionalOffice;
  if (isMoved) events.push('moved');
  return events;
}
