import type { VNode } from 'preact';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ApiTokenFacts } from '../queries/list-api-tokens.js';

interface TokenListProps {
  tokens: readonly ApiTokenFacts[];
  /** Where a token is revoked: `<base>/<id>/cabut`. */
  base: string;
  /** The reader's. */
  zone: Zone;
}

/** API tokens with their dates, each with a button to revoke it. */
export function TokenTable({ tokens, base, zone }: TokenListProps): VNode {
  return (
    <ul class="list-group list-group-flush">
      {tokens.map((token) => (
        <li class="list-group-item d-flex flex-wrap gap-2 align-items-center" key={token.id}>
          <div class="me-auto">
            <div class="fw-medium text-break">{token.name}</div>
            <div class="text-secondary">
              Dibuat {formatDate(token.createdAt, zone)} · berlaku sampai {formatDate(token.expiresAt, zone)}
              {token.lastUsedAt
                ? ` · terakhir dipakai ${formatDate(token.lastUsedAt, zone)}`
                : ' · belum pernah dipakai'}
            </div>
          </div>
          <PageForm action={`${base}/${token.id}/cabut`}>
            <button class="btn" type="submit">
              Cabut<span class="visually-hidden"> token {token.name}</span>
            </button>
          </PageForm>
        </li>
      ))}
    </ul>
  );
}
