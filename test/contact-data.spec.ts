import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { CreatePerson } from '../src/people/index.js';
import { startApp, type TestApp } from './support/app.js';
import { addressesOf, everyRoute } from './support/every-route.js';
import { PASSWORD } from './support/people.js';
import { create, step, visitBody, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const THIRD_UNIT = 'lapas-abepura';
type Place = 'guest' | 'host' | 'third' | 'kanwil' | 'kanwil of third' | 'administrator';
type Stage = 'draft' | 'requested' | 'confirmed';

const accounts: Record<Place, { role: string; unit?: string; regionalOffice?: string; phone: string }> = {
  guest: { role: 'officer', unit: visitBody.guestUnit, phone: '+6281111110001' },
  host: { role: 'officer', unit: visitBody.hostUnit, phone: '+6281111110002' },
  third: { role: 'officer', unit: THIRD_UNIT, phone: '+6281111110003' },
  kanwil: { role: 'regional', regionalOffice: 'jawa-tengah', phone: '+6281111110004' },
  'kanwil of third': { role: 'regional', regionalOffice: 'papua', phone: '+6281111110005' },
  administrator: { role: 'administrator', phone: '+6281111110006' },
};
const places = Object.keys(accounts) as Place[];
const addressOf = (place: Place, who = 'rekan'): string => `${who}.${place.replaceAll(' ', '-')}@akun.test`;

let app: TestApp;
let readers: Record<Place, Header>;
let visits: Record<Stage, ShownVisit>;

beforeAll(async () => {
  app = await startApp();
  readers = {} as typeof readers;
  for (const place of places) {
    const { phone, ...post } = accounts[place];
    for (const who of ['pembaca', 'rekan']) {
      const person = { ...post, email: addressOf(place, who), name: `${who} ${place}`, password: PASSWORD };
      await app.app.get(CreatePerson).execute(person as Parameters<CreatePerson['execute']>[0]);
    }
    await app.database.query('UPDATE person SET phone = $2 WHERE email = $1', [addressOf(place), phone]);
    readers[place] = await app.signIn(addressOf(place, 'pembaca'), PASSWORD);
  }
  const stages: Stage[] = ['draft', 'requested', 'confirmed'];
  const made: [Stage, ShownVisit][] = [];
  for (const [day, stage] of stages.entries()) made.push([stage, await visitAt(stage, day)]);
  visits = Object.fromEntries(made) as typeof visits;
  await app.settle();
}, 60_000);
afterAll(() => app.close());

/** A visit with everybody of three units in it, one outsider of each side, and one invited by the guest. */
async function visitAt(stage: Stage, day: number): Promise<ShownVisit> {
  const outsider = (side: string) => ({
    name: `Luar ${side}`,
    email: `luar.${side}.${stage}@luar.test`,
    phone: `+62822222200${day}${side.length}`,
    side,
    role: 'member',
  });
  const draft = await create(app, readers.guest, {
    startsAt: `2025-10-${28 + day}T09:00:00+07:00`,
    endsAt: `2025-10-${28 + day}T12:00:00+07:00`,
    contactPhone: `+6283333330${day}00`,
    participants: [outsider('guest'), outsider('invited')],
  });
  const invited = [
    [visitBody.guestUnit, 'guest'],
    [visitBody.hostUnit, 'host'],
    [THIRD_UNIT, 'invited'],
  ] as const;
  for (const [unit, side] of invited) {
    await api(app)
      .post('/api/visits/{id}/participants/unit', {
        as: readers.guest,
        path: { id: draft.id },
        body: { unit, side },
      })
      .expect(201);
  }
  const shown = await api(app)
    .get('/api/visits/{id}', { as: readers.guest, path: { id: draft.id } })
    .expect(200);
  if (stage === 'draft') return shown.body;
  const sent = await step(app, readers.guest, shown.body, 'submit');
  return stage === 'requested' ? sent : step(app, readers.host, sent, 'accept');
}

/** What is secret, and which reader may find it at which stage. */
interface Secret {
  value: string;
  mayFind(reader: Place, stage: Stage): boolean;
}

function secrets(): Secret[] {
  const ofAccount = (place: Place): Secret['mayFind'] => {
    const { unit, regionalOffice } = accounts[place];
    const office = regionalOffice ?? (unit === THIRD_UNIT ? 'papua' : unit ? 'jawa-tengah' : null);
    return (reader, stage) => {
      if (reader === place) return true;
      if (accounts[reader].regionalOffice !== undefined) return accounts[reader].regionalOffice === office;
      const areBoth = ['guest', 'host'].includes(place) && ['guest', 'host'].includes(reader);
      return areBoth && stage === 'confirmed';
    };
  };
  const stages = Object.keys(visits) as Stage[];
  return [
    ...places.flatMap((place) =>
      [addressOf(place), accounts[place].phone].map((value) => ({ value, mayFind: ofAccount(place) })),
    ),
    ...stages.flatMap((of, day): Secret[] => [
      ...['guest', 'invited'].map((side): Secret => ({
        value: `luar.${side}.${of}@luar.test`,
        mayFind: (reader) =>
          reader === 'guest' ||
          (reader === 'host' && of === 'confirmed') ||
          (reader === 'kanwil' && side === 'guest' && of !== 'draft'),
      })),
      {
        value: `+6283333330${day}00`,
        mayFind: (reader) =>
          reader === 'guest' ||
          (of !== 'draft' && ['host', 'kanwil'].includes(reader)) ||
          (of === 'confirmed' && reader === 'third'),
      },
    ]),
  ];
}

/** Administrators look after accounts and mails, where addresses stand; visits show them names alone. */
const lookedAfter = /^\/(?:api\/people|api\/mails|pengelolaan|surat|cari)/;

function leaksIn(text: string, reader: Place, address: string, all: readonly Secret[]): string[] {
  const stage = (Object.keys(visits) as Stage[]).find((each) => address.includes(visits[each].id));
  const stages = stage === undefined ? (Object.keys(visits) as Stage[]) : [stage];
  const isIn = (value: string): boolean =>
    text.includes(value) ||
    text.includes(value.replace('+', '%2B')) ||
    text.includes(value.replace('@', '%40'));
  return all
    .filter(({ value, mayFind }) => isIn(value) && !stages.some((each) => mayFind(reader, each)))
    .map(({ value }) => value);
}

describe('addresses and telephone numbers', () => {
  test('stand in no answer that a stranger gets, on any route, for any role, at any stage', async () => {
    const ids = Object.values(visits).map(({ id }) => id);
    const reading = everyRoute(app).filter(
      ({ method, path }) => method === 'GET' && path.split(':').length < 3,
    );
    const all = secrets();
    const leaks: string[] = [];
    for (const reader of places) {
      for (const address of reading.flatMap((route) => addressesOf(route, [...ids, visitBody.hostUnit]))) {
        if (reader === 'administrator' && lookedAfter.test(address)) continue;
        const answer = await request(app.server).get(address).set(readers[reader]).buffer(true);
        const found = leaksIn(answer.text ?? '', reader, address, all);
        if (found.length > 0) leaks.push(`${reader} ${address}: ${found.join(', ')}`);
      }
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  test('stand in no mail that a stranger reads', async () => {
    const mails = await app.database.query<{ id: string; visit: string; subject: string }>(
      'SELECT id, stream AS visit, subject FROM mail WHERE stream IS NOT NULL',
    );
    expect(mails.length).toBeGreaterThan(10);
    const leaks: string[] = [];
    for (const reader of places.filter((place) => place !== 'administrator')) {
      for (const { id, visit, subject } of mails) {
        for (const address of [`/api/mails/${id}`, `/surat/${id}`]) {
          const answer = await request(app.server).get(address).set(readers[reader]);
          const found = leaksIn(answer.text, reader, visit, secrets());
          if (found.length > 0) leaks.push(`${reader} ${subject}: ${found.join(', ')}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  }, 60_000);

  test('of another unit are not handed out by inviting it, and reach both sides once they agree', async () => {
    const shownTo = async (reader: Place, stage: Stage) => {
      const answer = await api(app)
        .get('/api/visits/{id}/participants', { as: readers[reader], path: { id: visits[stage].id } })
        .expect(200);
      const { items } = answer.body;
      return new Map(items.map(({ name, email, phone }) => [name, [email, phone]]));
    };
    const hidden = [null, null];
    const draft = await shownTo('guest', 'draft');
    expect(draft.get('rekan guest')).toEqual([addressOf('guest'), accounts.guest.phone]);
    expect(draft.get('rekan host')).toEqual(hidden);
    expect(draft.get('rekan third')).toEqual(hidden);
    expect(draft.get('Luar invited')).toEqual(['luar.invited.draft@luar.test', '+6282222220007']);
    expect((await shownTo('host', 'requested')).get('Luar guest')).toEqual(hidden);
    const agreed = await shownTo('guest', 'confirmed');
    expect(agreed.get('rekan host')).toEqual([addressOf('host'), accounts.host.phone]);
    expect(agreed.get('rekan third')).toEqual(hidden);
    expect((await shownTo('kanwil', 'confirmed')).get('rekan host')).toEqual([
      addressOf('host'),
      accounts.host.phone,
    ]);
    expect((await shownTo('administrator', 'confirmed')).get('rekan host')).toEqual(hidden);
    const stored = await app.database.query('SELECT 1 FROM visit_participant WHERE phone = $1', [
      accounts.third.phone,
    ]);
    expect(stored).toEqual([]);
  });

  test('that are hidden stay when the participant is changed', async () => {
    const { id, participants } = visits.draft;
    const other = participants.find(({ email }) => email === null);
    await request(app.server)
      .post(`/kunjungan/${id}/peserta/${other?.id}`)
      .set(readers.guest)
      .type('form')
      .send({ name: 'Nama baru', role: 'speaker', answer: 'needs-action', office: '' })
      .expect(303);
    const [row] = await app.database.query<{ email: string | null }>(
      'SELECT email FROM visit_participant WHERE id = $1',
      [other?.id],
    );
    expect(row?.email).not.toBeNull();
  });
});
