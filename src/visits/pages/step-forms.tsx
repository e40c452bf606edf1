import { timeInQuestion } from '../domain/host-time.js';
import type { VNode } from 'preact';
import { TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { isAnswerStep, mayStandIn } from '../domain/answer-ways.js';
import { actorSides } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { endsEarly, inputOf } from '../domain/visit-states.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { BlockedStep } from './blocked-steps.js';
import type { Receiver } from '../domain/acceptance.js';
import { AcceptanceWords, Receivers } from './receiving-fields.js';
import { pageSteps, stepWords, type PageStep, type StepWords } from './step-words.js';
import { TimeFields, timesOf, typedTimes } from './time-fields.js';

/** A step that was refused, with what was typed. */
export interface RefusedStep {
  step: string;
  sent: SentForm;
  faults: FormFaults;
}

interface StepFormsProps {
  actor: Actor;
  now: Date;
  blocked: readonly BlockedStep[];
  readable: ReadableVisit;
  refused: RefusedStep | null;
  /** Who of the host can receive the guests; null where the reader does not say so. */
  receivers: readonly Receiver[] | null;
}

interface Offer {
  step: PageStep;
  words: StepWords;
  input: ('reason' | 'times')[];
  /** Whether it is asked first whether one is sure. */
  asksFirst: boolean;
  /** Of a host's first yes: who can receive. */
  receivers: readonly Receiver[] | null;
}

/** The steps that somebody may take now, each with what follows from it; nothing when there are none. */
export function StepForms({
  actor,
  now,
  readable,
  blocked,
  refused,
  receivers,
}: StepFormsProps): VNode | null {
  const { visit, allowedActions } = readable;
  const side = actorSides(visit, actor)[0];
  if (side === undefined || side === 'system' || side === 'joined') return null;
  const standsIn = mayStandIn(visit, actor);
  const needsOtherTime = blocked.some(({ step }) => step === 'accept');
  const offers = pageSteps
    .filter((step) => allowedActions.includes(step))
    .map((step): Offer => ({
      step,
      words: stepWords(step, {
        visit,
        side: isAnswerStep(step) && standsIn ? 'host' : side,
        now,
        needsOtherTime,
      }),
      input: inputOf(visit, actor, step),
      asksFirst: step === 'complete' && endsEarly(visit, now),
      receivers: step === 'accept' && !hasTrait(visit.state, 'standing') ? receivers : null,
    }));
  if (offers.length === 0) return null;
  return (
    <div class="steps-offered">
      <Blocked blocked={blocked} visit={visit} />
      {offers.filter(isMain).map((offer) => (
        <MainStep key={offer.step} offer={offer} visit={visit} />
      ))}
      {offers
        .filter((offer) => !isMain(offer))
        .sort((a, b) => Number(b.words.tone === 'main') - Number(a.words.tone === 'main'))
        .map((offer) => (
          <OtherStep
            key={offer.step}
            offer={offer}
            visit={visit}
            own={actor.timeZone}
            personId={actor.personId}
            refused={refused?.step === offer.step ? refused : null}
          />
        ))}
    </div>
  );
}

/** One press is enough for what one usually came for, unless something is asked with it. */
const isMain = ({ words, input, asksFirst, receivers }: Offer): boolean =>
  words.tone === 'main' && input.length === 0 && !asksFirst && receivers === null;

const blockedWords: Readonly<Partial<Record<BlockedStep['step'], string>>> = {
  submit: 'Belum dapat diajukan',
  accept: 'Tidak dapat diterima',
};

/** Why the step that one came for cannot be taken, and where that is mended. */
function Blocked({ blocked, visit }: Pick<StepFormsProps, 'blocked'> & { visit: Visit }): VNode {
  const told = blocked.filter(({ step }) => blockedWords[step] !== undefined);
  return (
    <>
      {told.map(({ step, because }) => (
        <div class="alert alert-warning d-block mb-0" key={step}>
          <h3 class="alert-title">{blockedWords[step]}</h3>
          <p class="mb-0">{because}</p>
          {step === 'submit' && (
            <a class="btn btn-primary mt-2" href={`/kunjungan/${visit.id}/ubah`}>
              Ubah waktu atau isinya
            </a>
          )}
        </div>
      ))}
    </>
  );
}

type Visit = ReadableVisit['visit'];
const addressOf = ({ id }: Visit, step: PageStep): string => `/kunjungan/${id}/langkah/${step}`;

/** What one usually came for: one press. */
function MainStep({ offer: { step, words }, visit }: { offer: Offer; visit: Visit }): VNode {
  return (
    <PageForm class="step-main" action={addressOf(visit, step)} version={visit.version} asks>
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
  personId: string;
  refused: RefusedStep | null;
}

/** A step that asks for something, or that one should read of before taking it. */
function OtherStep({ offer, visit, own, personId, refused }: OtherStepProps): VNode {
  const { step, words } = offer;
  return (
    <details class="step-other" open={refused !== null || words.tone === 'main'} id={`langkah-${step}`}>
      <summary>
        <span>
          <span class="step-name">{words.button}</span>
          <span class="d-block text-secondary" id={`akibat-${step}`}>
            {words.consequence}
          </span>
        </span>
        <Icon name="down" />
      </summary>
      <PageForm action={addressOf(visit, step)} version={visit.version} asks>
        <StepFields {...{ offer, visit, own, personId, refused }} />
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

function StepFields({
  offer: { step, words, input, asksFirst, receivers },
  visit,
  own,
  personId,
  refused,
}: OtherStepProps): VNode {
  const zone = visit.timeZone;
  const faults = refused?.faults ?? null;
  const times = refused ? typedTimes(refused.sent) : timesOf(timeInQuestion(visit), zone);
  const asksReason = input.includes('reason');
  return (
    <>
      {asksFirst && <Sure faults={faults} />}
      {receivers && (
        <>
          <Receivers {...{ receivers, personId, faults }} sent={refused?.sent} />
          <AcceptanceWords {...{ visit, faults }} sent={refused?.sent} scope={step} />
        </>
      )}
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

/** The question before a visit is told to be over early. */
function Sure({ faults }: { faults: FormFaults | null }): VNode {
  const fault = faults?.fields['sure'];
  return (
    <div class="mb-3">
      <label class="form-check">
        <input class="form-check-input" type="checkbox" name="sure" value="ya" required />
        <span class="form-check-label">Kunjungan memang sudah selesai lebih awal.</span>
      </label>
      {fault && <div class="text-danger">{fault}</div>}
    </div>
  );
}
