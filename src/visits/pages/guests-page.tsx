import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { lastDueOn, usualDueOn } from '../domain/guest-invitation.js';
import type { OrganisationChoice } from '../queries/organisation-choices.js';
import type { JointVisit } from '../use-cases/read-visit.js';
import { PartnerCard } from './partner-card.js';
import { GuestsCard } from './guests-card.js';
import type { RefusedStep } from './step-forms.js';

export interface GuestsPageProps {
  actor: Actor;
  now: Date;
  joint: JointVisit;
  /** What was looked for, and what was found. */
  words: string;
  choices: readonly OrganisationChoice[];
  notice?: string | undefined;
  refused?: RefusedStep | null;
}

/** Where further organisations are asked to join a visit. */
export function GuestsPage(props: GuestsPageProps): VNode {
  const { actor, joint, notice, refused = null, words } = props;
  const { visit } = joint;
  return (
    <Layout
      title={`Tamu – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
    >
      <PageHeading
        title="Ajak kantor lain"
        lead={`${visit.reference} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      <div class="visit-columns">
        <Card title="Cari kantor">
          <div class="card-body">
            <form method="get" action={`/kunjungan/${visit.id}/tamu`}>
              <Field
                name="cari"
                label="Nama atau tempat"
                hint="UPT, Kanwil, direktorat, atau mitra luar"
                type="search"
                maxLength={100}
                value={words}
                faults={null}
              />
              <button class="btn" type="submit">
                Cari
              </button>
            </form>
          </div>
          <Choices {...props} />
        </Card>
        <PartnerCard visitId={visit.id} refused={refused?.step === 'guest-partner' ? refused : null} />
        <GuestsCard actor={actor} joint={joint} refused={null} />
      </div>
    </Layout>
  );
}

function Choices({ joint: { visit }, words, choices, now, refused = null }: GuestsPageProps): VNode | null {
  if (words === '') return null;
  if (choices.length === 0) {
    return <p class="card-body mb-0">Tidak ada kantor yang cocok, atau kantor itu sudah diajak.</p>;
  }
  const zone = visit.timeZone;
  const dueOn = typed(refused?.sent, 'dueOn') || usualDueOn(visit.startsAt, now, zone);
  return (
    <div class="card-body">
      <PageForm action={`/kunjungan/${visit.id}/tamu?cari=${encodeURIComponent(words)}`} asks>
        <fieldset class="mb-3">
          <legend class="form-label">Kantor yang diajak</legend>
          {choices.map(({ code, name, kind }) => (
            <label class="form-check" key={code}>
              <input
                class="form-check-input"
                type="radio"
                name="organisation"
                value={code}
                required
                checked={(typed(refused?.sent, 'organisation') || choices[0]?.code) === code}
              />
              <span class="form-check-label">
                {name}
                {kind === 'partner' && ' (mitra luar; langsung tercatat ikut)'}
              </span>
            </label>
          ))}
        </fieldset>
        <DateField
          name="dueOn"
          label="Dijawab paling lambat"
          value={dueOn}
          latest={lastDueOn(visit.startsAt, now, zone)}
          faults={refused?.faults ?? null}
        />
        <TextArea
          name="message"
          label="Pesan"
          rows={2}
          maxLength={1000}
          optional
          value={typed(refused?.sent, 'message')}
          faults={refused?.faults ?? null}
        />
        <button class="btn btn-primary" type="submit">
          Ajak
        </button>
      </PageForm>
    </div>
  );
}
