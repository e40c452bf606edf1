import type { VNode } from 'preact';
import { Field, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { followUpTransitions, type FollowUpState } from '../domain/follow-up-states.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import { followUpStepWords } from './follow-up-words.js';

interface StepFormsProps {
  fact: FollowUpFact;
  /** What was sent and refused, to show it again. */
  faults: FormFaults | null;
  sent: SentForm | undefined;
}

/** A form for each step that the state allows, none for others. */
export function FollowUpStepForms({ fact, faults, sent }: StepFormsProps): VNode {
  return (
    <div class="follow-up-step-list">
      {followUpTransitions[fact.state].map((to) => {
        const isSent = sent?.['state'] === to;
        return (
          <StepForm key={to} fact={fact} to={to} faults={isSent ? faults : null} sent={isSent ? sent : {}} />
        );
      })}
    </div>
  );
}

function StepForm({ fact, to, faults, sent }: StepFormsProps & { to: FollowUpState }): VNode {
  const { button, consequence } = followUpStepWords(fact.state, to);
  const scope = `${fact.id}-${to}`;
  return (
    <PageForm action={`/tindak-lanjut/${fact.id}/langkah`} version={fact.version} about={to} asks>
      <input type="hidden" name="state" value={to} />
      {to === 'done' && (
        <TextArea
          name="evidence"
          label="Bukti pelaksanaan"
          rows={2}
          maxLength={4000}
          value={typed(sent, 'evidence') || fact.evidence}
          hint="Misalnya nomor laporan, tautan foto, atau apa yang dapat dilihat di tempat."
          faults={faults}
          scope={scope}
        />
      )}
      {to === 'done' && (
        <Field
          name="evidenceUrl"
          label="Tautan bukti"
          maxLength={2000}
          value={typed(sent, 'evidenceUrl') || fact.evidenceUrl}
          placeholder="https://"
          faults={faults}
          scope={scope}
          optional
        />
      )}
      {to === 'dropped' && (
        <TextArea
          name="reason"
          label="Alasan tidak diteruskan"
          rows={2}
          maxLength={2000}
          value={typed(sent, 'reason')}
          faults={faults}
          scope={scope}
        />
      )}
      <button class="btn" type="submit" aria-describedby={`${scope}-akibat`}>
        {button}
      </button>
      <p class="text-secondary mt-1 mb-0" id={`${scope}-akibat`}>
        {consequence}
      </p>
    </PageForm>
  );
}
