import type { VisitState } from './visit-transitions.js';

/** How a state is called, the colour of its badge, and what it means for the reader. */
export const visitStateWords: Readonly<
  Record<VisitState, { name: string; colour: string; meaning: string }>
> = {
  draft: { name: 'Draf', colour: 'secondary', meaning: 'Belum diajukan; hanya UPT tamu yang melihatnya.' },
  arranged: {
    name: 'Diatur Kanwil',
    colour: 'blue',
    meaning: 'Kanwil mengatur kunjungan ini; kedua UPT diminta menjawab.',
  },
  requested: { name: 'Diajukan', colour: 'blue', meaning: 'Menunggu jawaban UPT tujuan.' },
  'counter-proposed': {
    name: 'Waktu lain diusulkan',
    colour: 'yellow',
    meaning: 'Menunggu jawaban atas usulan waktu lain.',
  },
  confirmed: {
    name: 'Dikonfirmasi',
    colour: 'green',
    meaning: 'Kedua UPT sepakat; setiap peserta menerima undangan.',
  },
  held: { name: 'Dilaksanakan', colour: 'teal', meaning: 'Sudah dilaksanakan; menunggu ringkasan.' },
  closed: { name: 'Selesai', colour: 'teal', meaning: 'Ringkasan sudah dikirim.' },
  declined: { name: 'Ditolak', colour: 'red', meaning: 'UPT tujuan tidak dapat menerima kunjungan ini.' },
  withdrawn: { name: 'Ditarik kembali', colour: 'secondary', meaning: 'Permintaan ditarik oleh UPT tamu.' },
  expired: { name: 'Kedaluwarsa', colour: 'secondary', meaning: 'Tidak dijawab sampai batas waktunya.' },
  cancelled: { name: 'Dibatalkan', colour: 'red', meaning: 'Kunjungan ini dibatalkan.' },
  'not-held': {
    name: 'Tidak dilaksanakan',
    colour: 'red',
    meaning: 'Kunjungan ini tidak jadi dilaksanakan.',
  },
};
