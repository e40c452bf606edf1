import type { NoteAction } from '../domain/note-states.js';
import type { NoteState, NoteTexts, NoteVisibility } from '../domain/note.js';

/** The sections of a note in the order in which they are read: how each is called, and what belongs in it. */
export const noteSections = [
  { field: 'context', name: 'Masalah', hint: 'Masalah apa yang dihadapi, dan di mana?', rows: 5 },
  {
    field: 'whatWasDone',
    name: 'Apa yang dilakukan',
    hint: 'Apa yang dikerjakan, dan siapa yang terlibat?',
    rows: 7,
  },
  {
    field: 'resources',
    name: 'Sumber daya dan biaya',
    hint: 'Orang, alat, tempat, waktu, dan perkiraan biayanya.',
    rows: 4,
  },
  {
    field: 'howToCopy',
    name: 'Langkah menirunya',
    hint: 'Dari mana UPT lain sebaiknya mulai? Satu langkah per baris, misalnya “1. Siapkan satu demplot”.',
    rows: 7,
  },
  { field: 'result', name: 'Hasil', hint: 'Apa yang berubah? Sebutkan angkanya.', rows: 5 },
  { field: 'pitfalls', name: 'Yang perlu dihindari', hint: 'Apa yang sempat keliru atau gagal?', rows: 4 },
  {
    field: 'contact',
    name: 'Narahubung',
    hint: 'Jabatan atau seksi yang dapat dihubungi. Jangan menulis nomor telepon pribadi.',
    rows: 2,
  },
] as const satisfies readonly {
  field: Exclude<keyof NoteTexts, 'title'>;
  name: string;
  hint: string;
  rows: number;
}[];

/** Sections that a note needs before it goes out. */
export const neededSections: readonly string[] = ['context', 'whatWasDone', 'howToCopy', 'result'];

/** What a state is called. */
export const stateWords: Readonly<Record<NoteState, string>> = {
  draft: 'Draf',
  proposed: 'Diajukan',
  published: 'Terbit',
  archived: 'Diarsipkan',
};

/** What each step is called on its button, and what it does. */
export const stepWords: Readonly<Record<NoteAction, { button: string; explanation: string }>> = {
  propose: { button: 'Ajukan untuk diterbitkan', explanation: 'Kepala UPT atau Kanwil menerbitkannya.' },
  publish: { button: 'Terbitkan', explanation: 'Catatan ini dapat dibaca.' },
  withdraw: { button: 'Tarik kembali', explanation: 'Catatan ini kembali menjadi draf.' },
  return: {
    button: 'Kembalikan menjadi draf',
    explanation: 'Hanya UPT penulis yang melihatnya sampai diajukan lagi. Penulis membaca alasan Anda.',
  },
  renew: { button: 'Masih benar', explanation: 'Ditinjau lagi dua belas bulan kemudian.' },
  archive: {
    button: 'Arsipkan',
    explanation: 'Catatan ini tidak tampil lagi bagi UPT lain; UPT penulis dan Kanwil masih membacanya.',
  },
};

/** Who reads a note once it is published. */
export const visibilityWords: Readonly<Record<NoteVisibility, string>> = {
  unit: 'Hanya UPT sendiri',
  region: 'UPT se-wilayah',
  nation: 'Semua UPT',
};

/** The paragraphs of a text that somebody typed: an empty line parts them. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.replaceAll('\r', '').trim())
    .filter(Boolean);
}
