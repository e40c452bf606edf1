import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { dateWords } from '../../platform/text/calendar-words.js';
import { addsUp, amountWords } from '../../results/index.js';
import { periodWords } from '../domain/period-words.js';
import type { ResultSum, ScopedResult } from '../queries/scoped-results.js';
import { FigureList } from './figure-list.js';
import type { TypedScope } from './sinergi-query.js';

interface CountedResultsPageProps {
  actor: Actor;
  scope: TypedScope;
  page: Page<ScopedResult>;
  sums: readonly ResultSum[];
  cursor: string | undefined;
}

/** `2,5 hektare dari 2 catatan`; of what does not add up, how often it was noted. */
const sumWords = ({ measure, count, sum }: ResultSum): string =>
  addsUp(measure) ? `${amountWords(sum, measure)} dari ${count} catatan` : `${count} catatan dalam persen`;

/** What was counted in the period: the sums of all that was noted, and each of them. */
export function CountedResultsPage({ actor, scope, page, sums, cursor }: CountedResultsPageProps): VNode {
  const lead =
    sums.length === 0
      ? periodWords(scope)
      : `${periodWords(scope)}. Jumlah semua catatan: ${sums.map(sumWords).join('; ')}.`;
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title="Hasil yang terhitung"
      lead={lead}
      items={page.items}
      empty={[
        'tasks',
        'Belum ada hasil yang dicatat',
        'Hasil dicatat UPT pada halaman kunjungan atau praktik baik.',
      ]}
      line={({ id, visitId, noteId, what, amount, measure, unitName, measuredOn }) => ({
        key: id,
        href: visitId === null ? `/praktik-baik/${noteId}` : `/kunjungan/${visitId}`,
        name: `${what}: ${amountWords(amount, measure)}`,
        about: unitName,
        last: `Per ${dateWords(measuredOn)}`,
      })}
      paging={{
        label: 'Halaman hasil',
        path: '/sinergi/hasil',
        cut: { cursor },
        nextCursor: page.nextCursor,
      }}
    />
  );
}
