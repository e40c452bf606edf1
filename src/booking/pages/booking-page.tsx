import type { VNode } from 'preact';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PASTED_STYLES } from '../../platform/pages/pasted-people.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { typedByHand, type BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { progressOf, type StepProgress } from './booking-words.js';
import { GuestStep } from './guest-step.js';
import { ContentStep } from './content-step.js';
import { HostStep } from './host-step.js';
import { PartyStep } from './party-step.js';
import { KeptNote, ReviewStep } from './review-step.js';
import { BookingPath } from './step.js';
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
const liveParts = [
  ...[
    '#langkah',
    '#hasil',
    '#jadwal',
    '#pengulangan',
    '#peringatan',
    '#pratinjau',
    '#tamu-lain',
    '#tinjauan',
  ],
];

/** Only what somebody typed or chose makes a form worth keeping. */
const telling = ['tamu', 'tuan', 'waktu', 'tanggal', 'tempel', 'luar', 'orang', ...typedByHand];

const BOOKING = '/kunjungan/baru';
const ARRANGING = '/kunjungan/atur';

const wordsOf = ({ placeName }: Actor, { arranges }: BookingView): { title: string; lead: string } =>
  arranges
    ? { title: 'Atur kunjungan', lead: 'Antara UPT di wilayah Anda, atau ke UPT di wilayah lain' }
    : { title: 'Ajukan kunjungan', lead: `Dari ${placeName ?? 'UPT Anda'} ke UPT yang ingin dipelajari` };

/** The whole booking: one form that keeps everything typed, in five steps. */
export function BookingPage({ actor, input, view, faults, isOpening = false }: BookingPageProps): VNode {
  const path = view.arranges ? ARRANGING : BOOKING;
  const words = wordsOf(actor, view);
  const first = view.arranges ? 2 : 1;
  return (
    <Layout
      title={words.title}
      actor={actor}
      path="/kunjungan"
      styles={['booking/pages/booking.css', PASTED_STYLES]}
      scripts={['booking/pages/browser/booking.js']}
    >
      <PageHeading {...words} back={['/kunjungan', 'Kunjungan']} />
      <RefusalAlert faults={faults} />
      {isOpening && <KeptDraft />}
      <PageForm
        class="booking"
        action={path}
        noValidate
        autocomplete="off"
        data-refresh={liveParts.join(',')}
        data-telling={telling.join(' ')}
        sameAs={input.key}
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
          <BookingPath.Provider value={path}>
            {view.arranges && <GuestStep number={1} {...{ input, view, faults }} />}
            <HostStep number={first} {...{ input, view, faults }} />
            <TimeStep number={first + 1} {...{ input, view, faults }} own={actor.timeZone} />
            <ContentStep number={first + 2} input={input} choices={view.choices} faults={faults} />
            <PartyStep number={first + 3} {...{ input, view, faults }} />
            <ReviewStep number={first + 4} {...{ actor, input, view }} />
          </BookingPath.Provider>
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
        <h2 class="alert-title">Ada isian yang belum terkirim</h2>
        <div class="text-secondary" data-offer-words />
      </div>
      <div class="btn-list">
        <button class="btn btn-primary" type="button" data-offer-take>
          Pulihkan
        </button>
        <button class="btn" type="button" data-offer-drop>
          Buang
        </button>
      </div>
    </div>
  );
}
