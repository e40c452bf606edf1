import type { VNode } from 'preact';
import type { Chosen } from '../../platform/pages/paging.js';
import type { NamedCode, NoteChoiceLists } from '../queries/note-choices.js';
import { noteStateWords } from './note-words.js';

interface NoteFilterProps {
  path: string;
  choices: NoteChoiceLists;
  chosen: Chosen;
  /** Whether the actor may read notes that are not published, or no longer. */
  seesUnpublished: boolean;
}

const narrowing = ['program', 'jenis', 'kanwil', 'upt', 'tahun', 'keadaan'] as const;

/** Whether anything but words was chosen. */
export const isNarrowed = (chosen: Chosen): boolean => narrowing.some((name) => Boolean(chosen[name]));

/** Words to look for, and what to narrow them to. */
export function NoteFilterForm({ path, choices, chosen, seesUnpublished }: NoteFilterProps): VNode {
  return (
    <form
      class="card card-body note-filter"
      action={path}
      role="search"
      aria-label="Cari praktik baik"
      data-refresh="#hasil"
    >
      <div class="note-filter-words">
        <label class="form-label" for="cari-praktik">
          Kata yang dicari
        </label>
        <input
          class="form-control"
          id="cari-praktik"
          name="cari"
          type="search"
          value={chosen['cari']}
          placeholder="Misalnya: ketahanan pangan"
          maxLength={200}
          aria-describedby="cara-mencari"
        />
      </div>
      <button class="btn" type="submit">
        Tampilkan
      </button>
      <p class="note-filter-hint text-secondary" id="cara-mencari">
        Bentuk kata, singkatan, dan salah ketik dikenali. “Tanda kutip” mencari kata yang berurutan; tanda
        minus di depan kata mengecualikannya.
      </p>
      <details class="note-filter-more" open={isNarrowed(chosen)}>
        <summary>Saring menurut program, jenis UPT, Kanwil, atau tahun</summary>
        <div class="note-filter-choices">
          <Choices choices={choices} chosen={chosen} seesUnpublished={seesUnpublished} />
        </div>
      </details>
    </form>
  );
}

const keadaan: readonly NamedCode[] = [
  { code: 'terbit', name: noteStateWords.published },
  { code: 'usul', name: noteStateWords.proposed },
  { code: 'draf', name: `${noteStateWords.draft} UPT saya` },
  { code: 'arsip', name: noteStateWords.archived },
];

function Choices({ choices, chosen, seesUnpublished }: Omit<NoteFilterProps, 'path'>): VNode {
  const years = choices.years.map((year) => ({ code: String(year), name: String(year) }));
  const lists: Omit<ChoiceProps, 'chosen'>[] = [
    { name: 'program', label: 'Program', all: 'Semua program', options: choices.programs },
    { name: 'jenis', label: 'Jenis UPT', all: 'Semua jenis', options: choices.unitTypes },
    { name: 'kanwil', label: 'Kanwil', all: 'Semua Kanwil', options: choices.regionalOffices },
    { name: 'upt', label: 'UPT', all: 'Semua UPT', options: choices.units },
    { name: 'tahun', label: 'Tahun terbit', all: 'Semua tahun', options: years },
  ];
  if (seesUnpublished) lists.push({ name: 'keadaan', label: 'Keadaan', all: 'Semua', options: keadaan });
  return (
    <>
      {lists.map((list) => (
        <Choice key={list.name} {...list} chosen={chosen[list.name]} />
      ))}
    </>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice. */
  all: string;
  options: readonly NamedCode[];
  chosen: string | undefined;
}

function Choice({ name, label, all, options, chosen }: ChoiceProps): VNode {
  return (
    <div>
      <label class="form-label" for={`pilih-${name}`}>
        {label}
      </label>
      <select class="form-select" id={`pilih-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(({ code, name: title }) => (
          <option key={code} value={code} selected={code === chosen}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
