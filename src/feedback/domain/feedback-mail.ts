import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import { FEWEST_ANSWERS } from './feedback-release.js';
import { averageWords, type FeedbackResults, type MarkResult } from './feedback-results.js';
import { releaseWords } from './release-words.js';

/** The visit that feedback is about. */
export interface FeedbackVisit {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
}

type Mail = LetterBody & { subject: string };

/** Asks a participant for feedback, for the first time or once more. */
export function feedbackRequest(
  name: string,
  visit: FeedbackVisit,
  link: { formUrl: string; expiresAt: Date },
  kind: 'first' | 'reminder',
): Mail {
  const about = `masukan Anda: ${visit.title}`;
  const subject = kind === 'first' ? `Mohon ${about}` : `Pengingat, mohon ${about}`;
  const blocks: LetterBlock[] = [
    {
      text:
        kind === 'first'
          ? 'Terima kasih telah mengikuti kunjungan berikut. Mohon luangkan dua menit untuk mengisi masukan: seberapa bermanfaat, apa yang layak ditiru, dan apa yang dapat lebih baik.'
          : 'Masukan Anda tentang kunjungan berikut masih kami tunggu. Mengisinya hanya perlu dua menit.',
    },
    factsOf(visit),
    { action: 'Isi masukan', href: link.formUrl, open: true },
    {
      text: `Anda tidak perlu akun. Masukan dapat diisi dan diubah sampai ${formatDate(link.expiresAt, visit.timeZone)}. Tautan ini milik Anda, mohon tidak diteruskan.`,
    },
    {
      text: `Kedua UPT dan Kanwil membaca hasilnya. ${releaseWords}`,
    },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

/** Tells a unit or a regional office what came of it: numbers only, since a mail goes where a page does not. */
export function feedbackResultsMail(
  name: string,
  visit: FeedbackVisit & { pageUrl: string },
  results: FeedbackResults,
): Mail {
  const subject = `Masukan peserta: ${visit.title}`;
  const blocks: LetterBlock[] = [
    { text: 'Berikut hasil masukan peserta tentang kunjungan yang telah dilaksanakan.' },
    factsOf(visit),
    {
      facts: [
        ['Masukan yang ditampilkan', `${results.answered} dari ${results.asked} peserta`],
        ['Manfaat kunjungan', markWords(results.usefulness)],
        ['Sambutan tuan rumah', markWords(results.welcome)],
      ],
    },
    {
      text:
        results.answered < FEWEST_ANSWERS
          ? `Nilai tidak ditampilkan karena kurang dari ${FEWEST_ANSWERS} orang mengisi.`
          : 'Tulisan peserta, tentang apa yang layak ditiru dan apa yang dapat lebih baik, dapat dibaca di Sambang.',
    },
    { action: 'Baca masukan', href: `${visit.pageUrl}#masukan` },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

const markWords = (result: MarkResult | null): string =>
  result === null ? '' : `rata-rata ${averageWords(result.average)} dari 5 (${result.count} jawaban)`;

const factsOf = (visit: FeedbackVisit): LetterBlock => ({
  facts: [
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
    ['Nomor kunjungan', visit.reference],
  ],
});
