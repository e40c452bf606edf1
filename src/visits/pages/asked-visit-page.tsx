import type { VNode } from 'preact';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Surroundings } from '../queries/visit-surroundings.js';
import type { JointVisit } from '../use-cases/read-visit.js';
import { GuestsCard } from './guests-card.js';
import { VisitStateBadge } from './state-badge.js';
import type { RefusedStep } from './step-forms.js';
import { VisitFactsCard } from './visit-facts-card.js';
import { kindWords } from './visit-words.js';

export interface AskedVisitPageProps {
  actor: Actor;
  now: Date;
  joint: JointVisit;
  programs: Surroundings['programs'];
  notice?: string | undefined;
  refused?: RefusedStep | null;
}

/** A visit as those see it whose organisation was asked to join: what they decide by, and the answer. */
export function AskedVisitPage({
  actor,
  now,
  joint,
  programs,
  notice,
  refused = null,
}: AskedVisitPageProps): VNode {
  const { visit } = joint;
  return (
    <Layout title={visit.title} actor={actor} path="/kunjungan" styles={['visits/pages/visit.css']}>
      <PageHeading
        title={visit.title}
        back={['/kunjungan', 'Semua kunjungan']}
        lead={
          <div class="visit-lead">
            <VisitStateBadge state={visit.state} />
            <span>
              {kindWords[visit.kind] ?? ''} · {visit.reference}
            </span>
          </div>
        }
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      <div class="visit-columns">
        <GuestsCard actor={actor} joint={joint} refused={refused} />
        <VisitFactsCard visit={visit} programs={programs} reader={{ timeZone: actor.timeZone, now }} />
      </div>
    </Layout>
  );
}
