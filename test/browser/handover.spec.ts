import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CreatePerson } from '../../src/people/index.js';
import { PASSWORD, signedIn as account } from '../support/people.js';
import { confirmed, type Header } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const UNIT = 'bapas-purwokerto';
const HEAD = 'kepala@tamu.test';

let app: BrowserApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startBrowserApp();
  guest = await account(app, { email: 'petugas@tamu.test', role: 'officer', unit: UNIT });
  host = await account(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
  await account(app, { email: HEAD, role: 'unit-head', unit: UNIT });
  await app.app
    .get(CreatePerson)
    .execute({ name: 'Sari Dewi', email: 'sari@tamu.test', role: 'officer', unit: UNIT, password: PASSWORD });
  await confirmed(app, guest, host, {
    contactName: 'Petugas petugas@tamu.test',
    contactEmail: 'petugas@tamu.test',
    participants: [
      { name: 'Petugas petugas@tamu.test', email: 'petugas@tamu.test', side: 'guest', role: 'leader' },
    ],
  });
}, 60_000);
afterAll(() => app.close());

const idOf = async (email: string): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
  return row?.id ?? '';
};

describe('How it looks', () => {
  test.each([
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s in the %s nothing stands in the way', async (width, look) => {
    const { page, troubles } = await app.signedIn(HEAD, { width, look });
    await page.goto(`/pengelolaan/orang/${await idOf('petugas@tamu.test')}`);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(troubles).toEqual([]);
  });
});

test('without script a head sees what hangs on an officer and suspends the account with a hand-over', async () => {
  const { page } = await app.signedIn(HEAD, { script: false });
  await page.goto(`/pengelolaan/orang/${await idOf('petugas@tamu.test')}`);
  const card = page.locator('section', { hasText: 'Yang bergantung pada' });
  await card.getByText('Tempat dalam kunjungan yang akan datang (1)').first().waitFor();
  const form = page.locator('form[action$="/tangguhkan"]');
  await form.getByLabel(/^Serahkan kepada/).selectOption({ label: 'Sari Dewi' });
  await form.getByRole('button', { name: 'Tangguhkan akun' }).click();
  await page.getByText('Akun ditangguhkan.').waitFor();
  const rows = await app.database.query(
    `SELECT p.name, p.role, v.contact_name AS contact FROM visit_participant p JOIN visit v ON v.id = p.visit_id`,
  );
  expect(rows).toEqual([{ name: 'Sari Dewi', role: 'leader', contact: 'Sari Dewi' }]);
});
