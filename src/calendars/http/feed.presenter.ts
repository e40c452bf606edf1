import type { ListedFeed } from '../queries/feeds.js';

export function presentFeed({ id, scope, unit, regionalOffice, createdAt, lastUsedAt }: ListedFeed) {
  return {
    id,
    scope,
    unit,
    regionalOffice,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
