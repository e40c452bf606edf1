import {
  fieldsNamed,
  namesOf,
  type FieldDescription,
  type NamesWith,
  type ValuesOf,
} from '../../platform/text/field-description.js';

type NoteFieldDescription = FieldDescription & {
  /** What to do where it lacks, if a note cannot go out without it. */
  needed?: string;
  /** Whether a new note may begin with a text of a visit's summary in it. */
  fromSummary?: boolean;
};

const section = {
  kind: 'long-text',
  format: 'markdown',
  longest: 20_000,
  empty: 'blank',
  fromSummary: true,
} as const;

/** What a best-practice note says, field by field, in the order in which it is read; the sections are Markdown. */
export const noteFields = {
  title: {
    kind: 'text',
    longest: 200,
    empty: 'blank',
    label: 'Judul',
    hint: 'Satu kalimat pendek yang mudah dicari.',
    needed: 'Mohon isi judulnya',
  },
  context: {
    ...section,
    rows: 5,
    label: 'Masalah',
    hint: 'Masalah apa yang dihadapi, dan di mana?',
    meaning: 'The problem, and where it arose.',
    needed: 'Mohon jelaskan masalah yang dihadapi',
  },
  whatWasDone: {
    ...section,
    rows: 7,
    label: 'Apa yang dilakukan',
    hint: 'Apa yang dikerjakan, dan siapa yang terlibat?',
    needed: 'Mohon jelaskan apa yang dilakukan',
  },
  resources: {
    ...section,
    rows: 4,
    label: 'Sumber daya dan biaya',
    hint: 'Orang, alat, tempat, waktu, dan perkiraan biayanya.',
    meaning: 'What it takes and what it costs.',
  },
  howToCopy: {
    ...section,
    rows: 7,
    label: 'Langkah menirunya',
    hint: 'Dari mana UPT lain sebaiknya mulai? Satu langkah per baris, misalnya “1. Siapkan satu demplot”.',
    needed: 'Mohon jelaskan cara menirunya',
  },
  result: {
    ...section,
    rows: 5,
    label: 'Hasil',
    hint: 'Apa yang berubah? Sebutkan angkanya.',
    needed: 'Mohon jelaskan hasilnya',
  },
  pitfalls: {
    ...section,
    rows: 4,
    label: 'Yang perlu dihindari',
    hint: 'Apa yang sempat keliru atau gagal?',
  },
  contact: {
    ...section,
    longest: 2_000,
    rows: 2,
    label: 'Narahubung',
    hint: 'Jabatan atau seksi yang dapat dihubungi. Jangan menulis nomor telepon pribadi.',
    fromSummary: false,
  },
  topics: {
    kind: 'words',
    longest: 100,
    most: 20,
    rows: 3,
    empty: 'blank',
    label: 'Topik',
    hint: 'Satu topik per baris, misalnya: Ketahanan pangan.',
  },
  programs: { kind: 'codes', most: 20, empty: 'blank', label: 'Program' },
} as const satisfies Record<string, NoteFieldDescription>;

type NoteFields = typeof noteFields;
export type NoteField = keyof NoteFields;
export type NoteValues = ValuesOf<NoteFields>;

/** The sections of a note, in the order in which they are read. */
export type NoteSection = NamesWith<NoteFields, { kind: 'long-text' }>;
export const noteSections = namesOf(noteFields).filter(
  (name): name is NoteSection => noteFields[name].kind === 'long-text',
);

/** The title and the sections: what each version of a note is remembered by. */
export const noteTextFields = fieldsNamed(noteFields, ['title', ...noteSections]);
export type NoteTexts = ValuesOf<typeof noteTextFields>;

/** Those that a note cannot go out without. */
export type NeededText = NamesWith<NoteFields, { needed: string }>;
export const isNeeded = (name: NoteField): name is NeededText => 'needed' in noteFields[name];

/** Sections that a text of a visit's summary may go into. */
export const sectionsFromSummary = noteSections.filter((name) => noteFields[name].fromSummary);
