import { FeedbackRepository } from '../../src/feedback/storage/feedback-repository.js';
import { askToLearn } from './learning.js';
import { itemOf } from '../../src/platform/jobs/sweeps.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import type { TestApp } from './app.js';
import { publishedNote } from './notes.js';
import { erasing } from './personal-examples.js';
import { signedIn, type UsualPeople } from './people.js';
import { confirmed, requested, step, type ShownVisit } from './visits.js';
import { api } from './api-client.js';
import { oldBundles } from './bundle-scene.js';
import { oldThings } from './old-things.js';
import { fileScenes } from './file-scenes.js';
import type { MakeScene, Scene } from './scene.js';

const DAY = '2025-10-30';
const participants = (n: number) => [
  { name: `Sari ${n}`, email: `sari-${n}@contoh.test`, side: 'guest', role: 'leader' },
];

async function two(
  app: TestApp,
  people: UsualPeople,
  make: typeof requested | typeof confirmed,
): Promise<[ShownVisit, ShownVisit]> {
  const times = [
    [`${DAY}T09:00:00+07:00`, `${DAY}T10:00:00+07:00`],
    [`${DAY}T10:00:00+07:00`, `${DAY}T11:00:00+07:00`],
  ].map(([startsAt, endsAt], index) => ({ startsAt, endsAt, participants: participants(index) }));
  const one = (body: object) =>
    make === requested ? requested(app, people.guest, body) : confirmed(app, people.guest, people.host, body);
  return [await one(times[0] ?? {}), await one(times[1] ?? {})];
}

/** Runs one sweep and all that it sends. */
export async function sweep(app: TestApp, name: string) {
  await app.app.get(JobRegistry).named(name).handler.handle({});
  return (await app.app.get(JobQueue).workAll()).filter((failure) => failure.name === itemOf(name));
}

const at = (app: TestApp, time: string) => app.clock.set(new Date(time));

/** Items whose work is one mail: `mailKey` is a LIKE pattern. */
const byMail = (app: TestApp, bad: string, good: string, mailKey: (key: string) => string): Scene => ({
  ...{ bad, good },
  refuse: { on: 'mail', at: 'INSERT', when: `NEW.key LIKE '${mailKey(bad)}'` },
  isDone: async (key) =>
    (await app.database.query('SELECT 1 FROM mail WHERE key LIKE $1', [mailKey(key)])).length > 0,
});

const byState = (app: TestApp, [bad, good]: [ShownVisit, ShownVisit], state: string): Scene => ({
  bad: bad.id,
  good: good.id,
  refuse: { on: 'visit', at: 'UPDATE', when: `NEW.id = '${bad.id}'` },
  isDone: async (key) => {
    const rows = await app.database.query('SELECT 1 FROM visit WHERE id = $1 AND state = $2', [key, state]);
    return rows.length > 0;
  },
});

async function heldPair(app: TestApp, people: UsualPeople): Promise<[ShownVisit, ShownVisit]> {
  const [one, other] = await two(app, people, confirmed);
  at(app, `${DAY}T13:00:00+07:00`);
  return [await step(app, people.guest, one, 'complete'), await step(app, people.guest, other, 'complete')];
}

const firstParticipants = ([one, other]: [ShownVisit, ShownVisit]): [string, string] => [
  one.participants[0]?.id ?? '',
  other.participants[0]?.id ?? '',
];

/** Aceh and Jawa Tengah have a visit with one another. */
async function twoOffices(app: TestApp, people: UsualPeople): Promise<void> {
  await app.database.query(`UPDATE unit SET regional_office = 'aceh' WHERE code = 'rutan-banjarnegara'`);
  await signedIn(app, { email: 'kanwil@aceh.test', role: 'regional', regionalOffice: 'aceh' });
  await app.database.query(`UPDATE regional_office SET approves_across = false`);
  await two(app, people, confirmed);
}

async function asked(app: TestApp, people: UsualPeople): Promise<[ShownVisit, ShownVisit]> {
  const pair = await heldPair(app, people);
  await sweep(app, 'feedback.ask');
  return pair;
}

/** Scenes of every sweep, by its name. */
export const scenes: Record<string, MakeScene[]> = {
  'units.turn': [
    async (app) => {
      const as = await signedIn(app, { email: 'admin@perubahan.test', role: 'administrator' });
      const ids: string[] = [];
      for (const unit of ['rutan-wonosobo', 'rutan-kebumen']) {
        const body = { kind: 'closed' as const, unit, effectiveOn: '2025-10-28', reason: 'Penataan.' };
        ids.push((await api(app).post('/api/unit-changes', { as, body }).expect(201)).body.id);
      }
      at(app, '2025-10-28T00:10:00+07:00');
      const [bad = '', good = ''] = ids;
      return {
        ...{ bad, good },
        refuse: { on: 'unit', at: 'UPDATE', when: `NEW.code = 'rutan-wonosobo'` },
        isDone: async (key) =>
          (await app.database.query(`SELECT 1 FROM unit_change WHERE id = $1 AND state = 'done'`, [key]))
            .length > 0,
      };
    },
  ],
  'personal-data.erase': [erasing],
  'visits.expire': [
    async (app, people) => {
      const pair = await two(app, people, requested);
      at(app, `${DAY}T00:30:00+07:00`);
      return byState(app, pair, 'expired');
    },
  ],
  'visits.watch-invitations': [
    async (app, people) => {
      const pair = await two(app, people, confirmed);
      const ids: string[] = [];
      for (const { id } of pair) {
        await api(app)
          .post('/api/visits/{id}/guests', {
            as: people.guest,
            path: { id },
            body: { organisation: 'rutan-purbalingga', dueOn: '2025-10-27' },
          })
          .expect(201);
        const rows = await app.database.query<{ id: string }>(
          'SELECT id FROM visit_guest WHERE visit_id = $1 AND NOT is_leading',
          [id],
        );
        ids.push(rows[0]?.id ?? '');
      }
      at(app, '2025-10-28T09:00:00+07:00');
      const [bad = '', good = ''] = ids;
      return {
        bad,
        good,
        refuse: { on: 'visit', at: 'UPDATE', when: `NEW.id = '${pair[0].id}'` },
        isDone: async (key) =>
          (await app.database.query(`SELECT 1 FROM visit_guest WHERE id = $1 AND answer = 'lapsed'`, [key]))
            .length > 0,
      };
    },
  ],
  'visits.tell-answers': [
    async (app, people) => {
      const [bad, good] = await two(app, people, confirmed);
      await app.database.query(
        `INSERT INTO answer_news (id, participant_id, answer, words, came_at)
         SELECT gen_random_uuid(), unnest($1::uuid[]), 'accepted', '', $2`,
        [firstParticipants([bad, good]), app.clock.now()],
      );
      at(app, '2025-10-27T08:10:00+07:00');
      return byMail(app, bad.id, good.id, (id) => `answers:${id}:%`);
    },
  ],
  'summaries.chase': [
    async (app, people) => {
      const [bad, good] = await two(app, people, confirmed);
      at(app, `${DAY}T13:00:00+07:00`);
      return byMail(app, bad.id, good.id, (id) => `summary-reminder:${id}:%`);
    },
    async (app, people) => {
      const pair = await two(app, people, confirmed);
      at(app, '2025-11-07T09:00:00+07:00');
      return byState(app, pair, 'closed');
    },
  ],
  'reminders.participants': [
    async (app, people) => {
      const pair = await two(app, people, confirmed);
      const emails = new Map(pair.map(({ participants: [one] }) => [one?.id ?? '', one?.email ?? '']));
      const [bad, good] = firstParticipants(pair);
      at(app, '2025-10-27T08:10:00+07:00');
      return byMail(app, bad, good, (id) => `reminder:%:day-3:${emails.get(id) ?? ''}`);
    },
  ],
  'reminders.answers': [
    async (app, people) => {
      const [bad, good] = await two(app, people, requested);
      at(app, '2025-10-23T09:00:00+07:00');
      return byMail(app, bad.id, good.id, (id) => `reminder:${id}:%answer-%`);
    },
  ],
  'reminders.agendas': [
    async (app, people) => {
      const [bad, good] = await two(app, people, confirmed);
      at(app, '2025-10-27T09:00:00+07:00');
      return byMail(app, bad.id, good.id, (id) => `reminder:${id}:%agenda-%`);
    },
  ],
  'reminders.links': [
    async (app, people) => {
      const [bad, good] = await two(app, people, confirmed);
      await app.database.query(`UPDATE visit SET mode = 'online' WHERE id = ANY ($1)`, [[bad.id, good.id]]);
      at(app, '2025-10-28T09:00:00+07:00');
      return byMail(app, bad.id, good.id, (id) => `reminder:${id}:%link-%`);
    },
  ],
  'reminders.digests': [
    async (app, people) => {
      await twoOffices(app, people);
      at(app, '2025-10-27T09:00:00+07:00');
      return byMail(app, 'aceh', 'jawa-tengah', (office) => `digest:${office}:%`);
    },
  ],
  'feedback.ask': [
    async (app, people) => {
      const [bad, good] = firstParticipants(await heldPair(app, people));
      return byMail(app, bad, good, (id) => `feedback:first:${id}`);
    },
  ],
  'learning.ask': [
    async (app, people) => {
      const [bad, good] = await heldPair(app, people);
      await askToLearn(app, 'Apa?');
      at(app, '2025-12-01T10:00:00+07:00');
      return byMail(app, bad.id, good.id, (id) => `learning:30:${id}`);
    },
  ],
  'feedback.remind': [
    async (app, people) => {
      const [bad, good] = firstParticipants(await asked(app, people));
      at(app, '2025-11-05T09:00:00+07:00');
      return byMail(app, bad, good, (id) => `feedback:reminder:${id}`);
    },
  ],
  'feedback.tell-results': [
    async (app, people) => {
      const pair = await asked(app, people);
      const said = { usefulness: 5, welcome: 5, toCopy: 'Kebun', toImprove: '', mayName: true } as const;
      for (const [n, participant] of firstParticipants(pair).entries()) {
        const visit = pair[n]?.id ?? '';
        await app.app.get(FeedbackRepository).save(visit, participant, said, app.clock.now());
      }
      // Told at the end of the last form: fewer than three answered.
      const closed = new Date(app.clock.now().getTime() + 60_000);
      await app.database.query('UPDATE feedback_request SET expires_at = $1', [closed]);
      app.clock.set(closed);
      return byMail(app, pair[0].id, pair[1].id, (id) => `feedback-results:${id}:%`);
    },
  ],
  'follow-ups.remind': [
    async (app, people) => {
      const visit = await requested(app, people.guest);
      const promised = async (what: string): Promise<string> => {
        const body = { visit: visit.id, what, unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-11-14' };
        const answer = await api(app).post('/api/follow-ups', { as: people.guest, body }).expect(201);
        return answer.body.id;
      };
      const [bad, good] = [await promised('Demplot'), await promised('Kolam')];
      at(app, '2025-11-07T09:00:00+07:00');
      return byMail(app, bad, good, (id) => `follow-up-reminder:${id}:%`);
    },
  ],
  'notes.remind-of-reviews': [
    async (app, people) => {
      const body = {
        unit: 'rutan-banjarnegara',
        context: 'Lahan sempit',
        whatWasDone: 'Menanam bertingkat',
        howToCopy: 'Mulai dari satu petak',
        result: 'Panen 120 kg',
        visibility: 'nation',
      };
      const note = (title: string) => publishedNote(app, people.host, people.kanwil, { ...body, title });
      const [bad, good] = [await note('Kebun'), await note('Kolam')];
      await app.database.query(`UPDATE note SET review_due_on = '2025-01-02'`);
      return byMail(app, bad, good, (id) => `note-review:${id}:%`);
    },
  ],
  'sinergi.mail-reports': [
    async (app, people) => {
      await twoOffices(app, people);
      await app.database.query(
        `INSERT INTO monthly_report (regional_office, since) VALUES ('aceh', now()), ('jawa-tengah', now())`,
      );
      at(app, '2025-11-01T08:00:00+07:00');
      return byMail(app, 'aceh', 'jawa-tengah', (office) => `sinergi-report:${office}:%`);
    },
  ],
  'bundles.forget': [oldBundles],
  'operations.drop-old-data': [oldThings],
  ...fileScenes,
  'people.forget-expired': [
    async (app) => {
      await app.database.query(
        `INSERT INTO sign_in_failure (id, email, at, network)
         VALUES (gen_random_uuid(), 'x@contoh.test', '2020-01-01', '203.0.113.1')`,
      );
      await app.database.query(
        `INSERT INTO session (token_hash, person_id, created_at, expires_at, last_used_at)
         SELECT 'x', id, '2020-01-01', '2020-01-02', '2020-01-01' FROM person LIMIT 1`,
      );
      const left: Record<string, string> = {
        'failed-tries': `SELECT 1 FROM sign_in_failure WHERE email = 'x@contoh.test'`,
        sessions: `SELECT 1 FROM session WHERE token_hash = 'x'`,
      };
      return {
        bad: 'failed-tries',
        good: 'sessions',
        comesUpAgain: true,
        refuse: { on: 'sign_in_failure', at: 'DELETE', when: `OLD.email = 'x@contoh.test'` },
        isDone: async (kind) => (await app.database.query(left[kind] ?? '')).length === 0,
      };
    },
  ],
};
