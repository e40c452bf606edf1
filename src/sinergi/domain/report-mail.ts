import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';

export interface ReportMailFacts {
  /** Whom it is for. */
  name: string;
  /** Short name of the regional office. */
  officeName: string;
  /** The month in words: `Oktober 2025`. */
  month: string;
  /** Names of figures and what they are. */
  figures: readonly (readonly [name: string, value: string])[];
  /** Address of the page with the same figures. */
  href: string;
}

/** The mail that a month's report goes with, as PDF and as a Word document. */
export function reportMail({ name, officeName, month, figures, href }: ReportMailFacts): LetterBody & {
  subject: string;
} {
  const subject = `Laporan sinergi ${officeName}, ${month}`;
  return {
    subject,
    ...layOutLetter({
      title: subject,
      name,
      blocks: [
        { text: `Terlampir laporan sinergi antar-UPT selama ${month}, sebagai PDF dan dokumen Word.` },
        { facts: figures },
        { action: 'Buka halaman Sinergi', href },
        { text: 'Laporan ini dikirim tiap awal bulan. Pengirimannya dapat dihentikan di halaman Laporan.' },
      ],
    }),
  };
}
