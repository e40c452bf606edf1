import type { VisitState } from '../domain/visit-states.js';

/** How a state is called, the colour of its badge, and what it means for the reader. */
export const visitStateWords: Readonly<
  Record<VisitState, { name: string; colour: string; meaning: string }>
> = {
  draft: { name: 'Draf', colour: 'secondary', meaning: 'Belum diajukan; hanya UPT tamu yang melihatnya.' },
  requested: { name: 'Diajukan', colour: 'blue', meaning: 'Menunggu jawaban UPT tujuan.' },
  'counter-proposed': {
    name: 'Waktu lain diusulkan',
    colour: 'yellow',
    meaning: 'Menunggu jawaban atas usulan waktu lain.',
  },
  confirmed: { name: 'Dikonfirmasi', colour: 'green', meaning: 'Kedua UPT sepakat; undangan sudah dikirim.' },
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

export const kindWords: Readonly<Record<string, string>> = {
  'study-visit': 'Studi tiru',
  'working-visit': 'Kunjungan kerja',
  coordination: 'Koordinasi',
};

export const sideWords: Readonly<Record<string, string>> = {
  guest: 'Tamu',
  host: 'Tuan rumah',
  invited: 'Undangan',
};

export const participantRoleWords: Readonly<Record<string, string>> = {
  leader: 'pimpinan',
  member: 'anggota',
  speaker: 'narasumber',
  'minute-taker': 'notulis',
  observer: 'peninjau',
};

export const answerWords: Readonly<Record<string, string>> = {
  'needs-action': 'Belum menjawab',
  accepted: 'Akan hadir',
  tentative: 'Mungkin hadir',
  declined: 'Berhalangan',
};

export const answerColours: Readonly<Record<string, string>> = {
  'needs-action': 'secondary',
  accepted: 'green',
  tentative: 'yellow',
  declined: 'red',
};

export const actionWords: Readonly<Record<string, string>> = {
  create: 'menulis draf',
  answer: 'menjawab undangan',
  'suggest-time': 'berhalangan dan mengusulkan waktu lain',
  'suggest-substitute': 'berhalangan dan mengusulkan pengganti',
  edit: 'mengubah isi',
  submit: 'mengajukan permintaan',
  accept: 'menerima',
  decline: 'menolak',
  propose: 'mengusulkan waktu lain',
  approve: 'menyetujui',
  withdraw: 'menarik kembali',
  expire: 'mencatat kedaluwarsa',
  reschedule: 'mengusulkan perubahan jadwal',
  cancel: 'membatalkan',
  complete: 'mencatat pelaksanaan',
  'not-held': 'mencatat tidak dilaksanakan',
  'publish-summary': 'menerbitkan ringkasan',
  'add-participant': 'menambah peserta',
  'change-participant': 'mengubah data peserta',
  'remove-participant': 'menghapus peserta',
  'add-file': 'menyimpan berkas',
  'remove-file': 'menghapus berkas',
  'edit-agenda': 'mengubah susunan acara',
  'publish-agenda': 'menerbitkan susunan acara',
  'choose-sessions': 'memilih sesi seorang peserta',
};
