import type { NoteAction } from '../domain/note-states.js';

export { noteStateWords, visibilityWords } from '../domain/note-state-words.js';

/** What each step is called on its button, and what it does. */
export const noteStepWords: Readonly<Record<NoteAction, { button: string; explanation: string }>> = {
  propose: { button: 'Ajukan untuk diterbitkan', explanation: 'Kepala UPT atau Kanwil menerbitkannya.' },
  publish: { button: 'Terbitkan', explanation: 'Catatan ini dapat dibaca.' },
  withdraw: { button: 'Tarik kembali', explanation: 'Catatan ini kembali menjadi draf.' },
  return: {
    button: 'Kembalikan menjadi draf',
    explanation: 'Hanya UPT penulis yang melihatnya sampai diajukan lagi. Penulis membaca alasan Anda.',
  },
  renew: { button: 'Masih benar', explanation: 'Ditinjau lagi dua belas bulan kemudian.' },
  archive: {
    button: 'Arsipkan',
    explanation: 'Catatan ini tidak tampil lagi bagi UPT lain; UPT penulis dan Kanwil masih membacanya.',
  },
};
