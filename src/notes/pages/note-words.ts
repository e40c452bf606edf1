import type { NoteTexts } from '../domain/note.js';

/** The sections of a note in the order in which they are read: how each is called, and what belongs in it. */
export const noteSections = [
  {
    field: 'context',
    name: 'Latar belakang',
    hint: 'Masalah apa yang dihadapi, dan di mana?',
  },
  {
    field: 'whatWasDone',
    name: 'Apa yang dilakukan',
    hint: 'Langkah-langkahnya, siapa yang terlibat, dan apa yang diperlukan.',
  },
  {
    field: 'result',
    name: 'Hasil',
    hint: 'Apa yang berubah? Sebutkan angkanya bila ada.',
  },
  {
    field: 'howToCopy',
    name: 'Cara menirunya',
    hint: 'Dari mana UPT lain sebaiknya mulai, dan apa yang perlu dihindari?',
  },
] as const satisfies readonly { field: keyof NoteTexts; name: string; hint: string }[];

/** The paragraphs of a text that somebody typed: an empty line parts them. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.replaceAll('\r', '').trim())
    .filter(Boolean);
}
