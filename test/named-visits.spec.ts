import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ReadWantedName } from '../src/visits/queries/named-visits.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople & { administrator: Header };

beforeAll(async () => {
  app = await startApp();
  const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  people = { ...(await usualPeople(app)), administrator };
  const joint = await requested(app, people.guest, { title: 'Menenun azamrudan' });
  await requested(app, people.guest, { title: 'Zamrud 100% di kebun' });
  await requested(app, people.stranger, { title: 'Zamrud lain', guestUnit: 'rutan-purbalingga' });
  await create(app, people.guest, { title: 'Rencana zamrud' });
  await app.database.query(
    `INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_at)
     VALUES (gen_random_uuid(), $1, 'lapas-kendal', 'joined', now())`,
    [joint.id],
  );
});
afterAll(() => app.close());
beforeEach(() => {
  jest.restoreAllMocks();
});

const titles = async (query: string, as: Header, filter: object = {}): Promise<string[]> => {
  const { body } = await api(app)
    .get('/api/visits', { as, query: { query, ...filter } })
    .expect(200);
  return body.items.map(({ title }) => title);
};

/** Whether the words are rare, as the search is told. */
function tell(isRare: boolean): void {
  const names = app.app.get(ReadWantedName);
  const read = names.execute.bind(names);
  jest.spyOn(names, 'execute').mockImplementation(async (query) => ({ ...(await read(query)), isRare }));
}

test('words are found inside words of titles, and in references and names of hosts and guests', async () => {
  const { guest, host, stranger } = people;
  expect((await titles('amrud', guest)).sort()).toEqual([
    'Menenun azamrudan',
    'Rencana zamrud',
    'Zamrud 100% di kebun',
  ]);
  expect((await titles('100%', host)).sort()).toEqual(['Zamrud 100% di kebun']);
  expect((await titles('kendal', host)).sort()).toEqual(['Menenun azamrudan']);
  expect(await titles('purbalingga', stranger)).toEqual(['Zamrud lain']);
  expect(await titles('banjarnegara', guest)).toHaveLength(3);
  expect(await titles('ke', guest)).not.toEqual([]);
});

test('rare words are found as common ones are, by everybody and under every filter', async () => {
  const filters = [
    {},
    { state: 'draft' },
    { unit: 'bapas-purwokerto' },
    { regionalOffice: 'jawa-tengah' },
    { limit: 1 },
  ];
  for (const as of Object.values(people)) {
    for (const filter of filters) {
      for (const query of [
        'zamrud',
        'azam',
        'banjarnegara',
        'Purwokerto',
        'kendal',
        '100%',
        'tidak ada',
        '20',
      ]) {
        const [rare, common] = await [true, false].reduce<Promise<string[][]>>(async (before, isRare) => {
          const found = await before;
          jest.restoreAllMocks();
          tell(isRare);
          return [...found, await titles(query, as, filter)];
        }, Promise.resolve([]));
        expect([query, filter, rare]).toEqual([query, filter, common]);
      }
    }
  }
});

test('words are rare when hardly any of the last visits has them', async () => {
  const names = app.app.get(ReadWantedName);
  expect(await names.execute('menenun')).toMatchObject({ isRare: true, named: [] });
  expect(await names.execute('purwokerto')).toMatchObject({
    named: expect.arrayContaining(['bapas-purwokerto', 'lapas-purwokerto']),
  });
  expect(await names.execute('me')).toMatchObject({ isRare: false });
  expect(await names.execute('banjarnegara')).toMatchObject({ isRare: false });
});
