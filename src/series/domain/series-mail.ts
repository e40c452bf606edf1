import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { SeriesStep } from './series-steps.js';

/** Who is told of a step on several dates at once, and how it is put. */
interface SeriesNotice {
  units: 'host' | 'other' | 'both';
  regional: boolean;
  subject: string;
  opening: string;
}

export const seriesNotices: Readonly<Record<SeriesStep, SeriesNotice>> = {
  submit: {
    units: 'host',
    regional: true,
    subject: 'Permintaan rangkaian pertemuan',
    opening:
      'Ada satu permintaan untuk pertemuan yang berulang. Mohon buka rangkaian ini, lalu jawab semua tanggalnya sekaligus atau satu per satu.',
  },
  accept: {
    units: 'other',
    regional: true,
    subject: 'Rangkaian pertemuan dikonfirmasi',
    opening: 'Tanggal-tanggal berikut telah dikonfirmasi. Undangan kalender dikirim kepada setiap peserta.',
  },
  decline: {
    units: 'other',
    regional: true,
    subject: 'Tanggal rangkaian ditolak',
    opening: 'Mohon maaf, tanggal-tanggal berikut tidak dapat dipenuhi.',
  },
  approve: {
    units: 'both',
    regional: false,
    subject: 'Rangkaian pertemuan disetujui Kanwil',
    opening: 'Kanwil telah menyetujui tanggal-tanggal berikut.',
  },
  move: {
    units: 'other',
    regional: false,
    subject: 'Usulan waktu lain untuk rangkaian pertemuan',
    opening:
      'Ada usulan waktu lain untuk tanggal-tanggal berikut. Mohon buka rangkaian ini, lalu jawab usulannya.',
  },
  'call-off': {
    units: 'other',
    regional: true,
    subject: 'Tanggal rangkaian dibatalkan',
    opening: 'Tanggal-tanggal berikut dibatalkan atau ditarik kembali.',
  },
};

export interface SeriesMailFacts {
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  /** The rule in words. */
  rule: string;
  /** When each visit is, or is to be. */
  times: readonly string[];
  reason: string | null;
  actorName: string;
  pageUrl: string;
}

/** One mail about several dates, in Indonesian. */
export function seriesMail(
  step: SeriesStep,
  name: string,
  facts: SeriesMailFacts,
): LetterBody & { subject: string } {
  const { subject: title, opening } = seriesNotices[step];
  const count = facts.times.length;
  const blocks: LetterBlock[] = [
    { text: opening },
    {
      facts: [
        ['Rangkaian', facts.title],
        ['Tamu', facts.guestUnitName],
        ['Tuan rumah', facts.hostUnitName],
        ['Pengulangan', facts.rule],
        ['Alasan', facts.reason ?? ''],
        ['Oleh', facts.actorName],
      ],
    },
    { heading: `${count} tanggal`, list: facts.times },
    { action: 'Buka rangkaian', href: facts.pageUrl },
  ];
  const subject = `${title}: ${facts.title} (${count} tanggal)`;
  return { subject, ...layOutLetter({ title, name, blocks }) };
}
