import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { promiseKinds } from '../queries/scoped-follow-ups.js';
import { changeWords } from '../use-cases/sinergi-report.js';
import { summaryKinds, type Compared, type SinergiFigures } from '../use-cases/sinergi-figures.js';
import { GuestHostMatrix } from './matrix.js';
import { SinergiFilter } from './sinergi-filter.js';
import { askedFor, linksOf, type FigureLinks } from './sinergi-query.js';
import { Answers, Months, Offices, Practices, Programs, Silent } from './sinergi-sections.js';
import { periodWords } from '../domain/period-words.js';
import { promiseNames, stateNames, summaryNames } from '../use-cases/sinergi-words.js';

interface SinergiPageProps {
  actor: Actor;
  figures: SinergiFigures;
}

/** The region in figures; each leads to what it counts. */
export function SinergiPage({ actor, figures }: SinergiPageProps): VNode {
  const { scope, choices, total } = figures;
  const links = linksOf(actor, scope);
  const asked = askedFor(actor, scope);
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
        <a class="btn" href={pathWith('/sinergi/laporan', asked)}>
          Laporan dan unduhan
        </a>
      </PageHeading>
      <SinergiFilter actor={actor} scope={scope} choices={choices} />
      <div id="hasil" aria-live="polite">
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
        ...summaryKinds.map((kind) => {
          const [ringkasan, name] = summaryNames[kind];
          return [name, figures.summaries[kind], links.visits({ ringkasan })] as const;
        }),
        ...promiseKinds.map((kind) => {
          const name = `Tindak lanjut ${promiseNames[kind].toLowerCase()}`;
          return [name, figures.followUps[kind], links.promises(kind)] as const;
        }),
        ['Praktik baik terbit', figures.notes, links.notes()],
        ['Praktik direplikasi', figures.replications, links.replications()],
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
      <h2>{title}</h2>
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
