import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatTime } from '../../platform/text/dates.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { lengths, type BookingInput } from '../domain/booking-input.js';
import { BY_HAND } from '../domain/chosen-time.js';
import type { Slot } from '../domain/week-grid.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import type { GridDay, TimeView } from '../use-cases/look-at-time.js';
import { reasonsText, timeText, weekText } from './booking-words.js';
import { ChoiceFault, isFirstFault, Look, Step } from './step.js';
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

interface TimesProps {
  time: TimeView;
  input: BookingInput;
  own: Zone;
  isFocused: boolean;
}

function Times({ time, input, own, isFocused }: TimesProps): VNode {
  const { monday, best, days, timeZone } = time;
  const offered = [...best, ...days.flatMap(({ slots }) => slots)].map(({ value }) => value);
  const { slot } = input.time;
  const isOther = slot !== '' && slot !== BY_HAND && !offered.includes(slot);
  return (
    <>
      <input type="hidden" name="minggu" value={monday} />
      {isOther && <OtherChoice time={time} slot={slot} own={own} />}
      <Best time={time} slot={slot} own={own} isFocused={isFocused} />
      <div class="week-heading">
        <h3 class="week-title" id="minggu-judul">
          {weekText(monday)}
        </h3>
        <div class="btn-list">
          {!time.isThisWeek && (
            <Look value={`minggu:${addDays(monday, -7)}`} step="waktu" id="minggu-sebelumnya">
              <Icon name="back" />
              Minggu sebelumnya
            </Look>
          )}
          <Look value={`minggu:${addDays(monday, 7)}`} step="waktu" id="minggu-berikutnya">
            <span>Minggu berikutnya</span>
            <Icon name="next" />
          </Look>
        </div>
      </div>
      <p class="text-secondary">
        Jam menurut {zoneLabel(timeZone)}, tempat kunjungan
        {timeZone === own ? '' : `; di bawahnya ${zoneLabel(own)}, tempat Anda`}. Tanda bintang: paling cocok.
      </p>
      <div class="week" role="group" aria-labelledby="minggu-judul">
        {days.map((day) => (
          <Day key={day.date} day={day} time={time} slot={slot} own={own} />
        ))}
      </div>
    </>
  );
}

function OtherChoice({ time, slot, own }: { time: TimeView; slot: string; own: Zone }): VNode {
  const words = typeof time.chosen === 'string' ? slot : timeText(time.chosen, time.timeZone, own);
  return (
    <label class="time-choice" for="waktu-pilihan">
      <input class="form-check-input" type="radio" id="waktu-pilihan" name="waktu" value={slot} checked />
      <span>
        <span class="host-name">Pilihan Anda</span>
        <span class="d-block">{words}</span>
      </span>
    </label>
  );
}

interface BestProps {
  time: TimeView;
  slot: string;
  own: Zone;
  isFocused: boolean;
}

function Best({ time: { best, timeZone }, slot, own, isFocused }: BestProps): VNode | null {
  if (best.length === 0) return null;
  return (
    <fieldset class="mb-3">
      <legend class="form-label">Paling cocok untuk kedua UPT</legend>
      {best.map((each, index) => (
        <label class="time-choice" for={idOf(each)} key={each.value}>
          <input
            class="form-check-input"
            type="radio"
            id={idOf(each)}
            name="waktu"
            value={each.value}
            checked={each.value === slot}
            autofocus={isFocused && index === 0}
          />
          <span>
            <span class="host-name">{timeText(each, timeZone, own)}</span>
            <span class="d-block text-secondary">{reasonsText(each.reasons)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const idOf = ({ value }: Slot): string => `waktu-${value.replace(/\D/g, '')}`;

function Day({ day, time, slot, own }: { day: GridDay; time: TimeView; slot: string; own: Zone }): VNode {
  const id = `hari-${day.date}`;
  return (
    <div class="week-day" role="group" aria-labelledby={id}>
      <p class="week-date" id={id}>
        {formatCalendarDate(day.date).replace(/ \d{4}$/, '')}
      </p>
      {day.emptyBecause !== null && <p class="week-empty">{day.emptyBecause}</p>}
      <div class="week-slots">
        {day.slots.map((each) => (
          <Start key={each.value} slot={each} time={time} isChosen={each.value === slot} own={own} />
        ))}
      </div>
    </div>
  );
}

interface StartProps {
  slot: Slot;
  time: TimeView;
  isChosen: boolean;
  own: Zone;
}

/** A start of the grid; the button of one of the best stands above the grid, and is chosen from here too. */
function Start({ slot, time: { best, timeZone }, isChosen, own }: StartProps): VNode {
  const isBest = best.some(({ value }) => value === slot.value);
  const id = idOf(slot);
  return (
    <label class={isBest ? `slot${isChosen ? ' slot-chosen' : ''}` : 'slot'} for={id}>
      {!isBest && (
        <input
          class="slot-radio"
          type="radio"
          id={id}
          name="waktu"
          value={slot.value}
          checked={isChosen}
          aria-label={timeText(slot, timeZone, own)}
        />
      )}
      <span>
        {isBest && <span aria-hidden="true">★ </span>}
        {formatTime(slot.startsAt, timeZone)}
      </span>
      {timeZone !== own && <span class="slot-own">{formatTime(slot.startsAt, own)}</span>}
    </label>
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
