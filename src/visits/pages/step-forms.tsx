import type { VNode } from 'preact';
import { TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { actorSides } from '../domain/visit-policies.js';
import { inputOf } from '../domain/visit-states.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import { pageSteps, stepWords, type PageStep, type StepWords } from './step-words.js';
import { TimeFields, timesOf } from './time-fields.js';

/** A step that was refused, with what was typed. */
export interface RefusedStep {
  step: string;
  sent: SentForm;
  faults: FormFaults;
}

interface StepFormsProps {
  actor: Actor;
  readable: ReadableVisit;
  refused: RefusedStep | null;
}

interface Offer {
  step: PageStep;
  words: StepWords;
  input: ('reason' | 'times')[];
}

/** The steps that somebody may take now, each with what follows from it; nothing when there are none. */
export function StepForms({ actor, readable, refused }: StepFormsProps): VNode | null {
  const { visit, allowedActions } = readable;
  const side = actorSides(visit, actor)[0];
  if (side === undefined || side === 'system') return null;
  const offers = pageSteps
    .filter((step) => allowedActions.includes(step))
    .map((step): Offer => ({
      step,
      words: stepWords(step, { visit, side }),
      input: inputOf(visit, actor, step),
    }));
  if (offers.length === 0) return null;
  const isMain = ({ words, input }: Offer): boolean => words.tone === 'main' && input.length === 0;
  return (
    <div class="steps-offered">
      {offers.filter(isMain).map((offer) => (
        <MainStep key={offer.step} offer={offer} visit={visit} />
      ))}
      {offers
        .filter((offer) => !isMain(offer))
        .map((offer) => (
          <OtherStep
            key={offer.step}
            offer={offer}
            visit={visit}
            own={actor.timeZone}
            refused={refused?.step === offer.step ? refused : null}
          />
        ))}
    </div>
  );
}

type Visit = ReadableVisit['visit'];
const addressOf = ({ id }: Visit, step: PageStep): string => `/kunjungan/${id}/langkah/${step}`;

/** What one usually came for: one press. */
function MainStep({ offer: { step, words }, visit }: { offer: Offer; visit: Visit }): VNode {
  return (
    <PageForm class="step-main" action={addressOf(visit, step)}>
      <input type="hidden" name="version" value={visit.version} />
      <p class="mb-0" id={`akibat-${step}`}>
        {words.consequence}
      </p>
      <button class="btn btn-primary" type="submit" aria-describedby={`akibat-${step}`}>
        {words.button}
      </button>
    </PageForm>
  );
}

interface OtherStepProps {
  offer: Offer;
  visit: Visit;
  own: Zone;
  refused: RefusedStep | null;
}

/** A step that asks for something, or that one should read of before taking it. */
function OtherStep({ offer, visit, own, refused }: OtherStepProps): VNode {
  const { step, words } = offer;
  return (
    <details class="step-other" open={refused !== null} id={`langkah-${step}`}>
      <summary>
        <span>
          <span class="step-name">{words.button}</span>
          <span class="d-block text-secondary" id={`akibat-${step}`}>
            {words.consequence}
          </span>
        </span>
        <Icon name="down" />
      </summary>
      <PageForm action={addressOf(visit, step)}>
        <input type="hidden" name="version" value={visit.version} />
        <StepFields offer={offer} visit={visit} own={own} refused={refused} />
        <button
          class={words.tone === 'grave' ? 'btn btn-danger' : 'btn btn-primary'}
          type="submit"
          aria-describedby={`akibat-${step}`}
        >
          {words.button}
        </button>
      </PageForm>
    </details>
  );
}

function StepFields({ offer: { step, words, input }, visit, own, refused }: OtherStepProps): VNode {
  const zone = visit.timeZone as Zone;
  const faults = refused?.faults ?? null;
  const { proposedStartsAt, proposedEndsAt, startsAt, endsAt } = visit;
  const times = refused
    ? { day: typed(refused.sent, 'day'), from: typed(refused.sent, 'from'), to: typed(refused.sent, 'to') }
    : timesOf(proposedStartsAt ?? startsAt, proposedEndsAt ?? endsAt, zone);
  const asksReason = input.includes('reason');
  return (
    <>
      {input.includes('times') && (
        <TimeFields typed={times} zone={zone} own={own} faults={faults} scope={step} />
      )}
      {input.length > 0 && (
        <TextArea
          name="reason"
          label={asksReason ? words.reasonLabel : 'Keterangan'}
          hint="Dibaca oleh kedua UPT dan Kanwil, dan tersimpan dalam riwayat."
          rows={3}
          maxLength={2000}
          optional={!asksReason}
          value={typed(refused?.sent, 'reason')}
          faults={faults}
          scope={step}
        />
      )}
    </>
  );
}
