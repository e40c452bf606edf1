import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { lengths, type BookingInput } from '../domain/booking-input.js';
import { BY_HAND } from '../domain/chosen-time.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { ChoiceFault, isFirstFault, Look, Step } from './step.js';
import { Times } from './time-choices.js';
import { TimeWarnings } from './time-warnings.js';

interface TimeStepProps {
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
  /** The reader's zone. */
  own: Zone;
}

const lengthNames: Readonly<Record<(typeof lengths)[number], string>> = {
  60: '1 jam',
  90: '1 jam 30 menit',
  120: '2 jam',
  180: '3 jam',
  240: '4 jam',
  360: '6 jam',
  480: 'Sehari (8 jam)',
};

/** Step 2: when both are free, or any other time. */
export function TimeStep({ input, view, faults, own }: TimeStepProps): VNode {
  const { time, host } = view;
  return (
    <Step
      number={2}
      id="waktu"
      title="Waktu"
      lead="Yang tampil adalah waktu luang UPT Anda dan tuan rumah sekaligus."
    >
      <div class="booking-row">
        <Select
          name="lama"
          label="Lama kunjungan"
          faults={null}
          value={String(input.time.minutes)}
          options={lengths.map((minutes) => ({ value: String(minutes), name: lengthNames[minutes] }))}
        />
        <div class="mb-3">
          <Look value="waktu" step="waktu">
            <Icon name="clock" />
            Tampilkan waktu
          </Look>
        </div>
      </div>
      <ChoiceFault name="waktu" faults={faults} />
      <div id="jadwal">
        {time && host ? (
          <Times time={time} input={input} own={own} isFocused={isFirstFault('waktu', faults)} />
        ) : (
          <>
            <KeptTime input={input} />
            <p class="text-secondary">Pilih tuan rumah dahulu; waktu luangnya akan tampil di sini.</p>
          </>
        )}
      </div>
      <ByHand
        input={input}
        zone={time?.timeZone ?? null}
        isFocused={time?.best.length === 0 && isFirstFault('waktu', faults)}
      />
      <div id="peringatan" role="status">
        {time && <TimeWarnings time={time} own={own} />}
      </div>
    </Step>
  );
}

/** Without a host there is no grid, and what was chosen before stays all the same. */
function KeptTime({ input: { time, week } }: { input: BookingInput }): VNode {
  return (
    <>
      <input type="hidden" name="minggu" value={week ?? ''} />
      {time.slot !== '' && time.slot !== BY_HAND && <input type="hidden" name="waktu" value={time.slot} />}
    </>
  );
}

interface ByHandProps {
  input: BookingInput;
  zone: Zone | null;
  isFocused: boolean;
}

function ByHand({ input: { time }, zone, isFocused }: ByHandProps): VNode {
  const common = { faults: null, optional: true } as const;
  const isChosen = time.slot === BY_HAND || (time.slot === '' && time.date !== '');
  return (
    <fieldset class="by-hand mb-3">
      <legend class="form-label">Waktu lain</legend>
      <label class="form-check by-hand-choice" for="waktu-sendiri">
        <input
          class="form-check-input"
          type="radio"
          id="waktu-sendiri"
          name="waktu"
          value={BY_HAND}
          checked={isChosen}
          autofocus={isFocused}
        />
        <span class="form-check-label">Tentukan sendiri{zone && ` (${zoneLabel(zone)})`}</span>
      </label>
      <div class="booking-fields booking-plain" data-by-hand>
        <Field {...common} type="date" name="tanggal" label="Tanggal" value={time.date} />
        <Field {...common} type="time" name="dari" label="Mulai" value={time.from} />
        <Field {...common} type="time" name="sampai" label="Selesai" value={time.until} />
      </div>
    </fieldset>
  );
}
