import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
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
  timeZone: string;
  place: string;
}

const unsettled = 'Rencana kunjungan; waktunya belum dikonfirmasi.';

const openings: Readonly<Record<VisitState, string>> = {
  draft: unsettled,
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
const cleared = (text: string): string => text.replace(personal, '…').replace(/\s+/g, ' ').trim();

/** A message about a visit that is ready to be sent, in the marks of WhatsApp (`*bold*`). */
export function shareText(visit: SharedVisit, address: string): string {
  const time = formatDateTimeRange(visit.startsAt, visit.endsAt, visit.timeZone as Zone);
  const place = cleared(visit.place);
  return [
    openings[visit.state],
    '',
    `*${cleared(visit.title).replaceAll('*', '')}*`,
    `${visit.guestUnitName} ke ${visit.hostUnitName}`,
    time,
    ...(place ? [`Tempat: ${place}`] : []),
    `Nomor: ${visit.reference}`,
    '',
    `Selengkapnya (perlu masuk ke Sambang): ${address}`,
  ].join('\n');
}

/** The page of WhatsApp that lets one choose whom to send a text. */
export const whatsAppLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;
