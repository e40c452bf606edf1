import { sameHours } from '../../platform/text/day-hours.js';
import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatTime } from '../../platform/text/dates.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import type { BookingInput } from '../domain/booking-input.js';
import { BY_HAND } from '../domain/chosen-time.js';
import type { Slot } from '../domain/week-grid.js';
import type { GridDay, TimeView } from '../use-cases/look-at-time.js';
import { reasonsText, timeText, weekText } from './booking-words.js';
import { LookAgain } from './step.js';

interface TimesProps {
  time: TimeView;
  input: BookingInput;
  own: Zone;
  isFocused: boolean;
}

/** When both are free in a week, the best of it first. */
export function Times({ time, input, own, isFocused }: TimesProps): VNode {
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
            <LookAgain value={`minggu:${addDays(monday, -7)}`} step="waktu" id="minggu-sebelumnya">
              <Icon name="back" />
              Minggu sebelumnya
            </LookAgain>
          )}
          <LookAgain value={`minggu:${addDays(monday, 7)}`} step="waktu" id="minggu-berikutnya">
            <span>Minggu berikutnya</span>
            <Icon name="next" />
          </LookAgain>
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
            <span class="host-name">{timeText(sameHours(each.startsAt, each.endsAt), timeZone, own)}</span>
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
          aria-label={timeText(sameHours(slot.startsAt, slot.endsAt), timeZone, own)}
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
