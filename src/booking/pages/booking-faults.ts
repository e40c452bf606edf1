import type { FormFaults } from '../../platform/pages/forms.js';
import { MOST_PEOPLE } from '../domain/party-paste.js';
import type { BookingView } from '../use-cases/look-at-booking.js';

/** Fields in the order in which they stand on the page: the first faulty one takes the focus. */
const order = [
  'tuan',
  'waktu',
  'bentuk',
  'judul',
  'maksud',
  'topikKunjungan',
  'programKunjungan',
  'tempat',
  'nomorSurat',
  'tanggalSurat',
  'narahubung',
  'telepon',
  'surel',
  'tempel',
  'luar',
  'jumlah',
];

/** How the use-cases call the fields of this form. */
const names: Readonly<Record<string, string>> = {
  hostUnit: 'tuan',
  startsAt: 'waktu',
  endsAt: 'waktu',
  partySize: 'jumlah',
};

/** What keeps a form from being sent that its texts do not show, by field, as sentences. */
export function lacking({ host, time, party }: BookingView): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!host) faults['tuan'] = 'Pilih UPT yang akan dikunjungi.';
  if (!time) faults['waktu'] = 'Pilih tuan rumah dahulu, lalu waktunya.';
  else if (typeof time.chosen === 'string') faults['waktu'] = time.chosen;
  if (party.pastedFaults.length > 0) faults['tempel'] = 'Perbaiki baris yang disebut pada pratinjau.';
  if (party.members.length > MOST_PEOPLE) faults['tempel'] = `Paling banyak ${MOST_PEOPLE} peserta.`;
  if (party.outsiderFaults.length > 0) faults['luar'] = 'Perbaiki baris yang disebut pada pratinjau.';
  if (party.size === null) faults['jumlah'] = 'Isi dengan bilangan 1 sampai 1000, atau kosongkan.';
  return faults;
}

/** The faults under this form's own names, with what else is lacking, in the page's order. */
export function allFaults(faults: FormFaults, more: Readonly<Record<string, string>>): FormFaults {
  const fields: Record<string, string> = { ...more };
  for (const [field, text] of Object.entries(faults.fields)) {
    const [top = field] = field.split('.');
    fields[names[top] ?? top] ??= text;
  }
  const place = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
  const sorted = Object.entries(fields).sort(([a], [b]) => place(a) - place(b));
  return { ...faults, fields: Object.fromEntries(sorted) };
}

/** A form that was sent before with other content, as when somebody goes back and changes it. */
export const sentBefore: FormFaults = {
  status: 409,
  title: 'Formulir ini sudah pernah dikirim',
  detail:
    'Isinya berubah sejak dikirim, jadi belum ada yang dikirim lagi. Periksa dahulu daftar kunjungan Anda; ' +
    'bila ini memang kunjungan lain, kirim sekali lagi.',
  fields: {},
};
