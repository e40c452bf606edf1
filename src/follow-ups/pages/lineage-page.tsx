import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { BOX, layOutLineage, type PlacedUnit } from '../domain/lineage-layout.js';
import type { LineageStep } from '../queries/lineage-facts.js';
import type { Lineage } from '../use-cases/read-lineage.js';
import { LineageTable } from './lineage-table.js';

/** A practice's way from unit to unit: as a picture, and the same as a table. */
export function LineagePage({ actor, note, steps }: Lineage & { actor: Actor }): VNode {
  return (
    <Layout
      title={`Silsilah: ${note.title}`}
      actor={actor}
      path="/praktik-baik"
      styles={['follow-ups/pages/follow-ups.css']}
    >
      <PageHeading
        title="Silsilah praktik"
        lead={`Dari ${note.unitName}: siapa meniru, sejak kapan, dan apa hasilnya.`}
        back={[`/praktik-baik/${note.id}`, note.title]}
      />
      {steps.length === 0 ? (
        <Empty icon="network" title="Belum ada UPT yang meniru praktik ini">
          <p>
            Setelah tindak lanjut sebuah kunjungan selesai, UPT mitra atau Kanwil mengonfirmasinya sebagai
            replikasi.
          </p>
          <a class="btn" href="/tindak-lanjut">
            Buka tindak lanjut
          </a>
        </Empty>
      ) : (
        <>
          <Picture origin={{ code: note.unit, name: note.unitName }} steps={steps} />
          <LineageTable steps={steps} />
        </>
      )}
    </Layout>
  );
}

interface PictureProps {
  origin: { code: string; name: string };
  steps: readonly LineageStep[];
}

/** The table below says the same, so those who do not see it miss nothing. */
function Picture({ origin, steps }: PictureProps): VNode {
  const { units, width, height } = layOutLineage(origin, steps);
  const places = new Map(units.map((unit) => [unit.code, unit]));
  return (
    <div class="card card-body lineage-picture" aria-hidden="true">
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} width={width + 8} height={height + 8}>
        <defs>
          <marker
            id="panah"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path class="lineage-head" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {steps.map((step) => (
          <Arrow
            key={step.followUp}
            step={step}
            from={places.get(step.fromUnit)}
            to={places.get(step.toUnit)}
          />
        ))}
        {units.map((unit) => (
          <Box key={unit.code} unit={unit} />
        ))}
      </svg>
    </div>
  );
}

const LINE = 34;

function Box({ unit: { name, x, y } }: { unit: PlacedUnit }): VNode {
  const short = name.length > LINE ? `${name.slice(0, LINE - 1)}…` : name;
  return (
    <g>
      <rect class="lineage-box" x={x} y={y} width={BOX.width} height={BOX.height} rx="8" />
      <text class="lineage-name" x={x + BOX.width / 2} y={y + BOX.height / 2 + 5} text-anchor="middle">
        {short}
      </text>
    </g>
  );
}

interface ArrowProps {
  step: LineageStep;
  from: PlacedUnit | undefined;
  to: PlacedUnit | undefined;
}

function Arrow({ step, from, to }: ArrowProps): VNode | null {
  if (!from || !to) return null;
  const start = { x: from.x + BOX.width / 2, y: from.y + BOX.height };
  const end = { x: to.x + BOX.width / 2, y: to.y };
  const bend = BOX.fall / 2;
  const words =
    step.since === null ? 'belum dikonfirmasi' : `sejak ${step.since.split('-').reverse().join('-')}`;
  return (
    <g>
      <path
        class={step.since === null ? 'lineage-way lineage-way-open' : 'lineage-way'}
        d={`M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y - 2}`}
        marker-end="url(#panah)"
      />
      <text class="lineage-since" x={end.x + 10} y={end.y - 28}>
        {words}
      </text>
    </g>
  );
}
