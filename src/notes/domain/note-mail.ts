import { formatCalendarDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';

/** A note as a mail names it. */
export interface MailedNote {
  title: string;
  unitName: string;
  pageUrl: string;
}

type Mail = LetterBody & { subject: string };

const letter = (subject: string, title: string, name: string, blocks: LetterBlock[]): Mail => ({
  subject: `${subject}: ${title}`,
  ...layOutLetter({ title: `${subject}: ${title}`, name, blocks }),
});

/** Tells those who wrote a note that somebody asks. */
export function questionMail(name: string, note: MailedNote, asked: { by: string; body: string }): Mail {
  return letter('Pertanyaan tentang praktik baik', note.title, name, [
    { text: 'Ada pertanyaan tentang praktik baik yang Anda tulis.' },
    {
      facts: [
        ['Dari', asked.by],
        ['Pertanyaan', asked.body],
      ],
    },
    { action: 'Jawab', href: `${note.pageUrl}#tanya` },
  ]);
}

/** Tells whoever asked what the answer is. */
export function answerMail(
  name: string,
  note: MailedNote,
  answered: { by: string; question: string; answer: string },
): Mail {
  return letter('Pertanyaan Anda dijawab', note.title, name, [
    { text: `Pertanyaan Anda tentang praktik baik ${note.unitName} sudah dijawab.` },
    {
      facts: [
        ['Pertanyaan', answered.question],
        ['Jawaban', answered.answer],
        ['Dijawab oleh', answered.by],
      ],
    },
    { action: 'Buka praktik baik', href: `${note.pageUrl}#tanya` },
  ]);
}

/** Asks the head of a unit whether what a note says still holds. */
export function reviewMail(name: string, note: MailedNote, dueOn: string): Mail {
  return letter('Mohon tinjau praktik baik', note.title, name, [
    {
      text:
        'Sudah dua belas bulan sejak praktik baik berikut terbit atau terakhir ditinjau. Mohon periksa apakah isinya ' +
        'masih benar: nyatakan masih benar, perbaiki, atau arsipkan.',
    },
    {
      facts: [
        ['Praktik baik', note.title],
        ['UPT', note.unitName],
        ['Perlu ditinjau sejak', formatCalendarDate(dueOn)],
      ],
    },
    { action: 'Tinjau', href: note.pageUrl },
  ]);
}
