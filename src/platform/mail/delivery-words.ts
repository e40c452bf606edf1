import { statusIn } from '../text/delivery-status.js';
import type { MailFate } from './mail-fate.js';
import type { MailState } from './mail-states.js';

/** What each state of a mail is called. */
export const mailStateNames: Readonly<Record<MailState, string>> = {
  queued: 'Menunggu',
  sent: 'Terkirim',
  failed: 'Gagal',
  suppressed: 'Ditahan',
  overtaken: 'Tersusul',
};

const REFUSED = 'server penerimanya menolak surat';

/**
 * What a status code means (RFC 3463), by its subject and detail, as people read it. A code that is not here by itself
 * is told as its subject's `*`.
 */
const statusWords: Readonly<Record<string, string>> = {
  '1.1': 'kotak surat itu tidak ada',
  '1.2': 'domain di belakang tanda @ tidak ada',
  '1.3': 'penulisan alamatnya keliru',
  '1.6': 'kotak surat itu sudah pindah',
  '1.7': 'alamat pengirim kita tidak diterima di sana',
  '1.8': 'alamat pengirim kita tidak dikenal di sana',
  '1.10': 'domain itu tidak menerima surat',
  '2.1': 'kotak surat itu ditutup',
  '2.2': 'kotak suratnya penuh',
  '2.3': 'surat ini terlalu besar untuk kotak surat itu',
  '3.*': 'server penerimanya sedang bermasalah',
  '3.1': 'server surel kehabisan tempat',
  '3.4': 'surat ini terlalu besar untuk servernya',
  '4.*': 'jalan ke server penerimanya tidak ada atau terputus',
  '5.*': 'server surel tidak memahami permintaan kita',
  '6.*': 'isi surat ini tidak diterima servernya',
  '6.7':
    'server surel kita, atau server penerimanya, tidak melayani alamat dengan huruf seperti itu (SMTPUTF8)',
  '7.*': 'kebijakan server itu menolak surat dari kita',
  '7.8': 'nama atau kata sandi untuk server surel kita ditolak',
};

/** What failed at our own server, by what nodemailer or Node.js says. */
const ownWords: readonly (readonly [RegExp, string])[] = [
  [
    /credentials|invalid login|authenticat|\b53[045]\b/i,
    'nama atau kata sandi untuk server surel kita ditolak',
  ],
  [/certificate|\btls\b|\bssl\b/i, 'sambungan terenkripsi (TLS) ke server surel kita gagal'],
  [/ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo/i, 'nama server surel kita tidak ditemukan'],
  [/ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/i, 'server surel kita tidak menyahut'],
  [/ENOSPC|EDQUOT/i, 'tempat penyimpanan penuh'],
];

const fateWords = {
  'server-fault': 'server surel kita tidak dapat dipakai',
  'sender-blocked': 'server penerimanya tidak mau menerima surat dari kita',
  later: 'server penerimanya belum dapat menerima surat ini',
  'in-doubt': 'jawaban servernya hilang, jadi surat ini mungkin sudah sampai',
  refused: REFUSED,
  'address-dead': 'alamat itu tidak ada',
} as const satisfies Record<MailFate, string>;

/** Why mail does not reach an address, in words of our own whatever the other server said. */
export function deliveryProblem(code: string): string {
  return wordsOf(code) ?? REFUSED;
}

/**
 * Why a mail did not leave, in words of our own.
 *
 * @param said what the server answered, or what failed
 */
export function mailProblem(fate: MailFate, said: string): string {
  const code = statusIn(said);
  if (fate !== 'server-fault') return (code === null ? null : wordsOf(code)) ?? fateWords[fate];
  return ownWords.find(([pattern]) => pattern.test(said))?.[1] ?? fateWords[fate];
}

/** What a mail's last try ended with. */
interface LastTry {
  lastFate: MailFate | null;
  lastError: string | null;
}

/** Why a mail has not left, in words of our own; null for one that no try failed of. */
export function problemOf({ lastFate, lastError }: LastTry): string | null {
  return lastError === null ? null : mailProblem(lastFate ?? 'later', lastError);
}

/** Why mails to a domain, or by the server itself where it is null, do not leave, in words of our own. */
export function outageProblem(domain: string | null, words: string): string {
  return mailProblem(domain === null ? 'server-fault' : 'sender-blocked', words);
}

function wordsOf(code: string): string | null {
  const [, subject, detail] = /^[45]\.(\d{1,3})\.(\d{1,3})$/.exec(code) ?? [];
  if (subject === undefined) return null;
  return statusWords[`${subject}.${detail}`] ?? statusWords[`${subject}.*`] ?? null;
}
