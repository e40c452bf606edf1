import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { PASSWORD, signedIn } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';
import {
  ADDRESS,
  BROWSER,
  BY_MAIL,
  hostLinkTools,
  startWithHostByMail,
  withoutVisits,
} from './support/host-links.js';

let app: TestApp;
let guest: Header;

beforeAll(async () => {
  ({ app, guest } = await startWithHostByMail());
});
afterAll(() => app.close());
beforeEach(() => withoutVisits(app));

const { show, historyOf, link, open, send } = hostLinkTools(() => ({ app, guest }));

describe('Answers by link', () => {
  test('a link mail that was given up and lost its link is sent again with another, while it is asked', async () => {
    const visit = await requested(app, guest, { hostUnit: BY_MAIL });
    const lost = await link();
    await app.database.query(
      `UPDATE mail SET state = 'failed', sent_at = NULL, last_error = '550', secrets = 'redacted', body_text = 'x',
         body_html = 'x' WHERE recipient_email = $1`,
      [ADDRESS],
    );
    const [mail] = await app.database.query<{ id: string }>(
      'SELECT id FROM mail WHERE recipient_email = $1',
      [ADDRESS],
    );
    const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    const resend = () =>
      api(app).post('/api/mails/{id}/resend', { as: administrator, path: { id: mail?.id ?? '' } });
    const shown = await request(app.server)
      .get(`/surat/${mail?.id}`)
      .set(administrator)
      .set('accept', BROWSER);
    expect(shown.text).toContain('kirim-ulang');
    expect((await resend()).status).toBe(200);
    const path = await link();
    expect(path).toMatch(/^\/balas\//);
    expect(path).not.toBe(lost);
    await send(path, { aksi: 'accept' }).expect(303);
    expect((await show(guest, visit.id)).state).toBe('confirmed');
    const late = await resend();
    expect([late.status, late.body]).toMatchObject([409, { code: 'mail-overtaken' }]);
  });

  test('the Kanwil and the link answer at once: one counts, and the other is told that it is late', async () => {
    const kanwil = await app.signIn('kanwil@jateng.test', PASSWORD);
    const visit = await requested(app, guest, { hostUnit: BY_MAIL });
    const path = await link();
    const answers = await Promise.all([
      send(path, { aksi: 'accept' }),
      send(path, { aksi: 'decline', reason: 'Penuh' }),
      api(app).post('/api/visits/{id}/{step}', {
        as: kanwil,
        path: { id: visit.id, step: 'decline' },
        body: { version: visit.version, reason: 'Ada apel' },
      }),
    ]);
    expect(answers.filter(({ status }) => status < 400)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 303, 409, 410].includes(status))).toBe(true);
    const lines = (await historyOf(visit.id)).filter(({ action }) => ['accept', 'decline'].includes(action));
    expect(lines).toHaveLength(1);
    await open(path).expect(410);
    await send(path, { aksi: 'accept' }).expect((answer) => expect(answer.status).toBeGreaterThan(400));
  });

  test('the list as a file tells how answers came', async () => {
    await requested(app, guest, { hostUnit: BY_MAIL, title: 'Lewat tautan' });
    await send(await link(), { aksi: 'decline', reason: 'Penuh' }).expect(303);
    await create(app, guest, { title: 'Belum dijawab' });
    const file = await request(app.server).get('/api/visits/export?format=csv-excel').set(guest).expect(200);
    expect(file.text).toContain('ditolak lewat tautan;Budi Santoso');
    expect(file.text).toContain('Jawaban tuan rumah;Penjawab');
  });
});
