import type { VNode } from 'preact';
import { PageForm } from '../../platform/pages/page-form.js';
import { addressOf } from './addresses.js';
import type { Refused } from './refused.js';
import { SubstituteForm } from './substitute-form.js';

const answers = [
  ['accepted', 'Hadir'],
  ['tentative', 'Mungkin'],
  ['declined', 'Tidak hadir'],
] as const;

interface AnswerFormsProps {
  token: string;
  answer: string;
  refused?: Refused | undefined;
}

/** Three buttons, and a way to send somebody else. */
export function AnswerForms({ token, answer, refused }: AnswerFormsProps): VNode {
  const substitute = refused?.form === 'substitute' ? refused : undefined;
  return (
    <>
      <PageForm action={addressOf(token)} class="d-grid gap-2">
        {answers.map(([value, label]) => (
          <button
            key={value}
            class={value === answer ? 'btn btn-primary' : 'btn'}
            name="answer"
            value={value}
            type="submit"
            aria-pressed={value === answer ? 'true' : 'false'}
          >
            {label}
          </button>
        ))}
      </PageForm>
      <SubstituteForm action={addressOf(token, 'pengganti')} {...(substitute && { refused: substitute })} />
    </>
  );
}
