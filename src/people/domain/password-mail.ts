import { layOutLetter } from '../../platform/text/letter.js';
import { lifetimes, type LinkPurpose } from './lifetimes.js';

/** Links that are mailed; the first administrator's is shown on the console instead. */
export type MailedPurpose = Exclude<LinkPurpose, 'first-administrator'>;

/** A mail's words, in Indonesian. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const words: Record<MailedPurpose, { subject: string; why: string; otherwise: string }> = {
  invitation: {
    subject: 'Undangan memakai Sambang',
    why: 'Anda diundang memakai Sambang, tempat mengatur kunjungan antar-UPT Pemasyarakatan. Silakan buat kata sandi Anda melalui tautan berikut.',
    otherwise: 'Bila Anda merasa tidak seharusnya menerima undangan ini, abaikan saja surel ini.',
  },
  reset: {
    subject: 'Mengganti kata sandi Sambang',
    why: 'Kami menerima permintaan untuk mengganti kata sandi akun Sambang Anda. Silakan buat kata sandi baru melalui tautan berikut.',
    otherwise: 'Bila Anda tidak memintanya, abaikan saja surel ini; kata sandi Anda tidak berubah.',
  },
};

/** Who invites somebody, and what for. */
export interface Inviter {
  /** Name of who invites. */
  by: string;
  /** What the account is to be, in words. */
  role: string;
  /** Unit or regional office; empty for neither. */
  place: string;
  /** The office that runs the system; empty where nobody said which. */
  operator: string;
}

/** The mail that carries a link for setting a password; an invitation says from whom it comes. */
export function passwordMail(
  purpose: MailedPurpose,
  name: string,
  link: string,
  inviter: Inviter | null = null,
): Letter {
  const { subject, why, otherwise } = words[purpose];
  const limit = `Tautan ini berlaku selama ${duration(lifetimes[purpose])} dan hanya dapat dipakai satu kali.`;
  const blocks = [
    { text: why },
    ...(inviter ? [{ facts: factsOf(inviter) }] : []),
    { action: 'Buat kata sandi', href: link, open: true },
    { text: limit },
    { text: otherwise },
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

const factsOf = ({ by, role, place, operator }: Inviter) =>
  [
    ['Diundang oleh', by],
    ['Sebagai', role],
    ['Tempat tugas', place],
    ['Sambang dikelola oleh', operator],
  ] as const;

function duration(milliseconds: number): string {
  return milliseconds < DAY ? `${milliseconds / HOUR} jam` : `${milliseconds / DAY} hari`;
}
