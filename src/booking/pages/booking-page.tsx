import type { VNode } from 'preact';
import { Refusal } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { progressOf, type StepProgress } from './booking-words.js';
import { ContentStep } from './content-step.js';
import { HostStep } from './host-step.js';
import { PartyStep } from './party-step.js';
import { KeptNote, ReviewStep } from './review-step.js';
import { TimeStep } from './time-step.js';

interface BookingPageProps {
  actor: Actor;
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
  /** Whether nothing was sent yet, so that what the browser kept may be offered. */
  isOpening?: boolean;
}

/** What changes as one types; everything else of the page stays as it is. */
const liveParts = ['#langkah', '#hasil', '#jadwal', '#peringatan', '#pratinjau', '#tinjauan'];

/** The whole booking: one form that keeps everything typed, in five steps. */
export function BookingPage({ actor, input, view, faults, isOpening = false }: BookingPageProps): VNode {
  return (
    <Layout
      title="Ajukan kunjungan"
      actor={actor}
      path="/kunjungan"
      styles={['booking/pages/booking.css']}
      scripts={['booking/pages/browser/booking.js']}
    >
      <PageHeading
        title="Ajukan kunjungan"
        lead={`Dari ${actor.placeName ?? 'UPT Anda'} ke UPT yang ingin dipelajari`}
        back={['/kunjungan', 'Kunjungan']}
      />
      <Refusal faults={faults} />
      {isOpening && <KeptDraft />}
      <PageForm
        class="booking"
        action="/kunjungan/baru"
        noValidate
        autocomplete="off"
        data-refresh={liveParts.join(',')}
        keep={{ form: 'kunjungan-baru', title: 'Ajukan kunjungan', key: input.key }}
      >
        <button
          class="visually-hidden"
          type="submit"
          name="langkah"
          value="lihat"
          tabIndex={-1}
          data-refreshes
        >
          Perbarui halaman
        </button>
        <input type="hidden" name="kunci" value={input.key} />
        <nav class="booking-steps" id="langkah" aria-label="Langkah">
          <ol>
            {progressOf(input, view, actor.timeZone).map((step, index) => (
              <StepLink key={step.id} step={step} number={index + 1} />
            ))}
          </ol>
        </nav>
        <div class="booking-body">
          <HostStep input={input} view={view} faults={faults} />
          <TimeStep input={input} view={view} faults={faults} own={actor.timeZone} />
          <ContentStep input={input} choices={view.choices} faults={faults} />
          <PartyStep input={input} view={view} faults={faults} />
          <ReviewStep actor={actor} input={input} view={view} />
          <KeptNote />
        </div>
      </PageForm>
    </Layout>
  );
}

function StepLink({
  step: { id, title, isDone, summary },
  number,
}: {
  step: StepProgress;
  number: number;
}): VNode {
  return (
    <li>
      <a href={`#${id}`} class={isDone ? 'booking-link booking-done' : 'booking-link'}>
        <span class="booking-number">
          {isDone ? <Icon name="check" /> : number}
          {isDone && <span class="visually-hidden">Sudah diisi:</span>}
        </span>
        <span class="booking-link-words">
          <span class="booking-link-title">{title}</span>
          {summary && <span class="booking-link-summary">{summary}</span>}
        </span>
      </a>
    </li>
  );
}

/** Shown by the script when the browser kept a form that was never sent. */
function KeptDraft(): VNode {
  return (
    <div class="alert alert-info booking-offer" role="status" hidden data-offer>
      <div>
        <h2 class="alert-title">Ada isian yang belum dikirim</h2>
        <div class="text-secondary" data-offer-words />
      </div>
      <div class="btn-list">
        <button class="btn btn-primary" type="button" data-offer-take>
          Lanjutkan isian
        </button>
        <button class="btn" type="button" data-offer-drop>
          Buang
        </button>
      </div>
    </div>
  );
}
