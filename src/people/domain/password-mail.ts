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

/** The mail that carries a link for setting a password. */
export function passwordMail(purpose: MailedPurpose, name: string, link: string): Letter {
  const { subject, why, otherwise } = words[purpose];
  const greeting = `Yth. ${name},`;
  const limit = `Tautan ini berlaku selama ${duration(lifetimes[purpose])} dan hanya dapat dipakai satu kali.`;
  const closing = 'Salam hormat,\nSambang';
  const paragraphs = [
    escapeHtml(greeting),
    escapeHtml(why),
    `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`,
    escapeHtml(limit),
    escapeHtml(otherwise),
    escapeHtml(closing).replace('\n', '<br>'),
  ];
  return {
    subject,
    text: [greeting, why, link, limit, otherwise, closing].join('\n\n') + '\n',
    html: `<!doctype html><html lang="id"><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
  };
}

function duration(milliseconds: number): string {
  return milliseconds < DAY ? `${milliseconds / HOUR} jam` : `${milliseconds / DAY} hari`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
