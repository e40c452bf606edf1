import { asSeen } from './pasted.js';

let count = 0;

/** The page that a visit is asked for on. */
export const BOOKING = '/kunjungan/baru';

/** A form that can be sent, each with its own key. */
export const filledBooking = (change: object = {}) => seen({ ...whole(), ...change });

/** With the columns of its lists as the page showed them. */
const seen = <Form extends { tempel: string; luar: string }>(form: Form) => ({
  ...form,
  ...asSeen('tempel', form.tempel),
  ...asSeen('luar', form.luar, 'office'),
});

const whole = () => ({
  kunci: `kunci-${(count += 1)}`,
  langkah: 'kirim',
  topik: 'ketahanan pangan',
  tuan: 'rutan-banjarnegara',
  lama: '180',
  waktu: '2025-10-30T09:00',
  kind: 'study-visit',
  title: `Belajar pangan ${count}`,
  purpose: 'Melihat kebun & <b>kolam</b>',
  topics: 'ketahanan pangan, kehumasan',
  programs: ['akselerasi-2', 'akselerasi-3'],
  place: 'Aula',
  requestLetterNumber: 'WP.13-1',
  requestLetterDate: '2025-10-20',
  contactName: 'Ratna',
  contactPhone: '0812 3456 7890',
  contactEmail: 'ratna@contoh.test',
  tempel: 'Nama\tJabatan\tSurel\nSari Dewi\tPembimbing\tsari@contoh.test',
  luar: 'Tono;Dinas Pertanian',
  pihakLuar: 'invited',
  partySize: '',
});
