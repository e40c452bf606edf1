import type { KeptReason, Statement } from './judge-reply.js';

/** What became of a mail that came: acted upon, asked about, or kept with the reason. */
export type Outcome =
  | Statement['kind']
  | 'refresh'
  | 'words'
  | 'question'
  | 'question-dismissed'
  | 'bounce'
  | 'bounce-unknown'
  | KeptReason;

/** What people read of it. */
export const outcomeWords = {
  answer: 'jawaban dicatat',
  'other-time': 'usulan waktu lain dicatat',
  substitute: 'usulan pengganti dicatat',
  refresh: 'undangan dikirim lagi',
  words: 'pesan sudah dibaca petugas',
  question: 'menunggu dipastikan petugas',
  'question-dismissed': 'diabaikan petugas',
  bounce: 'surat tidak sampai',
  'bounce-unknown': 'laporan tentang surat yang bukan dari sini',
  'unknown-visit': 'kunjungannya tidak dikenal',
  'sender-not-invited': 'pengirimnya tidak diundang',
  'sender-forged': 'pengirimnya meragukan',
  'attendee-missing': 'tidak menyebut peserta',
  'answer-outdated': 'menjawab undangan yang lama, atau sudah ada jawaban yang lebih baru',
  'answer-unchanged': 'sama dengan jawaban yang sudah dicatat',
  'answer-too-late': 'kunjungan batal atau sudah lewat',
  'refresh-unproven': 'meminta undangan lagi, tetapi pengirimnya tidak pasti',
  'refreshed-too-often': 'terlalu sering meminta undangan lagi',
  'not-understood': 'bukan jawaban undangan',
} as const satisfies Record<Outcome, string>;

export const outcomes = Object.keys(outcomeWords) as Outcome[];
