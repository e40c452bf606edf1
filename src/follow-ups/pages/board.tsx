import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { FollowUpState } from '../domain/follow-up-states.js';
import { MOST_COUNTED, type BoardRow } from '../queries/list-follow-ups.js';
import { FollowUpCard } from './follow-up-card.js';
import { followUpColumns, followUpStateNames } from './follow-up-words.js';

/** Most cards in a column; the list shows the rest. */
export const COLUMN_LIMIT = 12;

interface BoardProps {
  actor: Actor;
  rows: readonly BoardRow[];
  /** A column each. */
  states: readonly FollowUpState[];
  chosen: Chosen;
  today: string;
}

/** What was promised, by state: of what waits the first due, of what is finished the last changed. */
export function Board({ rows, states, ...shared }: BoardProps): VNode {
  return (
    <div class="follow-up-board">
      {states.map((state) => (
        <Column key={state} {...shared} state={state} items={rows.filter((item) => item.state === state)} />
      ))}
    </div>
  );
}

interface ColumnProps extends Omit<BoardProps, 'rows' | 'states'> {
  state: FollowUpState;
  items: readonly BoardRow[];
}

function Column({ state, items, actor, chosen, today }: ColumnProps): VNode {
  const name = followUpStateNames[state];
  const { icon, none } = followUpColumns[state];
  const count = items[0]?.inState ?? 0;
  return (
    <section class="follow-up-column" aria-labelledby={`kolom-${state}`}>
      <h2 id={`kolom-${state}`}>
        <Icon name={icon} />
        {name} <span class="text-secondary">({count > MOST_COUNTED ? 'lebih dari 1.000' : count})</span>
      </h2>
      {items.length === 0 ? (
        <p class="text-secondary">{none}</p>
      ) : (
        <ul>
          {items.map((fact) => (
            <FollowUpCard key={fact.id} actor={actor} fact={fact} today={today} />
          ))}
        </ul>
      )}
      {count > items.length && (
        <a
          class="btn w-100 mt-3"
          href={pathWith('/tindak-lanjut', { ...chosen, tampilan: 'daftar', keadaan: state })}
        >
          Semua {count}
          <span class="visually-hidden"> {name.toLowerCase()}</span>
        </a>
      )}
    </section>
  );
}
