import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { SummaryViewFacts } from './show-summary.js';

interface PromisesProps {
  view: SummaryViewFacts;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Follow-ups belong to the text: they are written here, and stand in the mail. */
export function Promises({ view: { visit, draft }, sent, faults }: PromisesProps): VNode {
  const followUps = draft?.content.followUps ?? [];
  return (
    <section class="card mb-3" id="tindak-lanjut">
      <div class="card-header">
        <h2 class="card-title">Tindak lanjut</h2>
      </div>
      <ul class="list-group list-group-flush">
        {followUps.map(({ what, unitName, person, dueOn }) => (
          <li class="list-group-item" key={`${what} ${dueOn} ${person}`}>
            <div class="fw-medium">{what}</div>
            <div class="text-secondary">
              {person}, {unitName} · paling lambat {formatCalendarDate(dueOn)}
            </div>
          </li>
        ))}
        {followUps.length === 0 && (
          <li class="list-group-item text-secondary">
            Belum ada. Apa yang akan dikerjakan sesudah kunjungan ini?
          </li>
        )}
      </ul>
      <NewPromise visit={visit} kept={faults ? sent : undefined} faults={faults} />
    </section>
  );
}

interface NewPromiseProps {
  visit: SummaryViewFacts['visit'];
  kept: SentForm | undefined;
  faults: FormFaults | null;
}

function NewPromise({ visit, kept, faults }: NewPromiseProps): VNode {
  return (
    <div class="card-body border-top">
      <Field name="what" label="Yang akan dikerjakan" value={typed(kept, 'what')} faults={faults} optional />
      <div class="row">
        <div class="col-sm-6">
          <Select
            name="unit"
            label="Penanggung jawab"
            options={[
              { value: visit.guestUnit, name: visit.guestUnitName },
              { value: visit.hostUnit, name: visit.hostUnitName },
            ]}
            value={typed(kept, 'unit') || visit.guestUnit}
            faults={faults}
          />
        </div>
        <div class="col-sm-6">
          <Field name="person" label="Nama orangnya" value={typed(kept, 'person')} faults={faults} optional />
        </div>
        <div class="col-sm-6">
          <DateField
            name="dueOn"
            label="Paling lambat"
            value={typed(kept, 'dueOn')}
            faults={faults}
            optional
          />
        </div>
      </div>
      <button class="btn" type="submit" name="aksi" value="tindak">
        Tambahkan tindak lanjut
      </button>
    </div>
  );
}
