import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { recurrenceWords } from '../../series/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import { paceOf, paces } from '../domain/repeat.js';
import type { BookingView } from '../use-cases/look-at-booking.js';

interface RepeatFieldsProps {
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

/** Of a coordination meeting, whether it repeats: how often, until when, and on which dates. */
export function RepeatFields({ input, view, faults }: RepeatFieldsProps): VNode {
  const { repeat, content } = input;
  return (
    <div id="pengulangan">
      {content.kind === 'coordination' ? (
        <fieldset class="mb-3">
          <legend class="form-label">Pertemuan berulang</legend>
          <div class="booking-fields booking-plain">
            <Select
              name="ulang"
              label="Diadakan"
              none="Sekali saja"
              options={paces}
              value={repeat.pace}
              faults={faults}
            />
            <DateField
              name="ulangSampai"
              label="Berulang sampai"
              value={repeat.until}
              hint="Paling lama 12 bulan sejak pertemuan pertama."
              faults={faults}
              optional
            />
          </div>
          {paceOf(repeat, content.kind) && <RepeatDates view={view} />}
        </fieldset>
      ) : (
        <>
          <input type="hidden" name="ulang" value={repeat.pace} />
          <input type="hidden" name="ulangSampai" value={repeat.until} />
          <p class="text-secondary">
            Rapat yang berulang, misalnya setiap Selasa pertama: pilih bentuk “Koordinasi” pada langkah 3.
          </p>
        </>
      )}
    </div>
  );
}

function RepeatDates({ view: { repeat } }: Pick<RepeatFieldsProps, 'view'>): VNode {
  if (repeat === null) return <p class="text-secondary">Pilih tuan rumah dan waktunya dahulu.</p>;
  if (typeof repeat === 'string') return <p class="text-secondary">{repeat}</p>;
  const taken = repeat.dates.filter(({ skipped }) => skipped === null);
  return (
    <>
      <p class="mb-1">
        {recurrenceWords(repeat.rule)}: {taken.length} pertemuan.
      </p>
      <ul class="mb-0">
        {repeat.dates.map(({ date, skipped }) => (
          <li key={date} class={skipped === null ? undefined : 'text-secondary'}>
            {formatCalendarDate(date)}
            {skipped !== null && ` (dilewati: ${skipped})`}
          </li>
        ))}
      </ul>
    </>
  );
}
