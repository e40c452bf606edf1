import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import type { TestApp } from './app.js';
import { confirmed, create, requested, step, type Header, type ShownVisit } from './visits.js';

export type By = 'guest' | 'host' | 'kanwil' | 'joining';
export type SceneState = 'draft' | 'requested' | 'confirmed' | 'held' | 'closed';

export interface Scene {
  app: TestApp;
  people: Readonly<Record<By, Header>>;
  visit: ShownVisit;
  sari: string;
  /** Version of the visit as it stands now. */
  version: number;
}

/** A route that changes a visit, and how it is asked. */
export interface Deed {
  in: SceneState;
  /** Another host, where nobody has an account. */
  host?: string;
  by?: By;
  /** Path below that of the visit, where it has parameters of its own. */
  at?: (scene: Scene) => string | Promise<string>;
  send?: (scene: Scene) => object | Promise<object>;
  file?: string;
  /** What has to be before. */
  before?: (scene: Scene) => Promise<void>;
}

const START = new Date('2025-10-01T00:00:00Z');
const AFTER = new Date('2025-10-30T08:00:00Z');

/** Posts below a visit. */
export const post = async (
  scene: Scene,
  rest: string,
  by: By,
  body: object,
  status: number,
): Promise<unknown> => {
  const path = api(scene, rest);
  const answer = await request(scene.app.server).post(path).set(scene.people[by]).send(body);
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body as unknown;
};
export const versionOf = async ({ app, visit: { id } }: Pick<Scene, 'app' | 'visit'>): Promise<number> => {
  const [row] = await app.database.query<{ version: number }>('SELECT version FROM visit WHERE id = $1', [
    id,
  ]);
  return row?.version ?? 0;
};
const numberOf = async (table: string, { app, visit: { id: visitId } }: Scene): Promise<number> => {
  const [row] = await app.database.query<{ version: number }>(
    `SELECT version FROM ${table} WHERE visit_id = $1`,
    [visitId],
  );
  return row?.version ?? 0;
};
export const agendaOf = (scene: Scene) => numberOf('agenda', scene);
export const albumOf = (scene: Scene) => numberOf('visit_album', scene);
export const summaryOf = (scene: Scene) => numberOf('summary', scene);
export const api = (scene: Scene, rest: string) => `/api/visits/${scene.visit.id}/${rest}`;

/** A visit in the state that a deed needs. */
export async function sceneIn(
  { app, people }: Pick<Scene, 'app' | 'people'>,
  { in: state, host: hostUnit }: Deed,
): Promise<Scene> {
  app.clock.set(START);
  await app.database.query('DELETE FROM host_time');
  const body = {
    ...(hostUnit && { hostUnit }),
    purpose: 'Belajar kebun',
    learningQuestions: ['Cara mencatat panen?'],
    participants: [{ name: 'Sari', email: 'sari@tamu.test', side: 'guest', role: 'leader' }],
  };
  const { guest, host } = people;
  const visit =
    state === 'draft'
      ? await create(app, guest, body)
      : state === 'requested'
        ? await requested(app, guest, body)
        : await confirmed(app, guest, host, body);
  const [sari] = await app.database.query<{ id: string }>(
    'SELECT id FROM visit_participant WHERE visit_id = $1',
    [visit.id],
  );
  const scene = { app, people, visit, sari: sari?.id ?? '', version: visit.version };
  if (state === 'held' || state === 'closed') {
    app.clock.set(AFTER);
    await step(app, host, { id: visit.id, version: await versionOf(scene) }, 'complete');
  }
  if (state === 'closed') {
    await request(app.server)
      .put(api(scene, 'summary'))
      .set(guest)
      .send({ version: 0, outcomes: 'Kebun' })
      .expect(200);
    await post(scene, 'summary/publish', 'guest', { version: 1 }, 200);
  }
  return scene;
}

/** The first session of the agenda. */
export const sessionOf = async (scene: Scene): Promise<string> => {
  const { app, people } = scene;
  const { body } = await request(app.server).get(api(scene, 'agenda')).set(people.guest).expect(200);
  return (body as { items: { id: string }[] }).items[0]?.id ?? '';
};

export const keepsFile = async (scene: Scene): Promise<string> => {
  const answer = await request(scene.app.server)
    .post(api(scene, 'files'))
    .set(scene.people.guest)
    .attach('file', Buffer.from('%PDF-1.4 laporan'), 'lain.pdf');
  return (answer.body as { id: string }).id;
};
export const entryOf = async (scene: Scene): Promise<string> => {
  const { id } = (await post(scene, 'entries', 'guest', { text: 'Kolam' }, 201)) as { id: string };
  return id;
};
export const photoOf = async (scene: Scene): Promise<string> => {
  const answer = await request(scene.app.server)
    .post(api(scene, 'entries/photos'))
    .set(scene.people.guest)
    .attach('photo', await picture(), 'a.jpg')
    .expect(201);
  return (answer.body as { id: string }).id;
};

/** Somebody who came unasked and waits for an officer's look. */
export const walkInOf = async ({ app, visit }: Scene): Promise<string> => {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO visit_participant (id, visit_id, name, side, role, attendance, attendance_at, attendance_own, walk_in,
       created_at)
     VALUES ($1, $2, 'Joko', 'invited', 'member', 'present', $3, true, 'waits', $3)`,
    [id, visit.id, app.clock.now()],
  );
  return id;
};

export const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
