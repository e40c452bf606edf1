import type { VNode } from 'preact';
import type { IconName } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { periodWords } from '../domain/period-words.js';
import { MisreadPeriod } from './sinergi-filter.js';
import { scopeAskedFor, type TypedScope } from './sinergi-query.js';

interface FigureListProps<Item> {
  actor: Actor;
  scope: TypedScope;
  title: string;
  /** Instead of the period. */
  lead?: string;
  items: readonly Item[];
  /** What stands where there is nothing: what would be here, and what to do. */
  empty: readonly [icon: IconName, title: string, whatToDo: string];
  /** Where a line leads to, what it is, and what else is said of it. */
  line: (item: Item) => { key: string; href: string; name: string; about?: string; last: string };
  /** Left out where the list stands whole on one page. */
  paging?: { label: string; path: string; cut: Chosen; nextCursor: string | null };
}

/** A page of what a figure counted. */
export function FigureList<Item>(props: FigureListProps<Item>): VNode {
  const { actor, scope, title, lead = periodWords(scope), items, empty, line, paging } = props;
  const [icon, emptyTitle, whatToDo] = empty;
  const asked = scopeAskedFor(actor, scope);
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading title={title} lead={lead} back={[pathWith('/sinergi', asked), 'Sinergi']} />
      <MisreadPeriod scope={scope} />
      <div class="card">
        {items.length === 0 && (
          <Empty icon={icon} title={emptyTitle}>
            {whatToDo}
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {items.map(line).map(({ key, href, name, about, last }) => (
            <li class="list-group-item" key={key}>
              <a class="row-link" href={href}>
                <span class="fw-medium">{name}</span>
                {about !== undefined && <span>{about}</span>}
                <span class="text-secondary">{last}</span>
              </a>
            </li>
          ))}
        </ul>
        {paging && (
          <Paging
            label={paging.label}
            path={paging.path}
            chosen={{ ...asked, ...paging.cut }}
            nextCursor={paging.nextCursor}
            first="Kembali ke awal"
            next="Berikutnya"
          />
        )}
      </div>
    </Layout>
  );
}
