import { formatCalendarDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';
import { changeKindWords, changeTitle, type NamedChange } from './unit-change-words.js';

/** What a mail about a change of units says. */
export interface ChangeMailFacts extends NamedChange {
  decree: string;
  reason: string;
  /** Why it was refused or taken back; empty for nothing. */
  decisionReason: string;
  actorName: string;
  /** How many visits to come it touches. */
  visits: number;
  pageUrl: string;
}

export const changeMailOccasions = ['proposed', 'decided', 'refused', 'withdrawn'] as const;
export type ChangeMailOccasion = (typeof changeMailOccasions)[number];

export const changeMailWords: Readonly<Record<ChangeMailOccasion, { subject: string; opening: string }>> = {
  proposed: {
    subject: 'Usulan perubahan UPT',
    opening: 'Kanwil mengusulkan perubahan UPT berikut. Mohon diperiksa, lalu disetujui atau ditolak.',
  },
  decided: {
    subject: 'Perubahan UPT ditetapkan',
    opening:
      'Perubahan UPT berikut sudah ditetapkan. Kunjungan, catatan, dan tindak lanjut yang lama tetap dapat dibaca dengan nama saat itu.',
  },
  refused: { subject: 'Usulan perubahan UPT ditolak', opening: 'Usulan perubahan UPT berikut ditolak.' },
  withdrawn: { subject: 'Perubahan UPT dibatalkan', opening: 'Perubahan UPT berikut tidak jadi berlaku.' },
};

/** The mail about a change of units, in Indonesian. */
export function unitChangeMail(
  occasion: ChangeMailOccasion,
  name: string,
  facts: ChangeMailFacts,
): LetterBody & { subject: string } {
  const { subject, opening } = changeMailWords[occasion];
  const blocks = [
    { text: opening },
    {
      facts: [
        ['Perubahan', changeTitle(facts)],
        ['Macam', changeKindWords[facts.kind]],
        ['Berlaku mulai', formatCalendarDate(facts.effectiveOn)],
        ['Nomor keputusan', facts.decree],
        ['Alasan', facts.reason],
        ['Keterangan', facts.decisionReason],
        ['Kunjungan yang terkena', facts.visits > 0 ? `${facts.visits}` : ''],
        ['Oleh', facts.actorName],
      ] as const,
    },
    { action: 'Lihat perubahan ini', href: facts.pageUrl },
  ];
  return { subject: `${subject}: ${changeTitle(facts)}`, ...layOutLetter({ title: subject, name, blocks }) };
}
