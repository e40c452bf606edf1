import { maskNip } from '../../platform/text/nip.js';
import type { AccountFacts } from '../queries/account-facts.js';
import type { ApiTokenFacts } from '../queries/list-api-tokens.js';
import type { NewApiToken } from '../use-cases/api-tokens.js';
import type { AccountView, NewTokenView, PersonView, TokenView } from './people.view.js';

/** An account as the API shows it. */
export function presentAccount(account: AccountFacts): AccountView {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    phone: account.phone,
    nip: account.nip === null ? null : maskNip(account.nip),
    position: account.position,
    rank: account.rank,
    role: account.role,
    unit: account.unit,
    regionalOffice: account.regionalOffice,
    version: account.version,
  };
}

/** An account as those see it who look after others. */
export function presentPerson(account: AccountFacts): PersonView {
  return {
    ...presentAccount(account),
    hasPassword: account.hasPassword,
    suspended: account.suspendedAt !== null,
    createdAt: account.createdAt.toISOString(),
  };
}

export function presentToken(token: ApiTokenFacts): TokenView {
  return {
    id: token.id,
    name: token.name,
    createdAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    expiresAt: token.expiresAt.toISOString(),
  };
}

/** The only time the secret is shown. */
export function presentNewToken(token: NewApiToken): NewTokenView {
  const { id, name, createdAt, expiresAt } = token;
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, name, token: token.token, ...times };
}
