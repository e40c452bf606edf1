import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange, formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { answerDue } from '../domain/answer-deadline.js';
import { mayStandIn, wayWords } from '../domain/answer-ways.js';
import { timeInQuestion, proposedTime } from '../domain/host-time.js';
import { missingApprovals } from '../domain/approvals.js';
import { actorSides } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { HistoryLine } from '../queries/visit-history.js';
import type { Surroundings } from '../queries/visit-surroundings.js';
import type { Receiver } from '../domain/acceptance.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { Background } from '../use-cases/visit-background.js';
import type { BlockedStep } from './blocked-steps.js';
import { HostDaySection } from './host-day.js';
import { StepForms, type RefusedStep } from './step-forms.js';
import { Stepper } from './stepper.js';
import { visitStateWords } from './visit-words.js';
import { proposalWords, whatNext } from './what-next.js';

interface VisitStatusProps {
  actor: Actor;
  now: Date;
  readable: ReadableVisit;
  background: Background;
  blocked: readonly BlockedStep[];
  refused?: RefusedStep | null;
  receivers: readonly Receiver[] | null;
}

/** Where a visit stands, what comes next, and the steps that the reader may take. */
export function VisitStatus(props: VisitStatusProps): VNode {
  const { actor, now, readable, background, blocked, refused = null, receivers } = props;
  const { history, surroundings, hostDay } = background;
  const { visit } = readable;
  const zone = visit.timeZone;
  const state = visit.state;
  const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
  const names = surroundings.offices.filter(({ code }) => missing.includes(code)).map(({ name }) => name);
  const { shortestNoticeDays } = surroundings;
  const { startsAt } = timeInQuestion(visit);
  const due = answerDue({ startsAt, proposedAt: visit.proposedAt, shortestNoticeDays, timeZone: zone });
  return (
    <Card title="Keadaan">
      <div class="card-body">
        <Stepper state={state} history={history} zone={actor.timeZone} />
        <p class="mb-1 fw-medium">
          {visitStateWords[state].meaning} {endReason(state, history)}
        </p>
        <p class="mb-0">
          {proposalWords(visit)} {whatNext({ visit, now, missing: names, due })}
        </p>
        <OtherAnswer visit={visit} zone={actor.timeZone} />
        <OwnProposalTime visit={visit} own={actor.timeZone} />
        <Approvals visit={visit} offices={surroundings.offices} />
        <Overlaps readable={readable} zone={zone} />
        {hostDay && (
          <HostDaySection
            visit={visit}
            day={hostDay}
            isHost={actorSides(visit, actor).includes('host') || mayStandIn(visit, actor)}
          />
        )}
        <StepForms {...{ actor, readable, refused, blocked, now, receivers }} />
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

/** Who gave the host's last answer, where its own people did not give it by an account. */
function OtherAnswer({ visit, zone }: { visit: ReadableVisit['visit']; zone: Zone }): VNode | null {
  const { answerCameBy, answerName, answerOffice, answerPhone, answeredAt } = visit;
  if (answerCameBy === null || answerName === null || answeredAt === null) return null;
  const who = [answerName, answerOffice, answerPhone].filter(Boolean).join(', ');
  return (
    <p class="mb-0">
      Jawaban tuan rumah {wayWords(answerCameBy)}: {who}; {formatMoment(answeredAt, zone)}.
    </p>
  );
}

function OwnProposalTime({ visit, own }: { visit: ReadableVisit['visit']; own: Zone }): VNode | null {
  const proposed = proposedTime(visit);
  if (!proposed || own === visit.timeZone) return null;
  return <p class="mb-0 text-secondary">Usulan itu di tempat Anda: {formatDateTimeRange(proposed, own)}</p>;
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

/** Participants, and whoever receives them, who are elsewhere at that time. */
function Overlaps({ readable: { overlaps }, zone }: { readable: ReadableVisit; zone: Zone }): VNode | null {
  if (overlaps.length === 0) return null;
  return (
    <div class="alert alert-warning d-block mt-3 mb-0">
      <h3 class="alert-title">Orang dengan kunjungan lain pada waktu yang sama</h3>
      <ul class="mb-0 ps-3">
        {overlaps.map(({ participantId, otherVisitId, name, ...time }) => (
          <li key={`${participantId ?? name} ${otherVisitId}`}>
            {name}: {formatDateTimeRange(time, zone)}
          </li>
        ))}
      </ul>
    </div>
  );
}
