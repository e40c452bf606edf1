import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { retention, type RetentionKind } from '../domain/retention.js';
import type { RetentionRun } from '../queries/retention-runs.js';
import { retentionWords } from './retention-words.js';

interface RetentionPageProps {
  actor: Actor;
  months: Readonly<Record<RetentionKind, number>>;
  runs: readonly RetentionRun[];
}

/** How long what is kept, and what went. */
export function RetentionPage({ actor, months, runs }: RetentionPageProps): VNode {
  const kinds = Object.keys(retention) as RetentionKind[];
  return (
    <Layout title="Masa simpan" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Masa simpan"
        lead="Yang sudah terlalu lama dihapus sedikit demi sedikit setiap malam. Lamanya diatur oleh pemelihara server."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      <Card title="Yang dihapus">
        <ul class="list-group list-group-flush">
          {kinds.map((kind) => (
            <RetentionRow
              key={kind}
              kind={kind}
              months={months[kind]}
              run={runs.find((each) => each.kind === kind)}
              actor={actor}
            />
          ))}
        </ul>
      </Card>
    </Layout>
  );
}

interface RetentionRowProps {
  kind: RetentionKind;
  months: number;
  run: RetentionRun | undefined;
  actor: Actor;
}

function RetentionRow({ kind, months, run, actor }: RetentionRowProps): VNode {
  const [drops, stays] = retentionWords[kind];
  return (
    <li class="list-group-item">
      <div class="fw-medium">{drops}</div>
      <div>
        {months === 0 ? 'Disimpan selamanya' : `Setelah ${months} bulan`}{' '}
        <code>{retention[kind].setting}</code>
        {stays && `; yang tetap: ${stays}`}
      </div>
      <div class="text-secondary">
        {run === undefined
          ? 'Belum pernah dijalankan'
          : `Terakhir ${formatMoment(run.ranAt, actor.timeZone)}: ${run.dropped} dihapus, ${run.droppedInAll} seluruhnya`}
      </div>
    </li>
  );
}
