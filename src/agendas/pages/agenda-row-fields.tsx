import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import { CalendarInput } from '../../platform/pages/calendar-fields.js';
import type { ControlAttributes } from '../../platform/pages/form-parts.js';
import { Icon, type IconName } from '../../platform/pages/icon.js';
import { formatCalendarDate, formatTime, formatTimeRange } from '../../platform/text/dates.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { agendaItemKinds } from '../domain/agenda-items.js';
import type { RowRemarks } from './agenda-remarks.js';
import { writtenTime, type AgendaRow } from './agenda-rows.js';
import { kindNames } from './agenda-words.js';

export interface RowProps {
  row: AgendaRow;
  remarks: RowRemarks;
  /** From 0. */
  index: number;
  count: number;
  /** The visit's local days. */
  days: readonly string[];
  zone: Zone;
  /** The reader's. */
  own: Zone;
  /** The visit's main place. */
  place: string;
  people: readonly string[];
}

/** One session in the editor. */
export function AgendaRowFields(props: RowProps): VNode {
  const { row, index } = props;
  return (
    <li class="agenda-row" data-row={index} id={`sesi-${index}`}>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="open" value={row.isOpen ? 'ya' : ''} />
      <input type="hidden" name="was" value={writtenTime(row.before)} id={`sesi-${index}-was`} data-patch />
      <span class="agenda-handle" title="Seret untuk mengurutkan" aria-hidden="true">
        <Icon name="menu" />
        <b>{index + 1}</b>
      </span>
      <fieldset class="agenda-fields">
        <legend class="visually-hidden">Sesi ke-{index + 1}</legend>
        <Times {...props} />
        <Title {...props} />
        <Remarks {...props} />
        <Details {...props} />
      </fieldset>
      <Buttons {...props} />
    </li>
  );
}

/** What a control needs so that its label and faults belong to it. */
type RowControl = Omit<ControlAttributes, 'required' | 'autofocus'>;

interface ControlProps extends RowProps {
  /** In the form. */
  name: string;
  /** In the API's body, which faults name. */
  field: string;
  label: ComponentChildren;
  children: (attributes: RowControl) => VNode;
}

function Control({ index, remarks, name, field, label, children }: ControlProps): VNode {
  const id = `sesi-${index}-${name}`;
  const isFaulty = Object.hasOwn(remarks.faults, field);
  return (
    <div class={`agenda-${name}`}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {children({
        id,
        name,
        'aria-invalid': isFaulty ? 'true' : undefined,
        'aria-describedby': isFaulty ? `sesi-${index}-faults` : undefined,
      })}
    </div>
  );
}

const controlClass = (attributes: RowControl): string =>
  attributes['aria-invalid'] ? 'form-control is-invalid' : 'form-control';

const input = (attributes: RowControl, more: InputHTMLAttributes<HTMLInputElement>): VNode => (
  <input class={controlClass(attributes)} {...attributes} {...more} />
);

/** What the editor's script asks the server about when it changes, and takes from the answer. */
const followed = { 'data-time': true, 'data-patch': true };

/** Day (where there are several), start, length, and what follows from them. */
function Times(props: RowProps): VNode {
  const { row, days, zone } = props;
  return (
    <div class="agenda-times">
      {days.length > 1 ? (
        <Control {...props} name="day" field="startsAt" label="Hari">
          {(attributes) => (
            <select class="form-select" {...attributes} data-time>
              {[...new Set([...days, row.day])].filter(Boolean).map((day) => (
                <option key={day} value={day} selected={day === row.day}>
                  {days.includes(day) ? formatCalendarDate(day) : day}
                </option>
              ))}
            </select>
          )}
        </Control>
      ) : (
        <input type="hidden" name="day" value={row.day || days[0]} />
      )}
      <Control {...props} name="from" field="startsAt" label={`Mulai (${zoneLabel(zone)})`}>
        {(attributes) => (
          <CalendarInput
            kind="time"
            label={`sesi ke-${props.index + 1}`}
            value={row.from}
            zone={zone}
            attributes={{ class: controlClass(attributes), ...attributes, ...followed }}
          />
        )}
      </Control>
      <Control {...props} name="minutes" field="endsAt" label="Lama (menit)">
        {(attributes) => {
          const limits = { min: 1, max: 1440, inputMode: 'numeric' } as const;
          return input(attributes, { ...followed, ...limits, type: 'number', value: row.minutes });
        }}
      </Control>
      <Until {...props} />
    </div>
  );
}

/** When a session ends, and when it is for a reader in another zone. */
function Until({ row: { time }, index, zone, own }: RowProps): VNode {
  return (
    <p class="agenda-until text-secondary" id={`sesi-${index}-until`} data-patch>
      {time && `sampai ${formatTime(time.endsAt, zone)}`}
      {time && own !== zone && (
        <span class="d-block">Di tempat Anda: {formatTimeRange(time.startsAt, time.endsAt, own)}</span>
      )}
    </p>
  );
}

function Title(props: RowProps): VNode {
  const { row } = props;
  return (
    <div class="agenda-what">
      <Control {...props} name="title" field="title" label="Acara">
        {(attributes) => input(attributes, { type: 'text', value: row.title, maxLength: 200 })}
      </Control>
      <Control {...props} name="kind" field="kind" label="Jenis">
        {(attributes) => (
          <select class="form-select" {...attributes}>
            {agendaItemKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === row.kind}>
                {kindNames[kind]}
              </option>
            ))}
          </select>
        )}
      </Control>
    </div>
  );
}

/** What is wrong, and what is worth a look: live, so it is said when it changes. */
function Remarks({ remarks: { faults, warnings }, index }: RowProps): VNode {
  return (
    <ul class="agenda-remarks" id={`sesi-${index}-faults`} data-patch>
      {[...new Set(Object.values(faults))].map((text) => (
        <li class="agenda-fault" key={text}>
          <Icon name="alert" />
          {text}
        </li>
      ))}
      {warnings.map((text) => (
        <li key={text}>
          <Icon name="alert" />
          {text}
        </li>
      ))}
    </ul>
  );
}

const hidden = ['place', 'note', 'persons'];

/** What most sessions do without, folded; open where something in it is wrong. */
function Details(props: RowProps): VNode {
  const { row, remarks, place, people } = props;
  const isFaulty = Object.keys(remarks.faults).some((field) => hidden.includes(field.replace(/\..*$/, '')));
  const said = [row.place, row.persons.replaceAll('\n', '; ')].filter((text) => text.trim() !== '');
  return (
    <details class="agenda-details" open={isFaulty || row.isOpen}>
      <summary>{said.length > 0 ? said.join(' · ') : 'Tempat, penanggung jawab, catatan'}</summary>
      <div class="agenda-more">
        <Control {...props} name="place" field="place" label="Tempat">
          {(attributes) =>
            input(attributes, {
              type: 'text',
              value: row.place,
              maxLength: 300,
              placeholder: place || 'Tempat utama kunjungan',
            })
          }
        </Control>
        <Control {...props} name="persons" field="persons" label="Penanggung jawab, satu nama per baris">
          {(attributes) => (
            <textarea class="form-control" rows={2} {...attributes}>
              {row.persons}
            </textarea>
          )}
        </Control>
        <Control {...props} name="speaker" field="-" label="Tambah dari peserta">
          {(attributes) => (
            <select class="form-select" {...attributes}>
              <option value="">Pilih peserta</option>
              {people.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Control>
        <Control {...props} name="note" field="note" label="Catatan panitia (tidak dikirim ke peserta)">
          {(attributes) => (
            <textarea class="form-control" rows={2} maxLength={2000} {...attributes}>
              {row.note}
            </textarea>
          )}
        </Control>
      </div>
    </details>
  );
}

const moves: readonly [action: string, icon: IconName, words: string][] = [
  ['naik', 'up', 'Naikkan'],
  ['turun', 'down', 'Turunkan'],
  ['hapus', 'trash', 'Keluarkan'],
];

function Buttons({ index, count, row }: RowProps): VNode {
  const isAtEnd: Record<string, boolean> = { naik: index === 0, turun: index === count - 1 };
  return (
    <div class="agenda-buttons">
      {moves.map(([action, icon, words]) => (
        <button
          key={action}
          class="btn btn-icon"
          type="submit"
          name="aksi"
          value={`${action}:${index}`}
          id={`sesi-${index}-${action}`}
          data-moves
          formnovalidate
          disabled={isAtEnd[action]}
          aria-label={`${words} sesi ke-${index + 1}${row.title ? `: ${row.title}` : ''}`}
          title={words}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
