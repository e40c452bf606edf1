/** What units of the example region visit one another about. */
export interface RegionTopic {
  topic: string;
  kind: 'study-visit' | 'working-visit' | 'coordination';
  programs: string[];
  title: string;
  seen: string;
  agreed: string;
  promise: string;
}

const study = 'study-visit';

/** Topics with what is seen, agreed and promised; every figure in them is made up. */
export const regionTopics: readonly RegionTopic[] = [
  {
    ...{ topic: 'Ketahanan pangan', kind: study, programs: ['akselerasi-2'] },
    title: 'Studi tiru kebun sayur dan kolam ikan',
    seen: 'Rombongan melihat bedengan bergilir, kolam terpal, dan buku catatan panen.',
    agreed: 'Tamu mulai dengan satu bedengan 20 m² dan satu kolam.',
    promise: 'Membuat satu bedengan percontohan di halaman belakang',
  },
  {
    ...{ topic: 'Kehumasan', kind: study, programs: ['akselerasi-3'] },
    title: 'Studi tiru kehumasan dan cerita pembinaan',
    seen: 'Rombongan mengikuti rapat redaksi dan melihat jadwal terbit selama satu bulan.',
    agreed: 'Kedua UPT saling mengirim satu cerita setiap pekan.',
    promise: 'Menerbitkan satu cerita pembinaan setiap pekan',
  },
  {
    ...{ topic: 'Hasil karya', kind: study, programs: ['akselerasi-3'] },
    title: 'Studi tiru produksi dan pemasaran hasil karya',
    seen: 'Rombongan melihat bengkel kayu, pengemasan, dan toko daring.',
    agreed: 'Tuan rumah membagikan daftar harga dan contoh kemasan.',
    promise: 'Mendaftarkan tiga produk pada pameran kabupaten',
  },
  {
    ...{ topic: 'Dapur sehat', kind: study, programs: ['aksi-dapur-sehat'] },
    title: 'Studi tiru dapur sehat dan daftar menu',
    seen: 'Rombongan melihat alur dapur, uji rasa, dan daftar menu sepuluh hari.',
    agreed: 'Daftar menu dicoba bulan berikutnya.',
    promise: 'Menyusun daftar menu sepuluh hari bersama ahli gizi',
  },
  {
    ...{ topic: 'Pendidikan kesetaraan', kind: study, programs: ['aksi-pendidikan-kesetaraan'] },
    title: 'Studi tiru kelas kesetaraan dan perpustakaan',
    seen: 'Rombongan melihat kelas Paket B dan cara buku dipinjam.',
    agreed: 'Modul yang sama dipakai pada semester berikutnya.',
    promise: 'Membuka satu kelas Paket C bersama SKB',
  },
  {
    ...{ topic: 'Kesehatan', kind: 'working-visit', programs: ['aksi-kesehatan-gratis'] },
    title: 'Kunjungan kerja layanan kesehatan gratis',
    seen: 'Rombongan melihat alur klinik dan kerja sama dengan puskesmas.',
    agreed: 'Naskah kerja sama dengan puskesmas dijadikan contoh.',
    promise: 'Menjadwalkan pemeriksaan gratis setiap tiga bulan',
  },
  {
    ...{ topic: 'Pembimbingan klien', kind: 'coordination', programs: [] },
    title: 'Koordinasi litmas dan pendampingan',
    seen: 'Jadwal litmas dan berkas yang kurang dibahas satu per satu.',
    agreed: 'Permintaan litmas dikirim setiap Senin dalam satu daftar.',
    promise: 'Mengirim daftar permintaan litmas setiap Senin',
  },
  {
    ...{ topic: 'Pengelolaan sampah', kind: study, programs: ['aksi-kemandirian-pangan'] },
    title: 'Studi tiru bank sampah dan kompos',
    seen: 'Rombongan melihat pemilahan di dapur, penimbangan, dan bak kompos.',
    agreed: 'Pemilahan dimulai dari dapur.',
    promise: 'Memilah sampah dapur dan mencatat timbangannya setiap Jumat',
  },
];
