import { noPictures } from '../../src/platform/text/paper.js';
import request from 'supertest';
import { PlanBundle } from '../../src/bundles/use-cases/plan-bundle.js';
import { BundleRepository } from '../../src/bundles/storage/bundle-repository.js';
import { namedParts } from '../../src/bundles/domain/bundle.js';
import { placeOf } from '../../src/bundles/use-cases/read-bundles.js';
import { ActingPerson } from '../../src/people/index.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { writePaperPdf } from '../../src/platform/documents/paper-pdf.js';
import { api, type Shown } from './api-client.js';
import type { TestApp } from './app.js';
import { LetterScene } from './letter-scene.js';
import type { UsualPeople } from './people.js';
import { requested, type Header } from './visits.js';

export type Bundle = Shown<'BundleView'>;

/** A PDF of one page. */
export const onePage = (text: string): Promise<Buffer> =>
  writePaperPdf({ title: text, letterhead: { lines: [text], address: [] }, blocks: [] }, noPictures);

/** Letters, and bundles of them. */
export class BundleScene {
  private constructor(readonly letters: LetterScene) {}

  static async start(): Promise<BundleScene> {
    return new BundleScene(await LetterScene.start());
  }

  get app(): TestApp {
    return this.letters.app;
  }

  asked = (as: Header, id = this.letters.visit.id) =>
    api(this.app).post('/api/visits/{id}/bundles', { as, path: { id } });
  shown = async (as: Header, id: string): Promise<Bundle> =>
    (await api(this.app).get('/api/bundles/{id}', { as, path: { id } }).expect(200)).body;
  removed = (as: Header, id: string) => api(this.app).delete('/api/bundles/{id}', { as, path: { id } });
  bytes = async (as: Header, path: string): Promise<Buffer> =>
    (await request(this.app.server).get(path).set(as).responseType('blob').expect(200)).body as Buffer;
  made = async (as: Header, id = this.letters.visit.id): Promise<Bundle> => {
    const { body } = await this.asked(as, id).expect(201);
    await this.app.settle();
    return this.shown(as, body.id);
  };
  keep = (as: Header, content: Buffer, name: string) =>
    request(this.app.server)
      .post(`/api/visits/${this.letters.visit.id}/files`)
      .set(as)
      .attach('file', content, name)
      .expect(201);
  page = (by: Header, path: string) => request(this.app.server).get(path).set(by).set('accept', 'text/html');
  looks = async (): Promise<string[]> => {
    const rows = await this.app.database.query<{ whose: string }>(
      'SELECT whose FROM nip_look WHERE visit_id = $1 ORDER BY whose',
      [this.letters.visit.id],
    );
    return rows.map(({ whose }) => whose);
  };

  /** Plans a bundle as a worker does, and makes none of its parts. @returns how many there are */
  async begun(id: string): Promise<number> {
    const of = <Found>(type: abstract new (...given: never[]) => Found): Found =>
      this.app.app.get(type, { strict: false });
    const bundles = of(BundleRepository);
    const bundle = (await bundles.byId(id))!;
    const actor = (await of(ActingPerson).byId(bundle.askedBy))!;
    const planned = await of(PlanBundle).execute(actor, { place: placeOf(bundle), subject: bundle.subject });
    await this.app.database.transaction(() => bundles.begin(id, namedParts(planned)));
    return (await bundles.progress(id)).waiting;
  }
}

/** Two bundles that were kept long enough. */
export async function oldBundles(app: TestApp, people: UsualPeople) {
  const visit = await requested(app, people.guest);
  const asked = async (as: Header): Promise<string> =>
    (
      await api(app)
        .post('/api/visits/{id}/bundles', { as, path: { id: visit.id } })
        .expect(201)
    ).body.id;
  const [bad, good] = [await asked(people.guest), await asked(people.host)];
  await app.app.get(JobQueue).workAll();
  app.clock.set(new Date('2025-11-20T09:00:00+07:00'));
  return {
    ...{ bad, good },
    refuse: { on: 'bundle', at: 'DELETE', when: `OLD.id = '${bad}'` } as const,
    isDone: async (id: string) =>
      (await app.database.query('SELECT id FROM bundle WHERE id = $1', [id])).length === 0,
  };
}
