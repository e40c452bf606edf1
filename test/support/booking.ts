let count = 0;

/** The page that a visit is asked for on. */
export const BOOKING = '/kunjungan/baru';

/** A form that can be sent, each with its own key. */
export const filledBooking = (change: object = {}) => ({
  kunci: `kunci-${(count += 1)}`,
  langkah: 'kirim',
  topik: 'ketahanan pangan',
  tuan: 'rutan-banjarnegara',
  lama: '180',
  waktu: '2025-10-30T09:00',
  bentuk: 'study-visit',
  judul: `Belajar pangan ${count}`,
  maksud: 'Melihat kebun & <b>kolam</b>',
  topikKunjungan: 'ketahanan pangan, kehumasan',
  programKunjungan: ['akselerasi-2', 'akselerasi-3'],
  tempat: 'Aula',
  nomorSurat: 'WP.13-1',
  tanggalSurat: '2025-10-20',
  narahubung: 'Ratna',
  telepon: '0812 3456 7890',
  surel: 'ratna@contoh.test',
  tempel: 'Nama\tJabatan\tSurel\nSari Dewi\tPembimbing\tsari@contoh.test',
  luar: 'Tono;Dinas Pertanian',
  pihakLuar: 'invited',
  jumlah: '',
  ...change,
});
