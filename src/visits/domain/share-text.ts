import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { meetingLinkOf, whereWords, type VisitMode } from './visit-mode.js';
import type { VisitState } from './visit-transitions.js';

/** What a visit tells whoever it is shared with: no phone number, NIP or mail address is among it. */
export interface SharedVisit {
  title: string;
  reference: string;
  state: VisitState;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  timeZone: Zone;
  place: string;
  /** On site unless told. */
  mode?: VisitMode;
  /** Null, or left out, for whoever shares it without knowing it. */
  meetingLink?: string | null;
}

const unsettled = 'Rencana kunjungan; waktunya belum dikonfirmasi.';

const openings: Readonly<Record<VisitState, string>> = {
  draft: unsettled,
  arranged: unsettled,
  requested: unsettled,
  'counter-proposed': unsettled,
  confirmed: 'Kunjungan sudah dikonfirmasi.',
  held: 'Kunjungan sudah dilaksanakan.',
  closed: 'Kunjungan sudah dilaksanakan dan ringkasannya sudah terbit.',
  cancelled: 'Kunjungan dibatalkan.',
  'not-held': 'Kunjungan tidak jadi dilaksanakan.',
  declined: 'Permintaan kunjungan tidak dapat dipenuhi.',
  withdrawn: 'Permintaan kunjungan ditarik kembali.',
  expired: 'Permintaan kunjungan tidak terjawab dan tidak berlaku lagi.',
};

/** A long number or an address that somebody wrote into a free text. */
const personal = /\S+@\S+|\+?\d[\d\s-]{7,}\d/g;
/** A text without long numbers and addresses. */
export const clearedOfContacts = (text: string): string =>
  text.replace(personal, '…').replace(/\s+/g, ' ').trim();

/** A message about a visit that is ready to be sent, in the marks of WhatsApp (`*bold*`). */
export function shareText(visit: SharedVisit, address: string): string {
  const time = formatDateTimeRange(visit, visit.timeZone);
  const { mode = 'on-site', meetingLink = null } = visit;
  const place = whereWords({ mode, meetingLink: null }, clearedOfContacts(visit.place));
  const link = meetingLinkOf({ mode, meetingLink });
  return [
    openings[visit.state],
    '',
    `*${clearedOfContacts(visit.title).replaceAll('*', '')}*`,
    `${visit.guestUnitName} ke ${visit.hostUnitName}`,
    time,
    ...(place ? [`Tempat: ${place}`] : []),
    ...(link ? [`Rapat daring: ${link}`] : []),
    `Nomor: ${visit.reference}`,
    '',
    `Selengkapnya (perlu masuk ke Sambang): ${address}`,
  ].join('\n');
}

/** The page of WhatsApp that lets one choose whom to send a text. */
export const whatsAppLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;
