import request from 'supertest';
import { sendAsRead } from './as-read.js';
import { startApp, type TestApp } from './app.js';
import { signedIn } from './people.js';
import { confirmed, step, type Header, type ShownVisit } from './visits.js';
import { api, type Shown } from './api-client.js';

export type ShownItem = Shown<'AgendaSessionView'>;

/** An agenda as the API answers it. */
export type ShownAgenda = Shown<'AgendaView'>;

export interface ShownProblem {
  code: string;
  detail: string;
  errors: { field: string; message: string }[];
  current: object;
}

interface AgendaMail {
  email: string;
  key: string;
  subject: string;
  text: string;
  html: string;
}

type Visit = { id: string };

export const SARI = { name: 'Sari', email: 'sari@tamu.test', side: 'guest', role: 'leader' } as const;
export const TONO = { name: 'Tono', email: 'tono@tuan.test', side: 'host', role: 'speaker' } as const;
/** Two participants with an address and one without. */
export const party = [SARI, TONO, { name: 'Tanpa Surel', side: 'guest', role: 'member' } as const];

/** An instant of the reference case's day, or of another one, in WIB. */
export const wib = (clock: string, day = '2025-10-30') => `${day}T${clock}:00+07:00`;
export const session = (from: string, to: string, title: string, more: object = {}) => ({
  startsAt: wib(from),
  endsAt: wib(to),
  title,
  kind: 'presentation' as const,
  ...more,
});
export const welcome = session('09:00', '09:30', 'Penerimaan tamu', { kind: 'welcome', persons: ['Bu Ani'] });
export const talk = session('09:30', '10:30', 'Paparan ketahanan pangan', { place: 'Aula' });
export const tour = session('10:30', '12:00', 'Peninjauan kebun', { kind: 'field-tour', place: 'Kebun' });

export const times = ({ items }: ShownAgenda) => items.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
export const problem = ({ body }: { body: unknown }) => body as ShownProblem;
export const pathOf = (visit: Visit, more = '') => `/api/visits/${visit.id}/agenda${more}`;

/** The version of a visit's agenda, 0 for none. */
export async function agendaVersion({ database }: TestApp, visitId: string): Promise<number> {
  const [agenda] = await database.query<{ version: number }>(
    'SELECT version FROM agenda WHERE visit_id::text = $1',
    [visitId],
  );
  return agenda?.version ?? 0;
}

/** The application with people of a guest, its host and their region, and of a unit that has no part. */
export class AgendaBench {
  private constructor(
    readonly app: TestApp,
    readonly guest: Header,
    readonly host: Header,
    readonly regional: Header,
    readonly stranger: Header,
  ) {}

  static async open(): Promise<AgendaBench> {
    const app = await startApp();
    const officer = (email: string, unit: string) => signedIn(app, { email, role: 'officer', unit });
    // As many parallel places as may be: these tests are not about the host's time.
    await app.database.query(`UPDATE hosting_policy SET capacity = 20 WHERE unit = 'rutan-banjarnegara'`);
    return new AgendaBench(
      app,
      await officer('petugas@tamu.test', 'bapas-purwokerto'),
      await officer('petugas@tuan.test', 'rutan-banjarnegara'),
      await signedIn(app, { email: 'kanwil@uji.test', role: 'regional', regionalOffice: 'jawa-tengah' }),
      await officer('lain@uji.test', 'rutan-purbalingga'),
    );
  }

  get = (by: Header, visit: Visit) => request(this.app.server).get(pathOf(visit)).set(by);
  put = (by: Header, visit: Visit, body: unknown) =>
    this.sent(request(this.app.server).put(pathOf(visit)), by, visit, body as object);
  publish = (by: Header, visit: Visit, body: object = {}) =>
    this.sent(request(this.app.server).post(pathOf(visit, '/publish')), by, visit, body);
  fromTemplate = (by: Header, visit: Visit, body: object) =>
    this.sent(request(this.app.server).post(pathOf(visit, '/from-template')), by, visit, body);

  private sent(call: request.Test, by: Header, { id }: Visit, body: object): request.Test {
    return sendAsRead(call.set(by), body, () => agendaVersion(this.app, id));
  }

  async saved(visit: Visit, items: object[]): Promise<ShownAgenda> {
    return (await this.put(this.guest, visit, { items }).expect(200)).body as ShownAgenda;
  }

  async shown(by: Header, visit: Visit): Promise<ShownAgenda> {
    return (await this.get(by, visit).expect(200)).body as ShownAgenda;
  }

  async visit(visit: Visit): Promise<ShownVisit> {
    const answer = await api(this.app)
      .get('/api/visits/{id}', { as: this.guest, path: { id: visit.id } })
      .expect(200);
    return answer.body;
  }

  async lastLine(visit: Visit): Promise<{ action: string; reason: string | null } | undefined> {
    const path = `/api/visits/${visit.id}/history`;
    const answer = await request(this.app.server).get(path).set(this.guest).expect(200);
    return (answer.body as { items: { action: string; reason: string | null }[] }).items.at(-1);
  }

  mails(visit: Visit): Promise<AgendaMail[]> {
    return this.app.database.query(
      `SELECT recipient_email AS email, key, subject, body_text AS text, body_html AS html
       FROM mail WHERE stream = $1 AND key LIKE 'agenda:%' ORDER BY position`,
      [visit.id],
    );
  }

  /** A confirmed visit with a published agenda of three sessions, its mails posted. */
  async withPublished(): Promise<{ visit: ShownVisit; agenda: ShownAgenda }> {
    const visit = await confirmed(this.app, this.guest, this.host, { participants: party });
    await this.saved(visit, [welcome, talk, tour]);
    const agenda = (await this.publish(this.host, visit).expect(200)).body as ShownAgenda;
    await this.app.settle();
    return { visit, agenda };
  }

  /** Moves a confirmed visit: the guest asks, the host accepts. */
  async move(visit: Visit, startsAt: string, endsAt: string): Promise<void> {
    const wish = { reason: 'Apel pagi', startsAt, endsAt };
    await step(this.app, this.guest, await this.visit(visit), 'reschedule', wish);
    await step(this.app, this.host, await this.visit(visit), 'accept');
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
