import type { VNode } from 'preact';
import { pagePalette } from '../../platform/charts/chart.js';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { LearningNetwork, NetworkEdge } from '../queries/learning-network.js';
import type { SinergiChoiceLists } from '../queries/sinergi-choices.js';
import { networkChart } from '../use-cases/sinergi-charts.js';
import { isPlaced, mapChart } from '../use-cases/sinergi-map.js';
import { MisreadPeriod, SinergiFilter } from './sinergi-filter.js';
import { linksOf, scopeAskedFor, type FigureLinks, type TypedScope } from './sinergi-query.js';

const NETWORK = { width: 720, height: 720 };
const MAP = { width: 960, height: 460 };

interface NetworkPageProps {
  actor: Actor;
  scope: TypedScope;
  choices: SinergiChoiceLists;
  network: LearningNetwork;
}

/** Who learns from whom: a graph, a map of the units whose place is known, and the same as a table. */
export function NetworkPage({ actor, scope, choices, network }: NetworkPageProps): VNode {
  const links = linksOf(actor, scope);
  return (
    <Layout
      title="Jaringan belajar"
      actor={actor}
      path="/sinergi"
      styles={['sinergi/pages/sinergi.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Jaringan belajar"
        lead="Siapa belajar dari siapa, menurut kunjungan yang disepakati."
        back={[pathWith('/sinergi', scopeAskedFor(actor, scope)), 'Sinergi']}
      />
      <SinergiFilter actor={actor} scope={scope} choices={choices} path="/sinergi/jaringan" />
      <div id="hasil" aria-live="polite">
        <MisreadPeriod scope={scope} />
        {network.edges.length === 0 ? (
          <Empty icon="network" title="Belum ada kunjungan yang disepakati">
            Perluas periodenya atau lepaskan program.
          </Empty>
        ) : (
          <Drawn network={network} choices={choices} links={links} />
        )}
      </div>
    </Layout>
  );
}

interface DrawnProps {
  network: LearningNetwork;
  choices: SinergiChoiceLists;
  links: FigureLinks;
}

function Drawn({ network, choices, links }: DrawnProps): VNode {
  const placed = network.units.filter(isPlaced);
  const names = new Map(network.units.map(({ code, name }) => [code, name]));
  const isCut = network.edges.length < network.edgeCount;
  return (
    <>
      <Card title="Jaringan">
        <p class="card-body text-secondary mb-0 pb-0">
          Panah menuju tuan rumah. Makin tebal panahnya, makin sering; makin besar lingkarannya, makin banyak
          kunjungannya.
          {isCut &&
            ` Ditampilkan ${network.edges.length} dari ${network.edgeCount} pasangan, yang tersering.`}
        </p>
        <Drawing
          svg={networkChart(network, pagePalette, NETWORK)}
          name="sinergi-network"
          label="Gambar jaringan"
        />
      </Card>
      {placed.length > 0 && (
        <Card title="Peta">
          <p class="card-body text-secondary mb-0 pb-0">
            {placed.length} dari {network.units.length} UPT diketahui letaknya.
          </p>
          <Drawing svg={mapChart(network, pagePalette, MAP)} name="sinergi-map" label="Peta kunjungan" />
        </Card>
      )}
      <Card title="Pasangan dan programnya">
        <table class="table card-table sinergi-edges">
          <thead>
            <tr>
              <th scope="col">Tamu</th>
              <th scope="col">Tuan rumah</th>
              <th scope="col">Program</th>
              <th scope="col">Kali</th>
            </tr>
          </thead>
          <tbody>
            {network.edges.map((edge) => (
              <Edge
                key={`${edge.guest} ${edge.host}`}
                edge={edge}
                names={names}
                choices={choices}
                links={links}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}

interface DrawingProps {
  svg: string;
  name: string;
  label: string;
}

/** Drawn here, of names that were escaped while drawing; wider than a phone, which scrolls over it. */
const Drawing = ({ svg, name, label }: DrawingProps): VNode => (
  <div
    class={`sinergi-drawing ${name}`}
    role="region"
    aria-label={label}
    tabIndex={0}
    dangerouslySetInnerHTML={{ __html: svg }}
  />
);

interface EdgeProps {
  edge: NetworkEdge;
  names: ReadonlyMap<string, string>;
  choices: SinergiChoiceLists;
  links: FigureLinks;
}

function Edge({ edge: { guest, host, count, programs }, names, choices, links }: EdgeProps): VNode {
  const titles = new Map(choices.programs.map(({ code, name }) => [code, name]));
  return (
    <tr>
      <td>{names.get(guest)}</td>
      <td>{names.get(host)}</td>
      <td class="text-secondary">
        {programs
          .map(({ program, count: times }) => `${titles.get(program) ?? program} (${times})`)
          .join('; ')}
      </td>
      <td>
        <a href={links.visits({ tamu: guest, tuan: host, keadaan: 'disepakati' })}>
          {count}
          <span class="visually-hidden">
            {' '}
            kunjungan {names.get(guest)} ke {names.get(host)}
          </span>
        </a>
      </td>
    </tr>
  );
}
