import type { VNode } from 'preact';
import { maskNip } from '../text/nip.js';
import type { PasteColumn } from '../text/pasted-people/tables.js';
import { kindsField, markField, type PastedList } from '../text/pasted-people/pasted-list.js';
import type { PastedPerson } from '../text/pasted-people/row.js';
import { columnKinds, type ColumnKind } from '../text/pasted-people/words.js';
import { Select, TextArea, type LabelledProps } from './form-parts.js';

/** The style sheet of a page that shows pasted lists. */
export const PASTED_STYLES = 'platform/pages/pasted-people.css';

const HINT =
  'Satu orang satu baris: nama, NIP, pangkat, jabatan, surel, telepon. Dapat ditempel langsung dari Excel, Word, atau WhatsApp; kolom yang dikenali tampak di bawah.';
const EXAMPLE = 'Sari Dewi\tPembimbing Kemasyarakatan\tsari@contoh.go.id\t0812 3456 7890';

interface PastedTextProps extends LabelledProps {
  value: string;
  rows?: number;
  placeholder?: string;
}

/** Where a list of people is pasted. */
export const PastedText = ({ hint = HINT, placeholder = EXAMPLE, ...props }: PastedTextProps): VNode => (
  <TextArea {...props} hint={hint} placeholder={placeholder} />
);

interface PastedFieldProps extends PastedTextProps {
  label: string;
  /** How the text was understood. */
  list: PastedList;
  /** What else is known of somebody, by the line of the text. */
  remarks?: ReadonlyMap<number, string>;
}

/** Where a list of people is pasted, with what was understood of it, to be corrected before it is stored. */
export function PastedField({ list, remarks, ...props }: PastedFieldProps): VNode {
  const people = list.people.map((person) => ({ ...person, remark: remarks?.get(person.line) }));
  return (
    <>
      <PastedText {...props} />
      <PastedColumns title={props.label} field={props.name} list={list} />
      {people.length > 0 && <PeopleTable people={people} />}
    </>
  );
}

/** A button that shows how the lists of a form were understood, and stores nothing. */
export const LookAtList = (): VNode => (
  <p class="mb-3">
    <button class="btn" type="submit" name="langkah" value="periksa" formnovalidate>
      Periksa daftar
    </button>
  </p>
);

const kindWords: Readonly<Record<ColumnKind, string>> = {
  name: 'Nama',
  nip: 'NIP',
  rank: 'Pangkat/golongan',
  position: 'Jabatan',
  office: 'UPT atau instansi',
  email: 'Surel',
  phone: 'Telepon',
  title: 'Gelar',
  none: '(tidak dipakai)',
};
const kindOptions = columnKinds.map((value) => ({ value, name: kindWords[value] }));

interface PastedColumnsProps {
  /** What the list is called here. */
  title: string;
  /** The form's field with its text. */
  field: string;
  list: PastedList;
}

/** What was taken for what in a pasted list, which can be corrected, and what has to be looked at. */
export function PastedColumns({ title, field, list }: PastedColumnsProps): VNode | null {
  const { columns, faults, notes, mark } = list;
  if (columns.length === 0) return null;
  return (
    <fieldset class="mb-3">
      <legend class="form-label">{title}: kolom yang dikenali</legend>
      <div class="pasted-columns">
        {columns.map((column, index) => (
          <Select
            key={index}
            name={kindsField(field)}
            scope={String(index + 1)}
            label={columnLabel(column, index)}
            faults={null}
            value={column.kind}
            options={kindOptions}
          />
        ))}
      </div>
      {faults.length > 0 && (
        <div class="alert alert-danger d-block" role="status">
          <h3 class="alert-title">{title}: ada baris yang perlu diperbaiki</h3>
          <Lines lines={faults} />
        </div>
      )}
      {notes.length > 0 && (
        <div class="alert alert-warning d-block" role="status">
          <h3 class="alert-title">{title}: mohon diperiksa</h3>
          <Lines lines={notes} />
        </div>
      )}
      <input type="hidden" name={markField(field)} value={mark} />
    </fieldset>
  );
}

/** NIP are masked wherever they are no official paper. */
const example = (text: string): string =>
  text.replace(/\d[\d\s.]{16,}\d/g, (digits) => maskNip(digits.replace(/\D/g, '')));

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

function columnLabel({ heading, examples }: PasteColumn, index: number): string {
  const told = examples.map(example).map(short).join(' · ');
  return [heading ? `“${short(heading)}”` : `Kolom ${index + 1}`, told].filter(Boolean).join(': ');
}

function Lines({ lines }: { lines: readonly { line: number; message: string }[] }): VNode {
  return (
    <ul class="mb-0">
      {lines.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          Baris {line}: {message}
        </li>
      ))}
    </ul>
  );
}

interface ListedPerson extends Omit<PastedPerson, 'line'> {
  /** What else is to be known. */
  remark?: string | undefined;
}

/** People as they would be stored. */
export function PeopleTable({ people }: { people: readonly ListedPerson[] }): VNode {
  return (
    <table class="pasted-people mb-3">
      <caption class="form-label">{people.length} peserta</caption>
      <thead>
        <tr>
          <th scope="col">Nama</th>
          <th scope="col">Pangkat, jabatan, instansi</th>
          <th scope="col">Surel dan telepon</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, nip, rank, position, office, email, phone, remark }) => (
          <tr key={`${email} ${name}`}>
            <th scope="row">
              {name}
              {remark && <span class="text-secondary"> · {remark}</span>}
              {nip && <span class="d-block fw-normal text-secondary">NIP {maskNip(nip)}</span>}
            </th>
            <td>{[rank, position, office].filter(Boolean).join(', ') || '–'}</td>
            <td>{[email, phone].filter(Boolean).join(', ') || 'tanpa surel'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
