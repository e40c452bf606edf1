import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Scope } from '../queries/scope.js';
import { promiseKinds } from '../queries/scoped-follow-ups.js';
import type { SinergiChoiceLists } from '../queries/sinergi-choices.js';
import type { OutcomeFigures } from '../use-cases/read-outcome-figures.js';
import type { VisitFigures } from '../use-cases/read-visit-figures.js';
import { SinergiFilter } from './sinergi-filter.js';
import { linksOf } from './sinergi-query.js';
import { Answers, LateSummaries, Months, Pairs, Silent } from './sinergi-sections.js';
import { promiseNames, stateNames } from './sinergi-words.js';

interface SinergiPageProps {
  actor: Actor;
  scope: Scope;
  choices: SinergiChoiceLists;
  visits: VisitFigures;
  outcomes: OutcomeFigures;
}

/** The region in figures; each leads to what it counts. */
export function SinergiPage({ actor, scope, choices, visits, outcomes }: SinergiPageProps): VNode {
  const links = linksOf(actor, scope);
  const counts = new Map(visits.states.map(({ state, count }) => [state, count]));
  const states = [...stateNames].filter(([state]) => counts.has(state));
  const total = visits.states.reduce((sum, { count }) => sum + count, 0);
  const office = choices.offices.find(({ code }) => code === scope.office);
  return (
    <Layout
      title="Sinergi"
      actor={actor}
      path="/sinergi"
      styles={['sinergi/pages/sinergi.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Sinergi"
        lead={`Siapa mengunjungi siapa, dan apa hasilnya: ${office?.name ?? 'seluruh Indonesia'}.`}
      />
      <SinergiFilter actor={actor} scope={scope} choices={choices} />
      <div id="hasil" aria-live="polite">
        {total === 0 && (
          <Empty icon="network" title="Belum ada kunjungan dalam periode ini">
            Perluas periodenya atau lepaskan program. Angka muncul begitu sebuah kunjungan diajukan.
          </Empty>
        )}
        <Tiles
          title="Kunjungan menurut keadaan"
          tiles={[
            ['Semua', total, links.visits({})],
            ...states.map(
              ([state, name]) => [name, counts.get(state) ?? 0, links.visits({ keadaan: state })] as const,
            ),
          ]}
        />
        <Tiles
          title="Hasil"
          tiles={[
            ['Ringkasan terlambat', outcomes.lateSummaries.length, '#ringkasan'],
            ...promiseKinds.map(
              (kind) =>
                [
                  `Tindak lanjut ${promiseNames[kind].toLowerCase()}`,
                  outcomes.promises[kind],
                  links.promises(kind),
                ] as const,
            ),
          ]}
        />
        <div class="sinergi-sections">
          <Months months={visits.months} scope={scope} links={links} />
          <Pairs pairs={visits.pairs} links={links} />
          <Answers answers={visits.answers} links={links} />
          <LateSummaries visits={outcomes.lateSummaries} />
          <Silent units={visits.silent} isOneOffice={scope.office !== null} />
        </div>
      </div>
    </Layout>
  );
}

interface TilesProps {
  title: string;
  tiles: readonly (readonly [name: string, count: number, href: string])[];
}

function Tiles({ title, tiles }: TilesProps): VNode {
  return (
    <section class="sinergi-tiles">
      <h2>{title}</h2>
      <ul>
        {tiles.map(([name, count, href]) => (
          <li key={name}>
            <a class="card sinergi-tile" href={href}>
              <span class="sinergi-number">{count}</span>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
