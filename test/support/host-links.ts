import request from 'supertest';
import { api } from './api-client.js';
import { START, startApp, type TestApp } from './app.js';
import { signedIn } from './people.js';
import type { Header, ShownVisit } from './visits.js';

export const BROWSER = 'text/html,application/xhtml+xml;q=0.9';
/** Nobody there has an account; it has an address of its own. */
export const BY_MAIL = 'rutan-purbalingga';
export const ADDRESS = 'kepala@purbalingga.test';

/** Two units and their Kanwil with accounts, and a host that is asked by mail alone. */
export async function startWithHostByMail(): Promise<{ app: TestApp; guest: Header }> {
  const app = await startApp();
  await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
  const guest = await signedIn(app, {
    email: 'petugas@tamu.test',
    role: 'officer',
    unit: 'bapas-purwokerto',
  });
  await signedIn(app, { email: 'kanwil@jateng.test', role: 'regional', regionalOffice: 'jawa-tengah' });
  await app.database.query('UPDATE unit SET email = $2 WHERE code = $1', [BY_MAIL, ADDRESS]);
  return { app, guest };
}

/** No mail and no visit, at the instant at which tests begin. */
export async function withoutVisits(app: TestApp): Promise<void> {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
}

/** What tests of answers by link do; the app is made later than its tools. */
export function hostLinkTools(started: () => { app: TestApp; guest: Header }) {
  const show = async (by: Header, id: string): Promise<ShownVisit> =>
    (await api(started().app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;
  const historyOf = async (id: string) => {
    const { app, guest } = started();
    return (await api(app).get('/api/visits/{id}/history', { as: guest, path: { id } }).expect(200)).body
      .items;
  };
  /** The link of the newest mail to the host's address. */
  const link = async (): Promise<string> => {
    const { app } = started();
    await app.settle();
    const [mail] = await app.database.query<{ text: string }>(
      'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
      [ADDRESS],
    );
    return /http:\/\/sambang\.test(\/balas\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link was mailed';
  };
  const open = (path: string) => request(started().app.server).get(path).set('accept', BROWSER);
  const who = { name: 'Budi Santoso', office: 'Kepala Rutan', phone: '0812 3456 7890' };
  const send = (path: string, fields: object) =>
    request(started().app.server)
      .post(path)
      .set('accept', BROWSER)
      .type('form')
      .send({ ...who, ...fields });
  return { show, historyOf, link, open, send };
}
