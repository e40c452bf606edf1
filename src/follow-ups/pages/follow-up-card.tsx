import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { mayDo } from '../domain/follow-up-policies.js';
import { hasFollowUpTrait, type FollowUpState } from '../domain/follow-up-states.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import { dueWords } from '../domain/due-words.js';
import { isOverdue, followUpStateNames } from './follow-up-words.js';
import { FollowUpStepForms } from './step-forms.js';

interface FollowUpCardProps {
  actor: Actor;
  fact: FollowUpFact;
  /** Calendar date in the reader's zone. */
  today: string;
}

/** A promise on the board, with the steps that may be taken. */
export function FollowUpCard({ actor, fact, today }: FollowUpCardProps): VNode {
  return (
    <li class="card follow-up-card">
      <div class="card-body">
        <h3 class="follow-up-what">
          <a href={`/tindak-lanjut/${fact.id}`}>{fact.what}</a>
        </h3>
        <p class="mb-1">
          {fact.personName}
          <span class="text-secondary"> · {fact.unitName}</span>
        </p>
        <Due state={fact.state} dueOn={fact.dueOn} today={today} />
        <p class="mb-0 text-secondary">
          Dari kunjungan <a href={`/kunjungan/${fact.visit}`}>{fact.visitReference}</a>
        </p>
        {mayDo('move', fact, actor) && (
          <details class="follow-up-steps">
            <summary>
              Perbarui<span class="visually-hidden"> {fact.what}</span>
            </summary>
            <FollowUpStepForms fact={fact} faults={null} sent={undefined} />
          </details>
        )}
      </div>
    </li>
  );
}

/** When it is due; what is late says so in words and with a sign. */
export function Due({ state, dueOn, today }: { state: FollowUpState; dueOn: string; today: string }): VNode {
  const waits = hasFollowUpTrait(state, 'waits');
  const late = isOverdue(state, dueOn, today);
  return (
    <p class={late ? 'follow-up-due follow-up-late' : 'follow-up-due'}>
      <Icon name={late ? 'alert' : 'clock'} />
      <span>
        Paling lambat {formatCalendarDate(dueOn)}
        {waits && <strong class="fw-medium"> ({dueWords(dueOn, today)})</strong>}
      </span>
    </p>
  );
}

export function FollowUpStateBadge({ state }: { state: FollowUpState }): VNode {
  return <span class="badge badge-outline">{followUpStateNames[state]}</span>;
}
