import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { isoWeekday } from '../text/calendar-dates.js';
import { weekdays } from '../text/calendar-words.js';
import { readTyped, shownText, type CalendarKind } from '../text/typed-values.js';
import { zoneLabel, type Zone } from '../text/zones.js';
import { attributesOf, classOf, Labelled, type LabelledProps } from './form-parts.js';
import { Icon } from './icon.js';
import { SeenContext } from './look.js';
import type { AskedCalendar } from './typed-calendar-fields.js';

interface CalendarFieldProps extends LabelledProps {
  /** What is stored (`2025-10-05`, `2025-10`, `08:00`), or what was typed. */
  value?: string | null | undefined;
}

interface DateFieldProps extends CalendarFieldProps {
  /** The first and last date that can be chosen. */
  earliest?: string;
  latest?: string;
}

const examples: Readonly<Record<CalendarKind, string>> = {
  date: '5 Oktober 2025',
  month: 'Oktober 2025',
  time: '08.00',
};

/** For where there is no room below. */
const shortExamples: Readonly<Record<CalendarKind, string>> = {
  date: 'mis. 5 Okt 2025',
  month: 'mis. Okt 2025',
  time: 'mis. 08.00',
};

const buttonWords: Readonly<Record<CalendarKind, string>> = {
  date: 'Pilih tanggal',
  month: 'Pilih bulan',
  time: 'Pilih jam',
};

/** A date, typed in words or numbers, or chosen: the same in every browser, whatever its language. */
export function DateField({ earliest, latest, ...props }: DateFieldProps): VNode {
  return <CalendarField {...props} kind="date" earliest={earliest} latest={latest} />;
}

/** A month of a year, typed or chosen. */
export function MonthField(props: CalendarFieldProps): VNode {
  return <CalendarField {...props} kind="month" />;
}

/** A clock time with 24 hours, in a zone that its label says. */
export function TimeField({ zone, ...props }: CalendarFieldProps & { zone: Zone | null }): VNode {
  return <CalendarField {...props} kind="time" zone={zone} />;
}

interface KindProps {
  kind: CalendarKind;
  zone?: Zone | null;
  earliest?: string | undefined;
  latest?: string | undefined;
}

function CalendarField({ value, ...props }: CalendarFieldProps & KindProps): VNode {
  const { kind, zone, earliest, latest, isFilter = false } = props;
  const id = attributesOf(props).id;
  const attributes = attributesOf(props, isFilter ? [] : [`${id}-read`]);
  return (
    <Labelled {...props}>
      <CalendarInput
        {...{ kind, value: value ?? '', zone, earliest, latest, label: props.label }}
        attributes={{
          ...attributes,
          class: classOf('form-control', props),
          placeholder: isFilter ? shortExamples[kind] : undefined,
        }}
      />
      {!isFilter && <AsRead id={id} kind={kind} value={value ?? ''} />}
    </Labelled>
  );
}

/** How it is written; of a date that was read its weekday. */
function AsRead({ id, kind, value }: { id: string; kind: CalendarKind; value: string }): VNode {
  const { today } = useContext(SeenContext);
  const date = kind === 'date' ? readTyped(kind, value, { today }).value : null;
  return (
    <div class="form-hint mt-1" id={`${id}-read`}>
      {date === null ? `Contoh: ${examples[kind]}` : `Hari ${weekdays[isoWeekday(date) - 1]}`}
    </div>
  );
}

interface CalendarInputProps extends KindProps {
  value: string;
  label: ComponentChildren;
  attributes: InputHTMLAttributes<HTMLInputElement> & { id: string };
}

/** The control itself, for forms that label it in their own way. */
export function CalendarInput({
  kind,
  value,
  label,
  zone,
  earliest,
  latest,
  attributes,
}: CalendarInputProps): VNode {
  const { today } = useContext(SeenContext);
  const zoneName = zone ? zoneLabel(zone) : null;
  return (
    <div class="calendar-field">
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        inputMode={kind === 'time' ? 'decimal' : 'text'}
        maxLength={60}
        {...attributes}
        value={shownText(kind, value, { today, zone: zoneName })}
        data-calendar={kind}
        data-today={today ?? undefined}
        data-zone={zoneName ?? undefined}
        data-earliest={earliest}
        data-latest={latest}
      />
      <button class="btn btn-icon calendar-choose" type="button" data-chooses={attributes.id}>
        <Icon name={kind === 'time' ? 'clock' : 'calendar'} />
        <span class="visually-hidden">
          {buttonWords[kind]}: {label}
        </span>
      </button>
    </div>
  );
}

interface MisreadProps {
  asked: readonly AskedCalendar[];
  /** What the page shows all the same, in words. */
  shown: string;
}

/** Says among the results that a filter could not be read, and what is shown: no period is silently another. */
export function Misread({ asked, shown }: MisreadProps): VNode | null {
  const unread = asked.filter(({ fault }) => fault !== null).map(({ text }) => `“${text}”`);
  if (unread.length === 0) return null;
  return (
    <p class="alert alert-warning d-block my-3" role="status">
      {unread.join(' dan ')} belum dapat dipakai. Yang tampil: {shown}.
    </p>
  );
}
