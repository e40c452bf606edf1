import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Field, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { OwnerChoice, PracticeChoice } from '../queries/follow-up-choices.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import { ChoiceFields } from './choice-fields.js';

interface ContentCardProps {
  fact: FollowUpFact;
  practices: readonly PracticeChoice[];
  owners: readonly OwnerChoice[];
  faults: FormFaults | null;
  sent: SentForm | undefined;
}

/** What is promised, to be changed by the responsible unit. */
export function ContentCard({ fact, practices, owners, faults, sent }: ContentCardProps): VNode {
  const value = (field: string, stands: string): string => (sent ? typed(sent, field) : stands);
  return (
    <details class="card follow-up-change" open={sent !== undefined}>
      <summary class="card-body">Ubah isinya</summary>
      <PageForm class="card-body pt-0" action={`/tindak-lanjut/${fact.id}/ubah`} version={fact.version}>
        <TextArea
          name="what"
          label="Apa yang akan dilakukan"
          rows={3}
          maxLength={2000}
          value={value('what', fact.what)}
          faults={faults}
        />
        <Field
          name="person"
          label="Penanggung jawab"
          maxLength={200}
          value={value('person', fact.personName)}
          faults={faults}
        />
        <DateField name="dueOn" label="Paling lambat" value={value('dueOn', fact.dueOn)} faults={faults} />
        <ChoiceFields
          {...{ owners, practices, faults }}
          personId={value('personId', fact.personId ?? '')}
          note={value('note', fact.note ?? '')}
          standing={fact}
          scope="ubah"
        />
        <TextArea
          name="reason"
          label="Alasan perubahan"
          rows={2}
          maxLength={2000}
          value={value('reason', '')}
          faults={faults}
          scope="ubah"
          optional
          needed="bila jatuh temponya diundur"
        />
        <button class="btn" type="submit">
          Simpan perubahan
        </button>
      </PageForm>
    </details>
  );
}
