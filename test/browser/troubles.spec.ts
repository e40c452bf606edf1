import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { SERVER_SCOPE } from '../../src/platform/mail/mail-outages.js';
import { PASSWORD, signedIn as account } from '../support/people.js';
import { requested, type ShownVisit } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const administrator = 'admin@pusat.test';
const officer = 'petugas@tamu.test';
const NAME = 'calendars.send-invitations';

let app: BrowserApp;
let visit: ShownVisit;

/** A job that failed for good, a mail server that is out, a backup that could not be written. */
beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: administrator, role: 'administrator' });
  const guest = await account(app, { email: officer, role: 'officer', unit: 'bapas-purwokerto' });
  visit = await requested(app, guest);
  await app.settle();
  app.app.get(JobRegistry).named(NAME).handler.handle = () =>
    Promise.reject(new Error('connect ECONNREFUSED 10.20.30.40:5432 (the template has no time)'));
  await app.app.get(JobQueue).send(NAME, { visitId: visit.id });
  await app.database.query('UPDATE pgboss.job SET retry_limit = 0 WHERE name = $1', [NAME]);
  await app.app.get(JobQueue).workAll();
  await app.database.query(
    `INSERT INTO mail_outage (scope, cause, words, since, noticed_at, next_probe_at, refusals)
     VALUES ($2, 'fault', 'Invalid login: 535 5.7.8 Error: authentication failed', $1::timestamptz - interval '9 hours', $1, $1, 3)`,
    [app.clock.now(), SERVER_SCOPE],
  );
  await app.database.query(
    `INSERT INTO backup_run (id, folder, nightly, started_at, ended_at, fault)
     VALUES (gen_random_uuid(), '/cadangan/2025-10-20', true, $1, $1, 'ENOSPC: no space left on device, write')`,
    [app.clock.now()],
  );
}, 90_000);
afterAll(() => app.close());

/** Sends what is typed in the form of a follow-up after the session has ended. */
async function sessionEnds(page: Page): Promise<void> {
  await page.goto(`/kunjungan/${visit.id}/ubah`);
  await page
    .getByLabel('Judul')
    .fill('Ketahanan pangan, kehumasan, dan pembinaan kemandirian di lahan sempit');
  await page.context().clearCookies();
  await page.getByRole('main').getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByLabel('Kata sandi').waitFor();
}

/** The same, and then somebody else signs in. */
async function somebodyElseGoesOn(page: Page): Promise<void> {
  await sessionEnds(page);
  await page.getByLabel('Alamat surel').fill(administrator);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Lanjutkan mengirim' }).waitFor();
}

/** A form that was taken away while it was being typed in. */
async function errorWithTypedText(page: Page): Promise<void> {
  await page.goto(`/kunjungan/${visit.id}/ubah`);
  await page
    .getByLabel('Judul')
    .fill('Ketahanan pangan, kehumasan, dan pembinaan kemandirian di lahan sempit');
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('main form[method=post]');
    form?.setAttribute('action', `${form.getAttribute('action') ?? ''}/tidak-ada`);
  });
  await page.getByRole('main').getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByText('Yang tadi diisi belum tersimpan').waitFor();
}

const opens = (path: string) => async (page: Page) => {
  await page.goto(path);
};

const pages: [name: string, email: string, open: (page: Page) => Promise<void>, says: string][] = [
  ['jobs', administrator, opens('/pengelolaan/pekerjaan'), 'the template has no time'],
  ['mails', administrator, opens('/surat'), 'authentication failed'],
  ['administration', administrator, opens('/pengelolaan'), 'no space left on device'],
  ['start', administrator, opens('/'), 'gagal'],
  ['session-ended', officer, sessionEnds, 'Masuk'],
  ['somebody-else', officer, somebodyElseGoesOn, 'lahan sempit'],
  ['typed', officer, errorWithTypedText, 'lahan sempit'],
];

describe.each([
  ['desk', 'light'],
  ['desk', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)('on a %s in the %s', (width, look) => {
  test.each(pages)('what is wrong can be read: %s', async (name, email, open, says) => {
    const { page, troubles } = await app.signedIn(email, { width, look });
    await open(page);
    expect(await page.getByRole('main').textContent()).toContain(says);
    await picture(page, `trouble-${name}-${width}-${look}`);
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
