import { hashSecret, newSecret } from '../../src/platform/text/tokens.js';
import type { TestApp } from './app.js';
import { invited } from './example-bodies.js';

/** Two guests, and whoever is asked about their visit. */
export const SARI = {
  name: 'Sari',
  email: 'sari@contoh.test',
  phone: '+628111111111',
  side: 'guest',
  role: 'leader',
};
export const BUDI = {
  name: 'Budi',
  email: 'budi@contoh.test',
  phone: '+628122222222',
  side: 'guest',
  role: 'member',
};
export const contact = {
  contactName: 'Narahubung Wati',
  contactPhone: '+628133333333',
  contactEmail: 'wati@contoh.test',
};

/** Paths of the participants' pages that mails to an address lead to, the newest last. */
export async function linksTo(app: TestApp, email: string): Promise<string[]> {
  const mails = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position',
    [email],
  );
  return mails.flatMap(({ text }) =>
    [...text.matchAll(/http:\/\/[^\s/]+(\/jawab\/[\w-]{43})/g)].map(([, path]) => path ?? ''),
  );
}

/** The page that the newest mail to an address leads to. */
export async function pageOf(app: TestApp, email: string): Promise<string> {
  return (await linksTo(app, email)).at(-1) ?? 'no link was mailed';
}

/** The pages under the link that the invited was mailed, and where another address of that person is confirmed. */
export async function participantExamples(
  app: TestApp,
): Promise<Record<string, { by: null; path: string } | 'a file'>> {
  const path = await pageOf(app, invited.email);
  return {
    '/jawab/:token': { by: null, path },
    '/jawab/:token/kalender': { by: null, path: `${path}/kalender` },
    '/jawab/:token/masukan': { by: null, path: `${path}/masukan` },
    '/jawab/alamat/:token': { by: null, path: await ownAddressPath(app) },
    '/jawab/:token/kunjungan.ics': 'a file',
    '/jawab/:token/berkas/:id': 'a file',
    '/jawab/:token/foto/:id': 'a file',
    '/jawab/:token/foto/:id/kecil': 'a file',
    '/jawab/:token/data-saya.json': 'a file',
    '/jawab/:token/data-saya': { by: null, path: `${path}/data-saya` },
    '/jawab/:token/data-saya/salinan.json': 'a file',
    '/jawab/:token/data-saya/salinan.pdf': 'a file',
  };
}

async function ownAddressPath(app: TestApp): Promise<string> {
  const secret = newSecret();
  await app.database.query(
    `INSERT INTO participant_address (token_hash, participant_id, email, created_at, expires_at)
     SELECT $1, id, 'baru@contoh.test', $2, $2::timestamptz + interval '7 days' FROM visit_participant
     WHERE email = $3 LIMIT 1`,
    [hashSecret(secret), app.clock.now(), invited.email],
  );
  return `/jawab/alamat/${secret}`;
}
