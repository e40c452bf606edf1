import type { FormFaults } from '../../platform/pages/forms.js';
import { MOST_PEOPLE } from '../../platform/text/pasted-people/parse-people.js';
import { pastedFault } from '../../platform/text/pasted-people/pasted-list.js';
import { namesOf } from '../../platform/text/field-description.js';
import { bookingFields, MOST_GUESTS, visitFields } from '../../visits/index.js';
import type { BookingView } from '../use-cases/look-at-booking.js';

/** Fields in the order in which they stand on the page: the first faulty one takes the focus. */
const order: readonly string[] = [
  'tamu',
  'tuan',
  'waktu',
  'ulangSampai',
  'kind',
  ...namesOf(bookingFields),
  'tempel',
  'luar',
  'cariTamu',
  'mitra',
  'partySize',
];

const { least, most } = visitFields.partySize;

/** How the use-cases call the fields of this form. */
const names: Readonly<Record<string, string>> = {
  guestUnit: 'tamu',
  organisation: 'cariTamu',
  partnerName: 'mitra',
  hostUnit: 'tuan',
  startsAt: 'waktu',
  endsAt: 'waktu',
  ownHours: 'waktu',
  until: 'ulangSampai',
};

const LONGEST_PARTNER = 200;

/** What is wrong with who is to come along. */
function joiningFaults(
  { chosen, partners }: BookingView['joining'],
  repeats: boolean,
): Record<string, string> {
  const long = partners.find((name) => name.length > LONGEST_PARTNER);
  if (long !== undefined) return { mitra: `Nama mitra paling panjang ${LONGEST_PARTNER} huruf.` };
  const field = partners.length > 0 ? 'mitra' : 'cariTamu';
  const count = chosen.length + partners.length;
  if (count > MOST_GUESTS) return { [field]: `Paling banyak ${MOST_GUESTS} kantor dan mitra.` };
  if (!repeats || count === 0) return {};
  return { [field]: 'Kantor lain diajak ke pertemuan berulang di halaman tiap pertemuannya.' };
}

/** What keeps a form from being sent that its texts do not show, by field, as sentences. */
export function lacking({ guest, host, time, repeat, party, joining }: BookingView): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!guest) faults['tamu'] = 'Pilih UPT tamu.';
  if (!host) faults['tuan'] = 'Pilih UPT yang akan dikunjungi.';
  if (!time) faults['waktu'] = 'Pilih tuan rumah dahulu, lalu waktunya.';
  else if (typeof time.chosen === 'string') faults['waktu'] = time.chosen;
  Object.assign(faults, joiningFaults(joining, repeat !== null));
  if (typeof repeat === 'string') faults['ulangSampai'] = repeat;
  const [pasted, outsiders] = [pastedFault(party.pasted), pastedFault(party.outsiders)];
  if (pasted !== null) faults['tempel'] = pasted;
  if (party.members.length > MOST_PEOPLE) faults['tempel'] = `Paling banyak ${MOST_PEOPLE} peserta.`;
  if (outsiders !== null) faults['luar'] = outsiders;
  if (party.size === null)
    faults['partySize'] = `Isi dengan bilangan ${least} sampai ${most}, atau kosongkan.`;
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
