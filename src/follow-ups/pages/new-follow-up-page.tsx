import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Field, RefusalAlert, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { VisitFacts } from '../../visits/index.js';
import type { OwnerChoice, PracticeChoice } from '../queries/follow-up-choices.js';
import { ChoiceFields } from './choice-fields.js';
import { organisationOf } from '../../platform/security/capabilities.js';

interface NewFollowUpPageProps {
  actor: Actor;
  visit: VisitFacts;
  /** Units that may have promised it. */
  promising: readonly { value: string; name: string }[];
  /** Names of who takes part, to choose from. */
  people: readonly string[];
  owners: readonly OwnerChoice[];
  practices: readonly PracticeChoice[];
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Where a promise is written down. */
export function NewFollowUpPage(props: NewFollowUpPageProps): VNode {
  const { actor, visit, faults } = props;
  return (
    <Layout title="Catat tindak lanjut" actor={actor} path="/tindak-lanjut">
      <PageHeading
        title="Catat tindak lanjut"
        lead={`Yang dijanjikan setelah “${visit.title}”.`}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      <RefusalAlert faults={faults} />
      <PageForm class="card card-body prose" action="/tindak-lanjut/baru" about={visit.id}>
        <input type="hidden" name="kunjungan" value={visit.id} />
        <Fields {...props} />
        <ChoiceFields
          owners={props.owners}
          practices={props.practices}
          hasSeveralUnits
          personId={typed(props.sent, 'personId')}
          note={typed(props.sent, 'note')}
          faults={faults}
        />
        <div>
          <button class="btn btn-primary" type="submit">
            Catat tindak lanjut
          </button>
        </div>
      </PageForm>
    </Layout>
  );
}

function Fields({ actor, promising, people, sent, faults }: NewFollowUpPageProps): VNode {
  return (
    <>
      <TextArea
        name="what"
        label="Apa yang akan dilakukan"
        rows={3}
        maxLength={2000}
        value={typed(sent, 'what')}
        hint="Satu hal yang dapat diperiksa, misalnya: membuat satu demplot sayuran."
        faults={faults}
        first
      />
      <Select
        name="unit"
        label="UPT yang mengerjakan"
        value={typed(sent, 'unit') || (organisationOf(actor) ?? '')}
        options={promising}
        hint="Hanya petugas UPT ini yang kemudian dapat memperbaruinya."
        faults={faults}
      />
      <Field
        name="person"
        label="Penanggung jawab"
        maxLength={200}
        value={typed(sent, 'person')}
        list="peserta"
        faults={faults}
      />
      <datalist id="peserta">
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <DateField
        name="dueOn"
        label="Paling lambat"
        value={typed(sent, 'dueOn')}
        hint="UPT yang mengerjakan diingatkan di beranda mulai 14 hari sebelumnya."
        faults={faults}
      />
    </>
  );
}
