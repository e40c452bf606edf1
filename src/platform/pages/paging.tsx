import type { VNode } from 'preact';

/** What a list was asked for; its parameters are those of its page's address. */
export type Chosen = Readonly<Record<string, string | undefined>> & { cursor?: string | undefined };

/** A page's address with what was chosen; nothing empty stands in it. */
export function pathWith(path: string, chosen: Chosen): string {
  const given = Object.entries(chosen).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

interface PagingProps {
  /** What is paged, for those who do not see it. */
  label: string;
  path: string;
  chosen: Chosen;
  nextCursor: string | null;
  /** The words of the way back to the first page, and on to the next. */
  first: string;
  next: string;
}

/** The ways out of one page of a list; nothing when it is the only one. */
export function Paging({ label, path, chosen, nextCursor, first, next }: PagingProps): VNode | null {
  const { cursor, ...filter } = chosen;
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <nav class="card-footer btn-list" aria-label={label}>
      {cursor !== undefined && (
        <a class="btn" href={pathWith(path, filter)}>
          {first}
        </a>
      )}
      {nextCursor !== null && (
        <a class="btn" href={pathWith(path, { ...filter, cursor: nextCursor })} rel="next">
          {next}
        </a>
      )}
    </nav>
  );
}
