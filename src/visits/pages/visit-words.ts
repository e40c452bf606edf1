export { visitStateWords } from '../domain/visit-state-words.js';

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
