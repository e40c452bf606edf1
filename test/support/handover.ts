import { CreatePerson } from '../../src/people/index.js';
import { api, wrong } from './api-client.js';
import { startApp, type TestApp } from './app.js';
import { subscribeTo } from './feeds.js';
import { PASSWORD, signedIn, usualPeople } from './people.js';
import { confirmed, create, type Header, type ShownVisit } from './visits.js';

const UNIT = 'bapas-purwokerto';

/** An officer with an account of the test's own. */
export interface Officer {
  id: string;
  name: string;
  email: string;
  as: Header;
}

/** Mondays to Thursdays from 3 November 2025 on. */
const day = (at: number) =>
  new Date(Date.UTC(2025, 10, 3 + Math.floor(at / 4) * 7 + (at % 4))).toISOString().slice(0, 10);

/** People who come and go, what hangs on them, and who looks after them. */
export class HandoverBench {
  private next = 0;
  private days = 0;

  private constructor(
    readonly app: TestApp,
    readonly host: Header,
    readonly kanwil: Header,
    readonly head: Header,
    readonly administrator: Header,
  ) {}

  static async open(): Promise<HandoverBench> {
    const app = await startApp();
    const { host, kanwil } = await usualPeople(app);
    const head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: UNIT });
    const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    return new HandoverBench(app, host, kanwil, head, administrator);
  }

  async person(name: string, unit = UNIT): Promise<Officer> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}.${++this.next}@orang.test`;
    await this.app.app.get(CreatePerson).execute({ name, email, role: 'officer', unit, password: PASSWORD });
    const [row] = await this.app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
      email,
    ]);
    return { id: row?.id ?? '', name, email, as: await this.app.signIn(email, PASSWORD) };
  }

  /** A confirmed visit on a day of its own, led by somebody who is also its contact. */
  visitOf(leader: Officer, more: object[] = []): Promise<ShownVisit> {
    const on = day(this.days++);
    return confirmed(this.app, leader.as, this.host, {
      startsAt: `${on}T09:00:00+07:00`,
      endsAt: `${on}T12:00:00+07:00`,
      contactName: leader.name,
      contactEmail: leader.email,
      participants: [{ name: leader.name, email: leader.email, side: 'guest', role: 'leader' }, ...more],
    });
  }

  async hangsOn({ id }: Officer, by: Header = this.head) {
    return (await api(this.app).get('/api/people/{id}/handover', { as: by, path: { id } }).expect(200)).body;
  }

  async countsOf(of: Officer, by?: Header) {
    return Object.fromEntries((await this.hangsOn(of, by)).items.map(({ kind, count }) => [kind, count]));
  }

  handOver(of: Officer, body: object, by: Header = this.head) {
    return api(this.app).post('/api/people/{id}/handover', {
      as: by,
      path: { id: of.id },
      body: wrong(body),
    });
  }

  async change(of: Officer, body: object, by: Header = this.head) {
    const [row] = await this.app.database.query<{ version: number }>(
      'SELECT version FROM person WHERE id = $1',
      [of.id],
    );
    return api(this.app).patch('/api/people/{id}', {
      as: by,
      path: { id: of.id },
      body: wrong({ version: row?.version, ...body }),
    });
  }

  async participantsOf({ id }: { id: string }, by: Header = this.head) {
    return (await api(this.app).get('/api/visits/{id}/participants', { as: by, path: { id } }).expect(200))
      .body.items;
  }

  mailsTo(email: string) {
    return this.app.database.query<{
      key: string;
      state: string;
      method: string | null;
      text: string;
      sequence: string;
    }>(
      `SELECT key, state, calendar_method AS method, body_text AS text,
       substring(calendar_content FROM 'SEQUENCE:([0-9]+)') AS sequence
     FROM mail WHERE recipient_email = $1 ORDER BY position`,
      [email],
    );
  }

  /** Everything of every kind that can hang on somebody. */
  async burden(of: Officer) {
    const visit = await this.visitOf(of, [
      { name: 'Tamu Lain', email: 'lain@contoh.test', side: 'guest', role: 'member' },
    ]);
    const { startsAt } = visit;
    await api(this.app)
      .put('/api/visits/{id}/agenda', {
        as: of.as,
        path: { id: visit.id },
        body: {
          version: 0,
          items: [
            {
              startsAt,
              endsAt: visit.endsAt,
              title: 'Sambutan',
              kind: 'remarks',
              persons: [of.name, 'Kepala'],
            },
          ],
        },
      })
      .expect(200);
    await api(this.app)
      .post('/api/visits/{id}/agenda/publish', { as: of.as, path: { id: visit.id }, body: { version: 1 } })
      .expect(200);
    const draft = await create(this.app, of.as, { title: `Draf ${of.name}` });
    const followUp = await api(this.app)
      .post('/api/follow-ups', {
        as: of.as,
        body: {
          visit: visit.id,
          what: 'Demplot',
          unit: UNIT,
          person: of.name,
          personId: of.id,
          dueOn: '2025-12-31',
        },
      })
      .expect(201);
    const note = await api(this.app)
      .post('/api/notes', { as: of.as, body: { unit: UNIT, title: `Catatan ${of.name}` } })
      .expect(201);
    await subscribeTo(this.app, of.as, 'unit');
    await api(this.app)
      .post('/api/tokens', { as: of.as, body: { name: 'laporan' } })
      .expect(201);
    await this.app.settle();
    return { visit, draft, followUp: followUp.body, note: note.body };
  }
}
