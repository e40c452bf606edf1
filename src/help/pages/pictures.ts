/** How large the screens of the pictures are, in CSS pixels. */
export const screens = { desk: { width: 1024, height: 680 }, phone: { width: 360, height: 640 } } as const;

/** The pictures of the guide, taken from the running application: on which screen, and what they show. */
export const pictures = {
  start: {
    screen: 'desk',
    alt: 'Beranda: salam, daftar hal yang menunggu dikerjakan, dan kunjungan berikutnya.',
  },
  booking: {
    screen: 'desk',
    alt: 'Halaman mengajukan kunjungan: memilih UPT tujuan, waktu luang, isi, dan rombongan.',
  },
  visit: {
    screen: 'desk',
    alt: 'Halaman sebuah kunjungan: keadaannya, waktunya, dan tombol langkah berikutnya.',
  },
  promises: {
    screen: 'desk',
    alt: 'Papan tindak lanjut: yang belum dimulai dan yang sedang dikerjakan, dengan tanggal jatuh tempo.',
  },
  note: {
    screen: 'desk',
    alt: 'Sebuah praktik baik: latar belakang, apa yang dilakukan, dan tombol mengunjungi UPT itu.',
  },
  answer: {
    screen: 'phone',
    alt: 'Halaman menjawab undangan di telepon: waktu dan tempat kunjungan, lalu pilihan jawaban.',
  },
  sinergi: {
    screen: 'desk',
    alt: 'Halaman Sinergi: jumlah kunjungan menurut keadaan dan hasilnya, masing-masing dapat dibuka.',
  },
} as const satisfies Record<string, { screen: keyof typeof screens; alt: string }>;

export type PictureName = keyof typeof pictures;

export const pictureFile = (name: PictureName): string => `help/pages/pictures/${name}.webp`;
