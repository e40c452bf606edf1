import { learningFigures } from '../domain/learning-figures.js';
import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { nowFigures } from '../domain/figure-kinds.js';
import { endedPromises } from '../queries/scoped-follow-ups.js';
import { changeWords } from '../use-cases/head-figures.js';
import { publishedKinds, type Compared, type SinergiFigures } from '../use-cases/sinergi-figures.js';
import { GuestHostMatrix } from './matrix.js';
import { MisreadPeriod, SinergiFilter } from './sinergi-filter.js';
import { linksOf, scopeAskedFor, type FigureLinks, type TypedScope } from './sinergi-query.js';
import { Answers, Months, Offices, Practices, Programs, Silent } from './sinergi-sections.js';
import { periodWords } from '../domain/period-words.js';
import {
  NOW_LEAD,
  nowNames,
  promiseTitle,
  stateNames,
  summaryNames,
  learningNames,
} from '../use-cases/sinergi-words.js';

interface SinergiPageProps {
  actor: Actor;
  scope: TypedScope;
  figures: SinergiFigures;
}

/** The region in figures; each leads to what it counts. */
export function SinergiPage({ actor, scope, figures }: SinergiPageProps): VNode {
  const { choices, total } = figures;
  const links = linksOf(actor, scope);
  const asked = scopeAskedFor(actor, scope);
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
      >
        <a class="btn" href={pathWith('/sinergi/jaringan', asked)}>
          Jaringan dan peta
        </a>
        <a class="btn" href={links.results()}>
          Hasil yang terhitung
        </a>
        <a class="btn" href={pathWith('/sinergi/laporan', asked)}>
          Laporan dan unduhan
        </a>
      </PageHeading>
      <SinergiFilter actor={actor} scope={scope} choices={choices} />
      <div id="hasil" aria-live="polite">
        <NowTiles figures={figures} links={links} />
        <MisreadPeriod scope={scope} />
        <h2 class="sinergi-period">{periodWords(scope)}</h2>
        {total.count === 0 && (
          <Empty icon="network" title="Belum ada kunjungan dalam periode ini">
            Perluas periodenya atau lepaskan program. Angka muncul begitu sebuah kunjungan diajukan.
          </Empty>
        )}
        <p class="text-secondary">Dibandingkan dengan {periodWords(figures.before)}.</p>
        <StateTiles figures={figures} links={links} />
        <OutcomeTiles figures={figures} links={links} />
        <GuestHostMatrix figures={figures} links={links} />
        <div class="sinergi-sections">
          <Months figures={figures} links={links} />
          <Programs figures={figures} links={links} />
          <Offices figures={figures} links={links} />
          <Practices figures={figures} links={links} />
          <Answers answers={figures.answers.hosts} links={links} />
          <Silent silent={figures.silent} isOneOffice={scope.office !== null} links={links} />
        </div>
      </div>
    </Layout>
  );
}

interface FigureTilesProps {
  figures: SinergiFigures;
  links: FigureLinks;
}

/** What stands now, apart from what the period says. */
function NowTiles({ figures: { now }, links }: FigureTilesProps): VNode {
  return (
    <section class="sinergi-tiles sinergi-now">
      <h2>Saat ini</h2>
      <p class="text-secondary">{NOW_LEAD}</p>
      <ul>
        {nowFigures.map((name) => (
          <li key={name}>
            <a class="card sinergi-tile" href={links.now(name)}>
              <span class="sinergi-number">{now[name]}</span>
              <span>{nowNames[name]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateTiles({ figures, links }: FigureTilesProps): VNode {
  const counts = new Map(figures.states.map((line) => [line.state, line]));
  return (
    <Tiles
      title="Kunjungan menurut keadaan"
      tiles={[
        ['Semua', figures.total, links.visits({})],
        ...[...stateNames].flatMap(([state, name]) => {
          const line = counts.get(state);
          return line ? [[name, line, links.visits({ keadaan: state })] as const] : [];
        }),
      ]}
    />
  );
}

function OutcomeTiles({ figures, links }: FigureTilesProps): VNode {
  return (
    <Tiles
      title="Hasil"
      tiles={[
        ...publishedKinds.map((kind) => {
          const [ringkasan, name] = summaryNames[kind];
          return [name, figures.summaries[kind], links.visits({ ringkasan })] as const;
        }),
        ...endedPromises.map(
          (kind) => [promiseTitle(kind), figures.followUps[kind], links.promises(kind)] as const,
        ),
        ['Praktik baik terbit', figures.notes, links.notes()],
        ['Praktik direplikasi', figures.replications, links.replications()],
        ...learningFigures.map((figure) => {
          const [pelajaran, name] = learningNames[figure];
          return [name, figures.learning[figure], links.visits({ pelajaran })] as const;
        }),
      ]}
    />
  );
}

interface TilesProps {
  title: string;
  tiles: readonly (readonly [name: string, sums: Compared, href: string])[];
}

function Tiles({ title, tiles }: TilesProps): VNode {
  return (
    <section class="sinergi-tiles">
      <h3>{title}</h3>
      <ul>
        {tiles.map(([name, { count, before }, href]) => (
          <li key={name}>
            <a class="card sinergi-tile" href={href}>
              <span class="sinergi-number">{count}</span>
              <span>{name}</span>
              <span class="text-secondary">{changeWords({ count, before })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
