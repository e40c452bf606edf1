import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../src/platform/security/actor.js';
import { visitActions, type VisitAction } from '../src/visits/domain/visit-states.js';
import { ReadVisit } from '../src/visits/use-cases/read-visit.js';
import { TakeStep } from '../src/visits/use-cases/take-step.js';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, create, requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
/** Another visit, which takes what the visits in question want. */
let other: ShownVisit;
const visits = new Map<string, ShownVisit>();

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  other = await create(app, guest, own());
  for (const [name, make] of states) visits.set(name, await make());
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

const people: Omit<Actor, 'personId' | 'name'>[] = [
  ['petugas@tamu.test', 'officer', 'bapas-purwokerto'],
  ['petugas@tuan.test', 'officer', 'rutan-banjarnegara'],
  ['kanwil@jateng.test', 'regional', null],
  ['petugas@lain.test', 'officer', 'rutan-purbalingga'],
  ['admin@pusat.test', 'administrator', null],
].map(([email, role, unit]) => ({
  email: email ?? '',
  role: role as Actor['role'],
  unit: unit ?? null,
  regionalOffice: role === 'administrator' ? null : 'jawa-tengah',
  placeName: '',
  timeZone: 'Asia/Jakarta',
}));

let hour = 8;
let day = 27;
/** Hours that nothing else has. */
function own(): { startsAt: string; endsAt: string } {
  if (hour === 12) [hour, day] = [8, day + 1];
  const at = (minutes: string) => `2025-10-${day}T${String(hour).padStart(2, '0')}:${minutes}:00+07:00`;
  const times = { startsAt: at('00'), endsAt: at('45') };
  hour += 1;
  return times;
}
/** Offered by the host, which holds each for its visit. */
const held = (from: string, to: string) => ({
  startsAt: `2025-11-05T${from}:00+07:00`,
  endsAt: `2025-11-05T${to}:00+07:00`,
});
const proposed = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T10:00:00+07:00' };
/** A fortnight ahead, in the morning of the host. */
function free(): { startsAt: Date; endsAt: Date } {
  const date = new Date(app.clock.now().getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  return { startsAt: new Date(`${date}T02:00:00Z`), endsAt: new Date(`${date}T03:00:00Z`) };
}

const states: [name: string, make: () => Promise<ShownVisit>][] = [
  ['a draft', () => create(app, guest, own())],
  ['a request', () => requested(app, guest, own())],
  [
    'a proposal of the host',
    async () => step(app, host, await requested(app, guest, own()), 'propose', held('10:00', '11:00')),
  ],
  [
    'a proposal of the guest',
    async () => step(app, guest, await requested(app, guest, own()), 'propose', proposed),
  ],
  ['a confirmed visit', () => confirmed(app, guest, host, own())],
  [
    'a new time of the guest',
    async () =>
      step(app, guest, await confirmed(app, guest, host, own()), 'reschedule', { reason: 'x', ...proposed }),
  ],
  [
    'a new time of the host',
    async () =>
      step(app, host, await confirmed(app, guest, host, own()), 'reschedule', {
        reason: 'x',
        ...held('11:00', '12:00'),
      }),
  ],
  ['a withdrawn draft', async () => step(app, guest, await create(app, guest, own()), 'withdraw')],
  [
    'a declined request',
    async () => step(app, host, await requested(app, guest, own()), 'decline', { reason: 'x' }),
  ],
];

/** Changes of the host, the office, the hour and other visits. */
const facts: [name: string, happen: (visit: ShownVisit) => Promise<unknown>][] = [
  ['as it is', () => Promise.resolve()],
  ['its time taken', (visit) => takeTimes(visit, 'confirmed')],
  ['its time held for another', (visit) => takeTimes(visit, 'offer')],
  ['after its start', () => Promise.resolve(app.clock.set(new Date('2025-11-05T03:30:00Z')))],
  ['long after', () => Promise.resolve(app.clock.set(new Date('2025-12-10T03:00:00Z')))],
  ['its office asks to approve', () => set('UPDATE regional_office SET approves_inside = true')],
  ['its host no longer open', () => set('UPDATE hosting_policy SET open = false')],
  [
    'a party too large',
    () => set('UPDATE hosting_policy SET largest_party = 1; UPDATE visit SET party_size = 9'),
  ],
  [
    'a holiday on its days',
    () =>
      set(`INSERT INTO holiday (date, name, kind)
           SELECT date, 'Libur', 'public-holiday'
           FROM unnest('{2025-10-27,2025-10-28,2025-10-29,2025-10-30,2025-11-05}'::date[]) AS g (date)
           ON CONFLICT DO NOTHING`),
  ],
];

const set = (statement: string) => app.database.query(statement);

/** Another visit has the time in question; what stands for good cannot be taken. */
async function takeTimes({ id }: ShownVisit, kind: 'confirmed' | 'offer'): Promise<void> {
  await app.database.query(`DELETE FROM host_time WHERE visit_id = $1 AND kind = 'offer'`, [id]);
  await app.database.query(
    `INSERT INTO host_time (visit_id, kind, host_unit, place, during, expires_at)
     SELECT $2, $3, v.host_unit, 1, t.during, CASE WHEN $3 = 'offer' THEN '2026-01-01'::timestamptz END
     FROM visit v, LATERAL (SELECT tstzrange(coalesce(v.proposed_starts_at, v.starts_at),
       coalesce(v.proposed_ends_at, v.ends_at)) AS during) t
     WHERE v.id = $1 AND NOT EXISTS (SELECT FROM host_time h WHERE h.visit_id = v.id AND h.during && t.during)`,
    [id, other.id, kind],
  );
}

/** What people do; the rest is done by the program. */
const steps: readonly VisitAction[] = visitActions.filter(
  (action) => action !== 'expire' && action !== 'publish-summary',
);

class Undone extends Error {}

/** Does something and takes all of it back. */
async function undone(work: () => Promise<void>): Promise<void> {
  await app.database
    .transaction(async () => {
      await work();
      throw new Undone();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof Undone)) throw thrown;
    });
}

/** Whether the step is refused; what it did is taken back. */
async function isRefused(actor: Actor, visit: ShownVisit, action: VisitAction): Promise<boolean> {
  await set('SAVEPOINT before_step');
  const input = { reason: 'Ada sebabnya', ...free() };
  const refused = await app.app
    .get(TakeStep)
    .execute(actor, visit.id, action, undefined, input)
    .then(
      () => false,
      () => true,
    );
  await set('ROLLBACK TO SAVEPOINT before_step');
  return refused;
}

async function actors(): Promise<Actor[]> {
  const known = await app.database.query<{ email: string; id: string }>('SELECT email, id FROM person');
  return people.map((person) => ({
    ...person,
    name: person.email,
    personId: known.find(({ email }) => email === person.email)?.id ?? '',
  })) as Actor[];
}

describe.each(states)('%s', (state) => {
  // What ended is asked about as it is: no step of it needs a fact.
  test.each(/withdrawn|declined/.test(state) ? facts.slice(0, 1) : facts)(
    '%s: what is offered is taken, and what is not offered is refused',
    async (fact, happen) => {
      const visit = visits.get(state) as ShownVisit;
      // Who has no part in it is asked once a state.
      const everybody = (await actors()).slice(0, fact === 'as it is' ? people.length : 3);
      await undone(async () => {
        await happen(visit);
        for (const actor of everybody) {
          const readable = await app.app
            .get(ReadVisit)
            .execute(actor, visit.id)
            .catch(() => null);
          const offered = (readable?.allowedActions ?? []).filter((action) => steps.includes(action));
          const taken: VisitAction[] = [];
          for (const action of steps) if (!(await isRefused(actor, visit, action))) taken.push(action);
          expect([actor.email, taken]).toEqual([actor.email, offered]);
        }
      });
    },
  );
});

test('a blocked step says the refusal that the step would be given, to whoever would take it', async () => {
  const visit = visits.get('a request') as ShownVisit;
  const [, officer] = await actors();
  await undone(async () => {
    await takeTimes(visit, 'confirmed');
    const { blockedActions } = await app.app.get(ReadVisit).execute(officer as Actor, visit.id);
    expect(blockedActions).toMatchObject([
      { action: 'accept', refusal: { code: 'host-time-taken', facts: { reader: 'host' } } },
    ]);
  });
});
