import type { KeptReason, Verdict } from './judge-reply.js';

/** What became of a mail that came: acted upon, or kept with the reason. */
export type Outcome = Exclude<Verdict['kind'], 'kept'> | 'bounce' | KeptReason;

/** What people read of it. */
export const outcomeWords = {
  answer: 'jawaban dicatat',
  'other-time': 'usulan waktu lain dicatat',
  substitute: 'usulan pengganti dicatat',
  bounce: 'surat tidak sampai',
  'unknown-visit': 'kunjungannya tidak dikenal',
  'sender-not-invited': 'pengirimnya tidak diundang',
  'sender-forged': 'pengirimnya meragukan',
  'attendee-missing': 'tidak menyebut peserta',
  'answer-outdated': 'menjawab undangan yang lama',
  'answer-too-late': 'kunjungan batal atau sudah lewat',
  'not-understood': 'bukan jawaban undangan',
} as const satisfies Record<Outcome, string>;
