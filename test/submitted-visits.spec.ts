import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { Actor } from '../src/platform/security/actor.js';
import { mayRead, VisitFactsQuery, visitStates } from '../src/visits/index.js';
import { ListVisits } from '../src/visits/queries/list-visits.js';
import { KeepFigures } from '../src/sinergi/index.js';
import { START, startApp, type TestApp } from './support/app.js';
import { addressesOf, everyRoute } from './support/every-route.js';
import { readFeed, subscribeTo } from './support/feeds.js';
import { signedIn, usualPeople } from './support/people.js';
import { create, requested, step, visitBody, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

/** Stands in every text of the visit that was never sent, and in nothing else. */
const MARK = 'Rahasia-tamu';

let app: TestApp;
let guest: Header;
let host: Header;
let others: Record<string, Header>;
/** The visit, its follow-up, its participant. */
let known: { visit: string; reference: string; followUp: string; participant: string; note: string };

beforeAll(async () => {
  app = await startApp();
  const people = await usualPeople(app);
  ({ guest, host } = people);
  others = {
    host,
    kanwil: people.kanwil,
    administrator: await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' }),
    participant: await signedIn(app, { email: 'peserta@jauh.test', role: 'officer', unit: 'lapas-abepura' }),
  };
  known = await withdrawnDraft();
});
afterAll(() => app.close());

/** A draft with everything a draft can have, withdrawn without having been sent. */
async function withdrawnDraft(): Promise<typeof known> {
  const draft = await create(app, guest, {
    title: `${MARK} judul`,
    purpose: `${MARK} tujuan`,
    programs: ['akselerasi-2'],
    participants: [
      { name: `${MARK} peserta`, email: 'peserta@jauh.test', side: 'guest', role: 'leader' },
      { name: `${MARK} tuan`, email: 'petugas@tuan.test', side: 'host', role: 'minute-taker' },
    ],
  });
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await request(app.server).post(path).set(guest).send(body).expect(201);
    return (answer.body as { id: string }).id;
  };
  const followUp = await post('/api/follow-ups', {
    visit: draft.id,
    what: `${MARK} janji`,
    unit: visitBody.hostUnit,
    person: 'Sari',
    dueOn: '2025-10-21',
  });
  const texts = { context: 'b', whatWasDone: 'c', result: 'd', howToCopy: 'e' };
  const note = await post('/api/notes', {
    unit: visitBody.guestUnit,
    title: 'Catatan tamu',
    ...texts,
    visit: draft.id,
    state: 'proposed',
  });
  await api(app)
    .post('/api/notes/{id}/steps/{action}', {
      as: others['kanwil'] as Header,
      path: { id: note, action: 'publish' },
      body: { version: 1 },
    })
    .expect(200);
  const session = {
    startsAt: visitBody.startsAt,
    endsAt: visitBody.endsAt,
    kind: 'welcome',
    place: '',
  } as const;
  await api(app)
    .put('/api/visits/{id}/agenda', {
      as: guest,
      path: { id: draft.id },
      body: { version: 0, items: [{ ...session, title: `${MARK} acara`, persons: [] }] },
    })
    .expect(200);
  const shown = await api(app)
    .get('/api/visits/{id}', { as: guest, path: { id: draft.id } })
    .expect(200);
  const { version } = shown.body;
  await step(app, guest, { id: draft.id, version }, 'withdraw');
  const participant = draft.participants[0]?.id ?? '';
  return { visit: draft.id, reference: draft.reference, followUp, participant, note };
}

const traces = (): string[] => [MARK, known.visit, known.reference];
const tracesIn = (text: string): string[] => traces().filter((trace) => text.includes(trace));

describe('a draft that was withdrawn without having been sent', () => {
  test('stays readable for its own unit', async () => {
    const answer = await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: known.visit } })
      .expect(200);
    expect(answer.body).toMatchObject({ state: 'withdrawn', title: `${MARK} judul` });
  });

  test('is in no answer of any page or route that somebody else reads', async () => {
    const values = [known.visit, known.followUp, known.note, visitBody.hostUnit];
    const reading = everyRoute(app).filter(({ method }) => method === 'GET');
    expect(reading.length).toBeGreaterThan(100);
    const queries = ['', '?limit=100', ...['query', 'cari', 'q'].map((name) => `?${name}=${MARK}`)];
    const leaks: string[] = [];
    for (const [name, header] of Object.entries(others)) {
      for (const asked of reading.flatMap((route) => {
        const isList = !route.path.includes(':');
        return isList ? queries.map((query) => route.path + query) : addressesOf(route, values);
      })) {
        const answer = await request(app.server).get(asked).set(header).buffer(true);
        // What was asked for may stand in the answer, as in the field of a search.
        const found = tracesIn(answer.text ?? '').filter((trace) => !asked.includes(trace));
        const isOpen = answer.status === 200 && asked.startsWith(`/api/visits/${known.visit}`);
        if (isOpen || found.length > 0) leaks.push(`${name} ${asked}: ${answer.status} ${found.join(', ')}`);
      }
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  test('is told to nobody, now or later', async () => {
    for (const day of ['2025-10-21', '2025-10-24', '2025-10-27', '2025-10-31', '2025-11-03']) {
      app.clock.set(new Date(`${day}T01:30:00Z`));
      await app.settle();
    }
    app.clock.set(START);
    const mails = await app.database.query<{ to: string; subject: string }>(
      `SELECT recipient_email AS to, subject FROM mail
       WHERE recipient_email <> 'petugas@tamu.test' AND (stream = $1 OR concat(subject, body_text) LIKE $2)`,
      [known.visit, `%${MARK}%`],
    );
    expect(mails).toEqual([]);
  });

  test('is in no feed and in no figure', async () => {
    const feeds = [
      await subscribeTo(app, host, 'unit'),
      await subscribeTo(app, others['kanwil'] as Header, 'region'),
      await subscribeTo(app, others['participant'] as Header, 'me'),
    ];
    for (const { path } of feeds) expect(tracesIn(await readFeed(app, path))).toEqual([]);
    await app.app.get(KeepFigures).fold();
    const counted = await app.database.query('SELECT 1 FROM sinergi_fact WHERE owner = $1', [known.visit]);
    expect(counted).toEqual([]);
  });
});

describe('who may read a visit', () => {
  const place = (
    unit: string | null,
    regionalOffice: string | null,
  ): Pick<Actor, 'unit' | 'regionalOffice'> => ({
    unit,
    regionalOffice,
  });
  const actor = (role: Actor['role'], at: ReturnType<typeof place>, email = 'lain@lain.test'): Actor => ({
    personId: '00000000-0000-7000-8000-000000000000',
    name: 'X',
    placeName: null,
    timeZone: 'Asia/Jakarta',
    email,
    role,
    ...at,
  });
  const readers: Actor[] = [
    ...(['officer', 'unit-head'] as const).flatMap((role) => [
      actor(role, place('bapas-purwokerto', 'jawa-tengah')),
      actor(role, place('rutan-banjarnegara', 'jawa-tengah')),
      actor(role, place('rutan-purbalingga', 'jawa-tengah')),
      actor(role, place('lapas-abepura', 'papua'), 'sari@contoh.test'),
    ]),
    actor('regional', place(null, 'jawa-tengah')),
    actor('regional', place(null, 'bali')),
    actor('regional', place(null, 'papua'), 'sari@contoh.test'),
    actor('administrator', place(null, null)),
    actor('administrator', place(null, null), 'sari@contoh.test'),
  ];

  test('the statement finds exactly the visits that the rule lets each role read', async () => {
    const ids: string[] = [];
    for (const state of visitStates) {
      for (const isSent of [true, false]) {
        for (const [hostUnit, participants] of [
          ['rutan-banjarnegara', []],
          ['bapas-denpasar', [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'member' }]],
        ] as const) {
          if (isSent ? state === 'draft' : state !== 'draft' && state !== 'withdrawn') continue;
          const body = { title: `Baca ${state}`, hostUnit, participants };
          const { id } = await create(app, guest, body);
          const proposal =
            state === 'counter-proposed'
              ? `, proposed_by = 'host', proposed_at = now(), proposed_starts_at = starts_at, proposed_ends_at = ends_at`
              : state === 'arranged'
                ? `, arranged_by = 'jawa-tengah', awaits_guest = true`
                : '';
          if (isSent) await app.database.query(`UPDATE visit SET state = 'requested' WHERE id = $1`, [id]);
          await app.database.query(`UPDATE visit SET state = $2${proposal} WHERE id = $1`, [id, state]);
          ids.push(id);
        }
      }
    }
    const facts = await Promise.all(ids.map((id) => app.app.get(VisitFactsQuery).byId(id)));
    for (const reader of readers) {
      const { items } = await app.app.get(ListVisits).execute(reader, { query: 'Baca', limit: 100 });
      const found = items.map(({ id }) => id).sort();
      const judged = facts.flatMap((visit) => (visit && mayRead(visit, reader) ? [visit.id] : [])).sort();
      expect([reader.role, reader.unit ?? reader.regionalOffice, found]).toEqual([
        reader.role,
        reader.unit ?? reader.regionalOffice,
        judged,
      ]);
    }
    expect(facts.length).toBe(26);
  });
});

describe('the database keeps the fact', () => {
  const submittedAt = async (id: string): Promise<Date | null> => {
    const [row] = await app.database.query<{ at: Date | null }>(
      'SELECT submitted_at AS at FROM visit WHERE id = $1',
      [id],
    );
    return row?.at ?? null;
  };

  test('whatever moves a visit on from a draft submits it, except withdrawing', async () => {
    const draft = await create(app, guest);
    expect(await submittedAt(draft.id)).toBeNull();
    const sent = await step(app, guest, draft, 'submit');
    const first = await submittedAt(draft.id);
    expect(first).toEqual(app.clock.now());
    await step(app, guest, sent, 'withdraw');
    expect(await submittedAt(draft.id)).toEqual(first);
    expect(await submittedAt(known.visit)).toBeNull();
  });

  test('it is taken back by nothing', async () => {
    const { id } = await requested(app, guest);
    const first = await submittedAt(id);
    await app.database.query(`UPDATE visit SET submitted_at = NULL, state = 'withdrawn' WHERE id = $1`, [id]);
    expect(await submittedAt(id)).toEqual(first);
    const drafted = app.database.query(`UPDATE visit SET state = 'draft' WHERE id = $1`, [id]);
    await expect(drafted).rejects.toMatchObject({ driverError: { constraint: 'visit_submitted_check' } });
  });
});
