import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { talk, tour, welcome } from './agendas.js';
import { api, type Shown } from './api-client.js';
import { startApp, type TestApp } from './app.js';
import { signedIn, usualPeople, type UsualPeople } from './people.js';
import { confirmed, visitBody, type Header, type ShownVisit } from './visits.js';

/** What the summary of the visit tells by itself. */
export const facts = {
  topics: ['Ketahanan pangan', 'Kehumasan'],
  place: 'Aula utama',
  letters: [{ name: 'Surat permohonan', number: 'WP.13-120', date: '2025-10-06' }],
  agenda: [
    { title: welcome.title, startsAt: welcome.startsAt, persons: ['Bu Ani'] },
    { title: talk.title, place: 'Aula' },
    { title: tour.title, endsAt: tour.endsAt },
  ],
  sides: [
    { side: 'guest', name: 'Bapas Kelas II Purwokerto', invited: 2, came: 1, unmarked: 0 },
    { side: 'guest', name: 'Rutan Kelas IIB Kebumen', invited: 1, came: 0, unmarked: 1 },
    { side: 'host', name: 'Rutan Kelas IIB Banjarnegara', invited: 1, came: 1, unmarked: 0 },
    { side: 'invited', name: '', invited: 1, came: 0, unmarked: 1 },
  ],
};

/** Two units, a joined guest and a visit of which much is known elsewhere. */
export class SummaryBench {
  private constructor(
    readonly app: TestApp,
    readonly people: UsualPeople,
    readonly joined: Header,
    readonly visit: ShownVisit,
  ) {}

  static async open(): Promise<SummaryBench> {
    const app = await startApp();
    const people = await usualPeople(app);
    const joined = await signedIn(app, { email: 'ikut@contoh.test', role: 'officer', unit: 'rutan-kebumen' });
    return new SummaryBench(app, people, joined, await agreed(app, people));
  }

  /** The joined guest with somebody of its own, the agenda, and who came. */
  async hold(): Promise<void> {
    const { guest, host } = this.people;
    const send = (by: Header, rest: string, body: object, status = 200) =>
      request(this.app.server).post(this.at(rest)).set(by).send(body).expect(status);
    await send(guest, '/guests', { organisation: 'rutan-kebumen' }, 201);
    await send(this.joined, '/guests/join', { partySize: 1 });
    await send(this.joined, '/participants', { name: 'Wati', side: 'guest', role: 'member' }, 201);
    const items = [welcome, talk, tour];
    await request(this.app.server).put(this.at('/agenda')).set(host).send({ version: 0, items }).expect(200);
    await send(host, '/agenda/publish', { version: 1 });
    this.app.clock.set(new Date('2025-10-30T06:00:00Z'));
    for (const { id, name } of this.visit.participants) {
      const attendance = { Sari: 'present', Budi: 'absent', Tono: 'present' }[name];
      if (!attendance) continue;
      const person = request(this.app.server).patch(this.at(`/participants/${id}`));
      await person.set(guest).send({ attendance }).expect(200);
    }
  }

  at(rest: string): string {
    return `/api/visits/${this.visit.id}${rest}`;
  }

  get(path: string, by: Header = this.people.guest) {
    return request(this.app.server).get(path).set(by).set('accept', 'text/html');
  }

  /** A page of the visit. */
  async page(by: Header, rest = ''): Promise<string> {
    return (await this.get(`/kunjungan/${this.visit.id}${rest}`, by).expect(200)).text;
  }

  async summary(by: Header): Promise<Shown<'SummaryView'>> {
    const path = { id: this.visit.id };
    return (await api(this.app).get('/api/visits/{id}/summary', { as: by, path }).expect(200)).body;
  }

  async put(by: Header, body: object) {
    const { version } = await this.summary(by);
    return request(this.app.server)
      .put(this.at('/summary'))
      .set(by)
      .send({ version, ...body });
  }

  async publish(by: Header) {
    const { version } = await this.summary(by);
    return request(this.app.server).post(this.at('/summary/publish')).set(by).send({ version });
  }

  /** Enters a letter's number, which comes after the visit. */
  async enterLetter(by: Header, letter: object): Promise<void> {
    const { body } = await request(this.app.server).get(this.at('')).set(by).expect(200);
    const { version } = body as ShownVisit;
    await request(this.app.server)
      .patch(this.at(''))
      .set(by)
      .send({ version, ...letter })
      .expect(200);
  }

  /** Keeps a note of the day. */
  async keep(by: Header, text: string): Promise<string> {
    const sent = request(this.app.server).post(this.at('/entries')).set(by);
    const { body } = await sent.send({ id: randomUUID(), text }).expect(201);
    return (body as { id: string }).id;
  }

  async photograph(by: Header, text: string, clearance?: 'ya'): Promise<string> {
    const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a7' } });
    const sent = request(this.app.server).post(this.at('/entries/photos')).set(by).field('text', text);
    if (clearance) void sent.field('clearance', clearance);
    const { body } = await sent.attach('photo', await picture.jpeg().toBuffer(), 'a.jpg').expect(201);
    return (body as { id: string }).id;
  }

  /** The words of the summary's mails, by address. */
  async mails(revision: number): Promise<Map<string, { text: string; html: string }>> {
    await this.app.settle();
    const rows = await this.app.database.query<{ email: string; text: string; html: string }>(
      `SELECT recipient_email AS email, body_text AS text, body_html AS html FROM mail WHERE key LIKE $1`,
      [`summary:${this.visit.id}:${revision}:%`],
    );
    return new Map(rows.map(({ email, ...mail }) => [email, mail]));
  }
}

function agreed(app: TestApp, { guest, host }: UsualPeople): Promise<ShownVisit> {
  return confirmed(app, guest, host, {
    topics: ['Ketahanan pangan', 'Kehumasan'],
    programs: ['akselerasi-2'],
    place: 'Aula utama',
    requestLetterNumber: 'WP.13-120',
    requestLetterDate: '2025-10-06',
    participants: [
      { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' },
      { name: 'Budi', side: 'guest', role: 'member' },
      { name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'speaker' },
      { name: 'Dosen', email: 'dosen@contoh.test', side: 'invited', role: 'observer' },
    ],
  });
}

/** A visit that is entered with its summary, which is out by that. */
export async function summarised(app: TestApp, by: Header): Promise<string> {
  const visit = {
    ...visitBody,
    startsAt: '2025-10-01T09:00:00+07:00',
    endsAt: '2025-10-01T12:00:00+07:00',
    topics: ['Ketahanan pangan'],
    summary: { outcomes: 'Kebun, ternak, dan pengolahan hasil sudah dilihat.' },
  };
  const { body } = await api(app).post('/api/recorded-visits', { as: by, body: visit }).expect(201);
  return body.id;
}

/** The page of a summary that is out. */
export async function summaryExamples(
  app: TestApp,
  guest: Header,
): Promise<Record<string, { by: 'guest'; path: string }>> {
  const path = `/kunjungan/${await summarised(app, guest)}/ringkasan/revisi/1`;
  return { '/kunjungan/:id/ringkasan/revisi/:revision': { by: 'guest', path } };
}
