import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Icon } from '../../platform/pages/icon.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { dueWords } from '../domain/due-words.js';
import { hasFollowUpTrait } from '../domain/follow-up-states.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import type { FollowUpSort } from '../queries/list-follow-ups.js';
import type { AskedFollowUps } from './follow-up-query.js';
import { isOverdue, replicationWords, followUpStateNames } from './follow-up-words.js';

const PATH = '/tindak-lanjut';

const columns: readonly (readonly [name: string, sort: FollowUpSort | null])[] = [
  ['Tindak lanjut', 'what'],
  ['UPT', 'unit'],
  ['Penanggung jawab', 'person'],
  ['Jatuh tempo', 'due'],
  ['Keadaan', 'state'],
  ['Replikasi', null],
];

interface FollowUpListProps {
  page: Page<FollowUpFact>;
  asked: AskedFollowUps;
  /** Calendar date in the reader's zone. */
  today: string;
}

/** A page of what was promised: a table on a desk, rows under each other on a phone. */
export function FollowUpList({ page, asked, today }: FollowUpListProps): VNode {
  return (
    <div class="card mt-3">
      <table class="follow-up-table">
        <caption class="visually-hidden">Tindak lanjut</caption>
        <thead>
          <tr>
            {columns.map(([name, sort]) => (
              <Head key={name} name={name} sort={sort} asked={asked} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.items.map((fact) => (
            <Row key={fact.id} fact={fact} today={today} />
          ))}
        </tbody>
      </table>
      <Paging
        label="Halaman tindak lanjut"
        path={PATH}
        chosen={asked.chosen}
        nextCursor={page.nextCursor}
        first="Kembali ke awal"
        next="Berikutnya"
      />
    </div>
  );
}

function Head({
  name,
  sort,
  asked,
}: {
  name: string;
  sort: FollowUpSort | null;
  asked: AskedFollowUps;
}): VNode {
  if (sort === null) return <th scope="col">{name}</th>;
  const { cursor: _, ...filter } = asked.chosen;
  const isSorted = asked.sort === sort;
  const isUp = isSorted && asked.order === 'asc';
  return (
    <th scope="col" aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}>
      <a href={pathWith(PATH, { ...filter, urut: isUp ? `-${sort}` : sort })}>
        {name}
        {isSorted && <Icon name={isUp ? 'up' : 'down'} />}
      </a>
    </th>
  );
}

function Row({ fact, today }: { fact: FollowUpFact; today: string }): VNode {
  const { id, what, unitName, personName, dueOn, state } = fact;
  const late = isOverdue(state, dueOn, today);
  const waits = hasFollowUpTrait(state, 'waits');
  return (
    <tr>
      <th scope="row">
        <a href={`${PATH}/${id}`}>{what}</a>
      </th>
      <td data-label="UPT">{unitName}</td>
      <td data-label="Penanggung jawab">{personName}</td>
      <td class="follow-up-due-cell" data-label="Jatuh tempo">
        {formatCalendarDate(dueOn)}
        {waits && (
          <span class={late ? 'follow-up-late' : 'text-secondary'}>
            {late && <Icon name="alert" />} {dueWords(dueOn, today)}
          </span>
        )}
      </td>
      <td data-label="Keadaan">{followUpStateNames[state]}</td>
      <td data-label="Replikasi">{replicationWords(fact)}</td>
    </tr>
  );
}
