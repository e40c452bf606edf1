import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { VisitFacts } from '../../visits/index.js';
import type { RevisionLine, ToldRevision } from '../queries/published-summary.js';
import { accountAddresses, ToldSummary } from './told-summary.js';

interface RevisionsProps {
  visit: Pick<VisitFacts, 'id' | 'timeZone'>;
  /** The first one first. */
  revisions: readonly RevisionLine[];
}

/** Everything that went out, to be read as it was; the latest first. */
export function Revisions({ visit, revisions }: RevisionsProps): VNode | null {
  if (revisions.length === 0) return null;
  return (
    <Card title="Yang sudah terbit">
      <ul class="list-group list-group-flush">
        {revisions.toReversed().map(({ revision, publishedAt, automatic, publishedByName }) => (
          <li class="list-group-item" key={revision}>
            <a href={`/kunjungan/${visit.id}/ringkasan/revisi/${revision}`}>
              {revision === 1 ? 'Ringkasan pertama' : `Revisi ${revision}`}
            </a>
            <div class="text-secondary">
              {formatMoment(publishedAt, visit.timeZone)} ·{' '}
              {automatic ? 'dikirim otomatis' : (publishedByName ?? 'oleh sistem')}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface RevisionPageProps {
  actor: Actor;
  visit: VisitFacts;
  published: ToldRevision;
  /** Number of the last one that is out. */
  last: number;
}

/** A summary as it went out. */
export function RevisionPage({ actor, visit, published, last }: RevisionPageProps): VNode {
  const { revision, content, publishedAt } = published;
  const name = revision === 1 ? 'Ringkasan pertama' : `Ringkasan, revisi ${revision}`;
  return (
    <Layout title={`${name}: ${visit.title}`} actor={actor} path="/kunjungan">
      <PageHeading
        title={name}
        back={[`/kunjungan/${visit.id}/ringkasan`, 'Ringkasan kunjungan']}
        lead={`${visit.title} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
      />
      {revision < last && (
        <div class="alert alert-info d-block">
          Ini yang terbit {formatMoment(publishedAt, visit.timeZone)}.{' '}
          <a class="text-decoration-underline" href={`/kunjungan/${visit.id}/ringkasan/revisi/${last}`}>
            Revisi {last} menggantikannya
          </a>
          .
        </div>
      )}
      <Card title={`Terbit ${formatMoment(publishedAt, visit.timeZone)}`}>
        <div class="card-body">
          {content.automatic && <p class="text-secondary">Dikirim otomatis dengan hal-hal yang tercatat.</p>}
          <ToldSummary content={content} zone={visit.timeZone} at={accountAddresses(visit.id)} />
        </div>
      </Card>
    </Layout>
  );
}
