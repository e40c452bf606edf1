import type { ParticipantStanding } from '../domain/participant.js';

export { kindWords } from '../domain/reference.js';
export { visitStateWords } from '../domain/visit-state-words.js';

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

/** Where somebody stands with an invitation: its words by itself and behind a number, and the colour of its badge. */
export const standingWords: Readonly<
  Record<ParticipantStanding, { name: string; counted: string; colour: string }>
> = {
  accepted: { name: 'Akan hadir', counted: 'akan hadir', colour: 'green' },
  tentative: { name: 'Mungkin hadir', counted: 'mungkin hadir', colour: 'yellow' },
  declined: { name: 'Berhalangan', counted: 'berhalangan', colour: 'red' },
  'needs-action': { name: 'Belum menjawab', counted: 'belum menjawab', colour: 'secondary' },
  'not-invited': {
    name: 'Undangan belum dikirim',
    counted: 'undangan belum dikirim',
    colour: 'secondary',
  },
};

export const actionWords: Readonly<Record<string, string>> = {
  create: 'menulis draf',
  record: 'mencatat kunjungan yang disepakati di luar Sambang',
  vouch: 'menyatakan catatan ini benar',
  object: 'mengajukan keberatan atas catatan ini',
  'withdraw-objection': 'mencabut keberatan',
  'settle-objection': 'memutuskan bahwa catatan ini tetap berlaku',
  retract: 'menghapus catatan ini',
  answer: 'menjawab undangan',
  'answer-overtaken': 'menjawab undangan, tetapi sudah ada jawabannya yang lebih baru',
  write: 'menulis pesan',
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
  displace: 'menutup waktu kunjungan ini',
  'displace-party': 'memperkecil rombongan yang diterima',
  'end-program': 'mengakhiri program kunjungan ini',
  'ask-party': 'meminta izin tambahan peserta',
  'agree-party': 'mengizinkan tambahan peserta',
  'refuse-party': 'tidak mengizinkan tambahan peserta',
  'ask-guest': 'mengajak kantor lain ikut',
  'add-guest': 'menambahkan mitra sebagai tamu',
  'merge-guest': 'menggabungkan mitra yang tercatat dua kali',
  'join-guest': 'menyatakan ikut',
  'decline-guest': 'tidak menerima ajakan',
  'leave-guest': 'mengundurkan diri dari kunjungan bersama',
  'take-back-guest': 'menarik kembali ajakan',
  'lapse-guest': 'mencatat ajakan yang tidak dijawab',
  'add-participant': 'menambah peserta',
  'add-letter': 'mencatat surat',
  'change-letter': 'mengubah surat',
  'add-letter-copy': 'mengunggah salinan surat yang bertanda tangan',
  'remove-letter-copy': 'menghapus salinan surat yang bertanda tangan',
  'send-letter': 'menandai surat terkirim',
  'remove-letter': 'menghapus surat dari register',
  'change-participant': 'mengubah data peserta',
  'reach-participant': 'menghubungi langsung',
  'unreach-participant': 'mencatat belum menghubungi',
  'hand-over': 'menyerahkan tugas',
  'correct-own-data': 'membetulkan datanya sendiri',
  'check-in': 'mengisi daftar hadir',
  'walk-in': 'datang tanpa terdaftar',
  'change-own-address': 'mengganti alamat surelnya sendiri',
  'send-link': 'mengirim tautan halaman peserta lagi',
  'make-link': 'membuat tautan WhatsApp pribadi',
  'change-address': 'mengganti alamat surel peserta',
  'remove-participant': 'menghapus peserta',
  'late-entry': 'melengkapi catatan hari kunjungan',
  'blur-photo': 'menyamarkan bagian foto',
  'add-follow-up': 'mencatat tindak lanjut',
  'add-file': 'menyimpan berkas',
  'remove-file': 'menghapus berkas',
  'edit-agenda': 'mengubah susunan acara',
  'publish-agenda': 'menerbitkan susunan acara',
  'place-questions': 'menempatkan pertanyaan belajar pada sesi',
  'choose-sessions': 'memilih sesi seorang peserta',
};
