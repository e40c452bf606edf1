import { GiveFeedback } from '../../feedback/index.js';
import { Database } from '../../platform/database/database.js';
import { headOf, officerOf } from './accounts.js';
import type { Stage } from './stage.js';

type Said = Parameters<GiveFeedback['execute']>[1];

const say = (
  usefulness: Said['usefulness'],
  welcome: Said['welcome'],
  toCopy: string,
  toImprove = '',
  mayName = true,
): Said => ({ usefulness, welcome, toCopy, toImprove, mayName });

/** What participants of the visit to Banjarnegara say of it, by mail address. */
export const saidOfBanjarnegara: Readonly<Record<string, Said>> = {
  [headOf('bapas-purwokerto')]: say(
    5,
    5,
    'Kebun, ternak, dan pengolahan hasil dalam satu kawasan, dengan satu penanggung jawab.',
  ),
  [officerOf('bapas-purwokerto')]: say(
    5,
    5,
    'Setiap panen diceritakan: satu foto, tiga kalimat, terbit hari itu juga.',
    'Bahan paparan dikirim lebih dahulu agar pertanyaan dapat disiapkan.',
  ),
  'hendra.setiawan@contoh.test': say(
    4,
    4,
    'Jadwal piket kebun per kelompok kecil.',
    'Waktu di kebun terlalu singkat.',
    false,
  ),
  'arif.rahman@contoh.test': say(4, 5, 'Pembukuan hasil panen yang sederhana.'),
  [officerOf('rutan-banjarnegara')]: say(
    4,
    null,
    'Cara Bapas mendampingi klien yang membuka usaha tani.',
    '',
    false,
  ),
};

export const saidOfPurbalingga: Readonly<Record<string, Said>> = {
  [headOf('bapas-purwokerto')]: say(4, 4, 'Rapat redaksi singkat setiap Senin pagi.'),
  [officerOf('bapas-purwokerto')]: say(4, 5, 'Kalender konten bersama tiga UPT.'),
  'hendra.setiawan@contoh.test': say(3, 4, '', 'Lahan yang ditunjukkan hanya sebagian.', false),
};

/** Lets each fill in the form by the link of the own mail. */
export async function fillInForms(
  stage: Stage,
  visitId: string,
  said: Readonly<Record<string, Said>>,
): Promise<string> {
  const mails = await stage
    .use(Database)
    .query<{ email: string; text: string }>(
      `SELECT recipient_email AS email, body_text AS text FROM mail WHERE stream = $1 AND key LIKE 'feedback:first:%'`,
      [visitId],
    );
  for (const [email, given] of Object.entries(said)) {
    const secret = /\/jawab\/([\w-]{43})\/masukan/.exec(
      mails.find((mail) => mail.email === email)?.text ?? '',
    )?.[1];
    if (secret === undefined) throw new Error(`${email} was not asked for feedback`);
    await stage.use(GiveFeedback).execute(secret, given);
  }
  return `${Object.keys(said).length} of ${mails.length} who were asked`;
}
