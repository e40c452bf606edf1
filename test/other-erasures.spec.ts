import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BeginErasure } from '../src/personal-data/use-cases/begin-erasure.js';
import { FindOwnRows, type WhoAsks } from '../src/personal-data/use-cases/find-own-rows.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeEach(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterEach(() => app.close());

const member = (name: string, email?: string) => ({
  name,
  side: 'guest',
  role: 'member',
  ...(email && { email }),
});

async function visit(day: number, purpose: string, participants: object[]): Promise<ShownVisit> {
  const date = `2025-11-${String(day).padStart(2, '0')}`;
  const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` };
  return confirmed(app, people.guest, people.host, { purpose, participants, ...times });
}

const idOf = ({ participants }: ShownVisit, name: string): string =>
  participants.find((each) => each.name === name)?.id ?? '';

async function erase(who: Partial<WhoAsks>): Promise<string> {
  const asked = { personId: null, name: '', email: null, participantId: null, ...who };
  const rows = await app.app.get(FindOwnRows).execute(asked);
  const id = await app.app.get(BeginErasure).execute(rows, { ground: 'link' });
  await app.settle();
  return id;
}

const purposeOf = async ({ id }: ShownVisit): Promise<string> =>
  (await app.database.query<{ purpose: string }>('SELECT purpose FROM visit WHERE id = $1', [id]))[0]
    ?.purpose ?? '';

const namesOf = async ({ id }: ShownVisit): Promise<string[]> =>
  (
    await app.database.query<{ name: string }>(
      'SELECT name FROM visit_participant WHERE visit_id = $1 ORDER BY name',
      [id],
    )
  ).map(({ name }) => name);

describe('a name of one word', () => {
  test('is only taken out of the own visits, and of none where somebody else bears it', async () => {
    const own = await visit(3, 'Sari memimpin, sari buah dilihat', [member('Sari', 'sari@contoh.test')]);
    const shared = await visit(4, 'Sari hadir', [member('Sari', 'sari@contoh.test'), member('Sari Dewi')]);
    const elsewhere = await visit(5, 'Sari buah dan Sari', [member('Budi')]);
    await erase({ name: 'Sari', email: 'sari@contoh.test', participantId: idOf(own, 'Sari') });
    expect(await purposeOf(own)).toBe('… memimpin, … buah dilihat');
    expect(await purposeOf(shared)).toBe('Sari hadir');
    expect(await purposeOf(elsewhere)).toBe('Sari buah dan Sari');
    expect(await namesOf(own)).toEqual(['Peserta (dihapus)']);
    expect(await namesOf(shared)).toEqual(['Peserta (dihapus)', 'Sari Dewi']);
  });
});

describe('a mailbox of several people', () => {
  test('stays the others’, with what was mailed to them', async () => {
    const office = 'kantor@contoh.test';
    const made = await visit(3, 'Kebun', [member('Rina Kartikasari', office), member('Joko Susilo', office)]);
    await app.settle();
    await erase({ name: 'Rina Kartikasari', email: office, participantId: idOf(made, 'Rina Kartikasari') });
    expect(await namesOf(made)).toEqual(['Joko Susilo', 'Peserta (dihapus)']);
    const [joko] = await app.database.query<{ email: string }>(
      `SELECT email FROM visit_participant WHERE visit_id = $1 AND name = 'Joko Susilo'`,
      [made.id],
    );
    expect(joko?.email).toBe(office);
    const mails = await app.database.query<{ email: string; words: string }>(
      `SELECT recipient_email AS email, recipient_name || subject || body_text || body_html || coalesce(calendar_content, '') AS words
       FROM mail WHERE stream = $1`,
      [made.id],
    );
    expect(mails.some(({ email }) => email === office)).toBe(true);
    expect(mails.filter(({ words }) => words.includes('Kartikasari'))).toEqual([]);
  });
});

describe('who has no address', () => {
  test('goes by the one place in a visit, and a namesake elsewhere stays', async () => {
    const own = await visit(3, 'Bersama Dewi Anggraini', [member('Dewi Anggraini')]);
    const other = await visit(4, 'Bersama Dewi Anggraini', [member('Dewi Anggraini')]);
    await erase({ name: 'Dewi Anggraini', participantId: idOf(own, 'Dewi Anggraini') });
    expect([await namesOf(own), await namesOf(other)]).toEqual([['Peserta (dihapus)'], ['Dewi Anggraini']]);
    expect([await purposeOf(own), await purposeOf(other)]).toEqual([
      'Bersama (dihapus)',
      'Bersama Dewi Anggraini',
    ]);
  });
});

test('the last administrator stays until there is another one', async () => {
  await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const [admin] = await app.database.query<{ id: string }>(
    `SELECT id FROM person WHERE role = 'administrator'`,
  );
  const erasing = () => erase({ personId: admin?.id ?? '', name: 'Petugas', email: 'admin@pusat.test' });
  await expect(erasing()).rejects.toMatchObject({ code: 'last-administrator' });
  await signedIn(app, { email: 'admin2@pusat.test', role: 'administrator' });
  await erasing();
  await expect(erasing()).rejects.toMatchObject({ code: 'account-erased' });
});

test('what a backup brought back is erased again', async () => {
  const made = await visit(3, 'Kebun', [member('Rina Kartikasari', 'rina@contoh.test')]);
  const [person] = await app.database.query<{ id: string }>(
    `SELECT id FROM person WHERE email = 'petugas@lain.test'`,
  );
  const line = {
    ...{ id: '0199a5a0-0000-7000-8000-000000000001', personId: person?.id ?? null, members: [] },
    ...{ participants: [idOf(made, 'Rina Kartikasari')], askedAt: '2025-10-01T00:00:00.000Z' },
  };
  await appendFile(join(app.dataFolder, 'erasures.jsonl'), `rusak\n${JSON.stringify(line)}\n`);
  await sweep(app, 'personal-data.erase');
  await app.settle();
  expect(await namesOf(made)).toEqual(['Peserta (dihapus)']);
  const rows = await app.database.query<object>(
    `SELECT e.ground, e.done_at IS NOT NULL AS "isDone", p.erased_at IS NOT NULL AS "isClosed", p.name
     FROM erasure e JOIN person p ON p.id = e.person_id`,
  );
  expect(rows).toEqual([{ ground: 'restored', isDone: true, isClosed: true, name: 'Peserta (dihapus)' }]);
});
