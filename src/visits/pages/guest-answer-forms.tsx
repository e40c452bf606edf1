import type { VNode } from 'preact';
import { Field, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { GuestAction } from '../domain/guest-answers.js';
import type { VisitGuest } from '../queries/visit-guests.js';
import type { RefusedStep } from './step-forms.js';

interface GuestAnswerFormsProps {
  visit: { id: string };
  /** The reader's own organisation. */
  guest: VisitGuest;
  actions: readonly GuestAction[];
  refused: RefusedStep | null;
}

/** How the reader's organisation answers the invitation, or leaves again. */
export function GuestAnswerForms({ visit, guest, actions, refused }: GuestAnswerFormsProps): VNode | null {
  const of = (action: GuestAction) => ({
    visit,
    guest,
    refused: refused?.step === `guest-${action}` ? refused : null,
  });
  if (!actions.some((action) => action !== 'take-back')) return null;
  return (
    <div class="card-body">
      {actions.includes('join') && <JoinForm {...of('join')} />}
      {actions.includes('decline') && (
        <ReasonForm {...of('decline')} path="tidak" title="Tidak ikut" label="Alasan tidak ikut" />
      )}
      {actions.includes('leave') && (
        <ReasonForm
          {...of('leave')}
          path="mundur"
          title="Mengundurkan diri"
          label="Alasan mengundurkan diri"
        />
      )}
    </div>
  );
}

type FormProps = Omit<GuestAnswerFormsProps, 'actions'>;

function JoinForm({ visit, guest, refused }: FormProps): VNode {
  return (
    <PageForm action={`/kunjungan/${visit.id}/tamu/ikut`} class="mb-3">
      <p>
        {guest.name} diajak ikut dalam kunjungan ini. Bila ikut, Anda menambahkan sendiri orang-orang dari
        kantor Anda, dan membaca semua tentang kunjungan ini.
      </p>
      <Field
        name="partySize"
        label="Jumlah orang dari kantor Anda"
        type="number"
        min={1}
        max={1000}
        value={typed(refused?.sent, 'partySize') || 1}
        faults={refused?.faults ?? null}
        scope="guest-join"
      />
      <button class="btn btn-primary" type="submit">
        Ikut
      </button>
    </PageForm>
  );
}

function ReasonForm(props: FormProps & { path: string; title: string; label: string }): VNode {
  const { visit, refused, path, title, label } = props;
  return (
    <details open={refused !== null}>
      <summary>{title}</summary>
      <PageForm action={`/kunjungan/${visit.id}/tamu/${path}`} class="mt-2">
        <TextArea
          name="reason"
          label={label}
          rows={2}
          maxLength={1000}
          value={typed(refused?.sent, 'reason')}
          faults={refused?.faults ?? null}
          scope={`guest-${path}`}
        />
        <button class="btn" type="submit">
          {title}
        </button>
      </PageForm>
    </details>
  );
}
