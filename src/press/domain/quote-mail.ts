import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';

/** The visit that a quote is about. */
export interface QuotedVisit extends DayTime {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  /** The host's. */
  timeZone: Zone;
}

/** A link that is the addressee's alone. */
export interface QuoteLink {
  url: string;
  expiresAt: Date;
}

/** What helps to say something that people like to read. */
export const quoteHints = [
  'Satu atau dua kalimat, seperti Anda mengucapkannya.',
  'Sebut satu hal yang nyata: apa yang dilihat, dipelajari, atau akan dikerjakan.',
  'Sebut manfaatnya bagi warga binaan, klien, atau masyarakat, tanpa menyebut nama mereka.',
  'Hindari menyalahkan dan janji yang belum pasti.',
] as const;

/** Asks the head of a party for a quote. */
export function quoteMail(
  name: string,
  office: string,
  visit: QuotedVisit,
  link: QuoteLink,
): LetterBody & { subject: string } {
  const subject = `Mohon kutipan Anda: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text: `Humas menyiapkan siaran pers tentang kunjungan berikut, dan memohon kutipan Kepala ${office}. Cukup satu atau dua kalimat; Anda tidak perlu akun.`,
    },
    {
      facts: [
        ['Tamu', visit.guestUnitName],
        ['Tuan rumah', visit.hostUnitName],
        ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
        ['Nomor kunjungan', visit.reference],
      ],
    },
    { heading: 'Yang membantu pembaca', list: quoteHints },
    { action: 'Tulis kutipan', href: link.url, open: true },
    {
      text: `Kutipan baru dimuat setelah Anda menyetujuinya di halaman itu, dan dapat diubah sampai ${formatDate(link.expiresAt, visit.timeZone)}. Tautan ini milik Anda, mohon tidak diteruskan.`,
    },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

/** The same as a message that the head's own office sends by WhatsApp. */
export const quoteMessage = (office: string, visit: QuotedVisit, { url, expiresAt }: QuoteLink): string =>
  [
    `Yth. Kepala ${office},`,
    `mohon izin meminta kutipan Bapak/Ibu untuk siaran pers kunjungan ${visit.guestUnitName} ke ${visit.hostUnitName}, ${formatDate(visit.startsAt, visit.timeZone)}.`,
    `Satu atau dua kalimat ditulis dan disetujui di sini, sampai ${formatDate(expiresAt, visit.timeZone)}:\n${url}`,
    'Tautan ini milik Bapak/Ibu, mohon tidak diteruskan.',
  ].join('\n\n');
