import { DayLines } from '../../platform/pages/day-lines.js';
import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { Choice, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { bookingFields } from '../../visits/index.js';
import { lengths, modeOf, type BookingInput } from '../domain/booking-input.js';
import { BY_HAND, unreadByHand, unreadLines } from '../domain/chosen-time.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { ChoiceFault, isFirstFault, LookAgain, Step } from './step.js';
import { RepeatFields } from './repeat-fields.js';
import { Times } from './time-choices.js';
import { TimeWarnings } from './time-warnings.js';

interface TimeStepProps {
  number: number;
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
export function TimeStep({ number, input, view, faults, own }: TimeStepProps): VNode {
  const { time, host } = view;
  return (
    <Step
      number={number}
      id="waktu"
      title="Waktu"
      lead={`Yang tampil adalah waktu luang ${view.arranges ? 'tamu' : 'UPT Anda'} dan tuan rumah sekaligus.`}
    >
      <Choice
        name="mode"
        label={bookingFields.mode.label}
        choices={bookingFields.mode.choices}
        value={modeOf(input)}
        faults={faults}
      />
      <div class="booking-row">
        <Select
          name="lama"
          label="Lama kunjungan"
          faults={null}
          value={String(input.time.minutes)}
          options={lengths.map((minutes) => ({ value: String(minutes), name: lengthNames[minutes] }))}
        />
        <div class="mb-3">
          <LookAgain value="waktu" step="waktu">
            <Icon name="clock" />
            Tampilkan waktu
          </LookAgain>
        </div>
      </div>
      <ChoiceFault name="waktu" faults={faults} />
      <div id="jadwal">
        {time && host ? (
          <Times time={time} input={input} own={own} isFocused={isFirstFault('waktu', faults)} />
        ) : (
          <>
            <KeptTime input={input} />
            <p class="text-secondary">
              Pilih {view.guest ? 'tuan rumah' : 'tamu dan tuan rumah'} dahulu; waktu luangnya akan tampil di
              sini.
            </p>
          </>
        )}
      </div>
      <ByHand
        input={input}
        zone={time?.timeZone ?? null}
        isFocused={time?.best.length === 0 && isFirstFault('waktu', faults)}
      />
      {!view.arranges && <RepeatFields input={input} view={view} faults={faults} />}
      <div id="peringatan" role="status">
        {time && (
          <TimeWarnings time={time} own={own} guest={view.arranges ? (view.guest?.name ?? '') : 'UPT Anda'} />
        )}
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
  const { date: tanggal, lastDate: tanggalAkhir, from: dari, until: sampai } = unreadByHand(time, zone);
  const fields = {
    ...(tanggal && { tanggal }),
    ...(tanggalAkhir && { tanggalAkhir }),
    ...(dari && { dari }),
    ...(sampai && { sampai }),
  };
  const lines = zone && unreadLines(time, zone);
  const common = { faults: { fields }, optional: true } as const;
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
        <DateField {...common} name="tanggal" label="Tanggal" value={time.date} />
        <DateField {...common} name="tanggalAkhir" label="Sampai hari" value={time.lastDate} />
        <TimeField {...common} name="dari" label="Mulai" zone={zone} value={time.from} />
        <TimeField {...common} name="sampai" label="Selesai" zone={zone} value={time.until} />
      </div>
      <DayLines name="jamLain" value={time.dayLines} faults={{ fields: lines ? { jamLain: lines } : {} }} />
    </fieldset>
  );
}
