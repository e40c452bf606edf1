import type { AgendaItemKind } from '../domain/agenda-items.js';

/** Kinds of sessions for readers. */
export const kindNames: Readonly<Record<AgendaItemKind, string>> = {
  welcome: 'Penerimaan',
  remarks: 'Sambutan',
  presentation: 'Paparan',
  'field-tour': 'Peninjauan lapangan',
  discussion: 'Diskusi',
  'follow-up-plan': 'Rencana tindak lanjut',
  photo: 'Foto bersama',
  closing: 'Penutupan',
  break: 'Istirahat',
};

/** What went well, by the page's `info`. */
export const agendaNotices: Readonly<Record<string, string>> = {
  pertanyaan: 'Tempat pertanyaan sudah disimpan.',
  disimpan: 'Susunan acara disimpan. Peserta belum melihat perubahan ini sampai Anda menerbitkannya.',
  terbit: 'Susunan acara diterbitkan.',
  templat: 'Susunan acara diisi dari templat. Silakan sesuaikan.',
};
