import { formatDateTimeRange } from '../../platform/text/dates.js';
import { clearedOfContacts, type SharedVisit } from './share-text.js';
import { meetingLinkOf, whereWords } from './visit-mode.js';
import type { ReachNews } from './reach.js';

const openings: Readonly<Record<ReachNews, string>> = {
  invited: 'Anda diundang dalam kunjungan berikut.',
  moved: 'Jadwal atau tempat kunjungan berikut *BERUBAH*. Yang berlaku sekarang:',
  off: 'Kunjungan berikut *BATAL*; mohon tidak datang.',
};

const closings: Readonly<Record<ReachNews, string>> = {
  invited: 'Mohon jawab hadir atau tidak lewat tautan pribadi Anda (jangan diteruskan ke orang lain):',
  moved: 'Mohon jawab lagi lewat tautan pribadi Anda (jangan diteruskan ke orang lain):',
  off: 'Keterangannya pada tautan pribadi Anda (jangan diteruskan ke orang lain):',
};

/** A message to one participant in the marks of WhatsApp, with a link that is that person's alone. */
export function personalText(visit: SharedVisit, name: string, news: ReachNews, link: string): string {
  const { mode = 'on-site', meetingLink = null } = visit;
  const place = whereWords({ mode, meetingLink: null }, clearedOfContacts(visit.place));
  const meeting = news === 'off' ? null : meetingLinkOf({ mode, meetingLink });
  return [
    `Yth. ${clearedOfContacts(name).replaceAll('*', '')},`,
    openings[news],
    '',
    `*${clearedOfContacts(visit.title).replaceAll('*', '')}*`,
    `${visit.guestUnitName} ke ${visit.hostUnitName}`,
    formatDateTimeRange(visit, visit.timeZone),
    ...(place ? [`Tempat: ${place}`] : []),
    ...(meeting ? [`Rapat daring: ${meeting}`] : []),
    '',
    closings[news],
    link,
  ].join('\n');
}

/** Whether a number, as it is stored, is a mobile one, which WhatsApp may have. */
const isMobile = (phone: string): boolean => !phone.startsWith('+62') || phone.startsWith('+628');

/** Whether a message can be sent to a number by WhatsApp. */
export const takesWhatsApp = (phone: string | null): phone is string => phone !== null && isMobile(phone);

/** The page of WhatsApp that opens a message to one number, which is stored as `+62…`. */
export const whatsAppTo = (phone: string, text: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
