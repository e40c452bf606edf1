import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { FollowUpState } from '../domain/follow-up-states.js';
import type { PromisingUnit } from '../queries/follow-up-choices.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import { BoardFilter } from './board-filter.js';
import { FollowUpCard } from './follow-up-card.js';
import { stateWords } from './follow-up-words.js';

const PATH = '/tindak-lanjut';

interface BoardPageProps {
  actor: Actor;
  page: Page<FollowUpFact>;
  /** The states that are shown, a column each. */
  states: readonly FollowUpState[];
  units: readonly PromisingUnit[];
  chosen: Chosen;
  today: string;
}

/** What was promised after visits, by state, the first due first. */
export function BoardPage({ actor, page, states, units, chosen, today }: BoardPageProps): VNode {
  return (
    <Layout
      title="Tindak Lanjut"
      actor={actor}
      path={PATH}
      styles={['follow-ups/pages/follow-ups.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Tindak Lanjut"
        lead="Yang dijanjikan setelah kunjungan: siapa mengerjakan apa, dan kapan paling lambat."
      />
      <BoardFilter actor={actor} units={units} chosen={chosen} />
      <div id="hasil" aria-live="polite">
        {page.items.length > 0 ? (
          <div class="follow-up-board">
            {states.map((state) => (
              <Column
                key={state}
                state={state}
                items={page.items.filter((item) => item.state === state)}
                actor={actor}
                today={today}
              />
            ))}
          </div>
        ) : (
          <Nothing chosen={chosen} />
        )}
        <Paging
          label="Halaman tindak lanjut"
          path={PATH}
          chosen={chosen}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Jatuh tempo berikutnya"
        />
      </div>
    </Layout>
  );
}

interface ColumnProps {
  state: FollowUpState;
  items: readonly FollowUpFact[];
  actor: Actor;
  today: string;
}

function Column({ state, items, actor, today }: ColumnProps): VNode {
  const { name, icon, none } = stateWords[state];
  return (
    <section class="follow-up-column" aria-labelledby={`kolom-${state}`}>
      <h2 id={`kolom-${state}`}>
        <Icon name={icon} />
        {name} <span class="text-secondary">({items.length})</span>
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
    </section>
  );
}

function Nothing({ chosen: { cursor: _, ...filter } }: { chosen: Chosen }): VNode {
  if (Object.values(filter).some(Boolean)) {
    return (
      <Empty icon="tasks" title="Tidak ada tindak lanjut yang cocok">
        <p>Lepaskan salah satu saringan untuk melihat yang lain.</p>
        <a class="btn" href={PATH}>
          Tampilkan yang belum selesai
        </a>
      </Empty>
    );
  }
  return (
    <Empty icon="tasks" title="Tidak ada yang menunggu dikerjakan">
      <p>Tindak lanjut dicatat dari halaman sebuah kunjungan, setelah kunjungan itu dilaksanakan.</p>
      <a class="btn" href="/kunjungan">
        Buka daftar kunjungan
      </a>
    </Empty>
  );
}
