import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';
import { sampleReader, type MailSample } from '../../platform/text/mail-sample.js';
import { REVIEW_DAYS } from '../../visits/domain/index.js';

interface Imported {
  count: number;
  /** Who brought the file. */
  by: string;
  href: string;
}

/** Tells somebody that an import entered visits of the own place. */
export function importedMail(name: string, { count, by, href }: Imported): LetterBody & { subject: string } {
  const subject = `${count} kunjungan dicatat lewat impor`;
  const blocks = [
    { text: `${by} mencatat ${count} kunjungan tempat tugas Anda dari sebuah lembar kerja.` },
    {
      text: `Mohon periksa; UPT yang terlibat dapat mengajukan keberatan dalam ${REVIEW_DAYS} hari di halaman kunjungannya.`,
    },
    { action: 'Periksa kunjungan', href },
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

export const importMailSamples = (): MailSample[] => [
  {
    name: 'import-recorded',
    occasion: 'Sesudah impor mencatat kunjungan UPT atau wilayah Anda',
    ...importedMail(sampleReader, {
      count: 12,
      by: 'Ratna Wulandari (Kanwil Jawa Tengah)',
      href: 'https://sambang.contoh.go.id/kunjungan?tab=dicatat',
    }),
  },
];
