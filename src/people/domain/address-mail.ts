import { layOutLetter } from '../../platform/text/letter.js';
import type { Letter } from './password-mail.js';

/** What an account's address is changed to and from, as its holder is told. */
interface AddressWords {
  name: string;
  from: string;
  to: string;
  /** Who asked for it. */
  by: string;
}

/** To the new address: the link by which its owner says yes. */
export function confirmAddressMail({ name, from, to, by }: AddressWords, link: string): Letter {
  const subject = 'Konfirmasi alamat surel baru untuk Sambang';
  const blocks = [
    {
      text: `${by} meminta agar akun Sambang Anda memakai alamat ini. Silakan konfirmasi melalui tautan berikut.`,
    },
    {
      facts: [
        ['Alamat lama', from],
        ['Alamat baru', to],
      ] as const,
    },
    { action: 'Pakai alamat ini', href: link, open: true },
    {
      text: 'Tautan ini berlaku tiga hari dan hanya dapat dipakai satu kali. Kata sandi Anda tidak berubah.',
    },
    { text: 'Bila Anda tidak mengenal permintaan ini, abaikan saja: tidak ada yang berubah.' },
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

/** To the old address: what was asked for, or what has happened. */
export function oldAddressMail({ name, to, by }: AddressWords, when: 'asked' | 'changed'): Letter {
  const subject =
    when === 'asked' ? 'Permintaan mengganti alamat surel akun Anda' : 'Alamat surel akun Anda sudah diganti';
  const what =
    when === 'asked'
      ? `${by} meminta agar akun Sambang Anda memakai alamat ${to}. Alamat ini tetap berlaku sampai alamat baru dikonfirmasi.`
      : `Akun Sambang Anda kini memakai alamat ${to}; undangan dan pemberitahuan berikutnya dikirim ke sana, dan Anda masuk dengan alamat itu.`;
  const blocks = [
    { text: what },
    { text: 'Bila ini tidak Anda kehendaki, segera hubungi kepala UPT, Kanwil, atau administrator Sambang.' },
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}
