import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { answerDeadline } from '../domain/answer-deadline.js';
import { missingApprovals } from '../domain/approvals.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { HistoryLine } from '../queries/visit-history.js';
import type { Surroundings } from '../queries/visit-surroundings.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { Background } from '../use-cases/visit-background.js';
import { StepForms, type RefusedStep } from './step-forms.js';
import { Stepper } from './stepper.js';
import { visitStateWords } from './visit-words.js';
import { proposalWords, whatNext } from './what-next.js';

interface VisitStatusProps {
  actor: Actor;
  now: Date;
  readable: ReadableVisit;
  background: Background;
  refused?: RefusedStep | null;
}

/** Where a visit stands, what comes next, and the steps that the reader may take. */
export function VisitStatus(props: VisitStatusProps): VNode {
  const { actor, now, readable, background, refused = null } = props;
  const { history, surroundings } = background;
  const { visit } = readable;
  const zone = visit.timeZone as Zone;
  const state = visit.state;
  const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
  const names = surroundings.offices.filter(({ code }) => missing.includes(code)).map(({ name }) => name);
  const deadline = answerDeadline(
    visit.proposedStartsAt ?? visit.startsAt,
    surroundings.shortestNoticeDays,
    zone,
  );
  return (
    <Card title="Keadaan">
      <div class="card-body">
        <Stepper state={state} history={history} zone={zone} />
        <p class="mb-1 fw-medium">
          {visitStateWords[state].meaning} {endReason(state, history)}
        </p>
        <p class="mb-0">
          {proposalWords(visit)} {whatNext({ visit, now, missing: names, deadline })}
        </p>
        <OwnProposalTime visit={visit} own={actor.timeZone} />
        <Approvals visit={visit} offices={surroundings.offices} />
        <Overlaps readable={readable} zone={zone} />
        <StepForms actor={actor} readable={readable} refused={refused} />
      </div>
    </Card>
  );
}

/** The reason a visit ended with, when there was one. */
function endReason(state: VisitState, history: readonly HistoryLine[]): string {
  if (!hasTrait(state, 'endsWithReason')) return '';
  const reason = history.findLast(
    ({ toState, fromState }) => toState === state && fromState !== state,
  )?.reason;
  return reason ? `Alasan: ${reason}` : '';
}

function OwnProposalTime({ visit, own }: { visit: ReadableVisit['visit']; own: Zone }): VNode | null {
  const { proposedStartsAt, proposedEndsAt, timeZone } = visit;
  if (!proposedStartsAt || !proposedEndsAt || own === timeZone) return null;
  return (
    <p class="mb-0 text-secondary">
      Usulan itu di tempat Anda: {formatDateTimeRange(proposedStartsAt, proposedEndsAt, own)}
    </p>
  );
}

/** Which regional offices have approved, where they must. */
function Approvals({
  visit,
  offices,
}: {
  visit: ReadableVisit['visit'];
  offices: Surroundings['offices'];
}): VNode | null {
  const needed = offices.filter(({ code }) => visit.approvalsNeeded.includes(code));
  if (needed.length === 0) return null;
  return (
    <ul class="visit-approvals" aria-label="Persetujuan Kanwil">
      {needed.map(({ code, name }) => {
        const given = visit.approvals.includes(code);
        return (
          <li key={code}>
            <Icon name={given ? 'check' : 'clock'} />
            {name} {given ? 'sudah menyetujui' : 'belum menyetujui'}
          </li>
        );
      })}
    </ul>
  );
}

/** Participants who are elsewhere at that time. */
function Overlaps({ readable: { overlaps }, zone }: { readable: ReadableVisit; zone: Zone }): VNode | null {
  if (overlaps.length === 0) return null;
  return (
    <div class="alert alert-warning d-block mt-3 mb-0">
      <h3 class="alert-title">Peserta dengan kunjungan lain pada waktu yang sama</h3>
      <ul class="mb-0 ps-3">
        {overlaps.map(({ participantId, otherVisitId, name, startsAt, endsAt }) => (
          <li key={`${participantId} ${otherVisitId}`}>
            {name}: {formatDateTimeRange(startsAt, endsAt, zone)}
          </li>
        ))}
      </ul>
    </div>
  );
}
