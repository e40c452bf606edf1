import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { CreatePerson } from '../../src/people/index.js';
import { ReceiveMail } from '../../src/replies/index.js';
import { startApp, type TestApp } from './app.js';
import { tripBody } from './example-bodies.js';
import { subscribeTo } from './feeds.js';
import { csv, importing, person as importedPerson } from './imports.js';
import { publishedNote } from './notes.js';
import { pageOf } from './participant-links.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './people.js';
import { deliveryReport, returnAddressOf } from './replies.js';
import { confirmed, step, type Header, type ShownVisit } from './visits.js';

/** Somebody whose name, address and numbers nobody else has. */
export const SARIMUKTI = {
  name: 'Sarimukti Wangsadipura',
  email: 'sarimukti.wangsa@zubaidah.test',
  phone: '+6281298765432',
  nip: '198503152010012007',
  rank: 'Penata Muda (III/a)',
  position: 'Pengelola Kolam Zamrudkhatulistiwa',
  office: 'Seksi Kebun Anggrekhijaubening',
} as const;

/** What must be found nowhere once she is erased, in small letters. */
export const MARKS = [
  ...['sarimukti', 'wangsadipura', 'zubaidah.test', '81298765432', '198503152010012007'],
  ...['zamrudkhatulistiwa', 'anggrekhijaubening'],
];

export const BUDI = {
  name: 'Budi Hartanto',
  email: 'budi.hartanto@contoh.test',
  side: 'guest',
  role: 'member',
} as const;
const said = `Disampaikan ${SARIMUKTI.name}, telepon 0812-9876-5432, surel ${SARIMUKTI.email}.`;

/** Somebody with an account who has gone through everything, and others beside her. */
export class PersonalScene {
  visit!: ShownVisit;
  ahead!: ShownVisit;
  personId = '';
  as!: Header;
  admin!: Header;
  feed = '';
  othersFeed = '';

  private constructor(
    readonly app: TestApp,
    readonly people: UsualPeople,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<PersonalScene> {
    const app = await startApp(settings);
    const scene = new PersonalScene(app, await usualPeople(app));
    scene.admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    return scene;
  }

  /** All of it, in the order in which it happens. */
  async live(): Promise<void> {
    await this.account();
    await this.agree();
    await this.write();
    await this.come();
    await this.tell();
    await this.mails();
    await this.app.settle();
  }

  private async account(): Promise<void> {
    const { name, email, phone, nip, rank, position } = SARIMUKTI;
    const place = { role: 'officer' as const, unit: 'bapas-purwokerto' };
    this.personId = await this.app.app
      .get(CreatePerson)
      .execute({ name, email, phone, nip, rank, position, ...place, password: PASSWORD });
    this.as = await this.app.signIn(email, PASSWORD);
    this.feed = (await subscribeTo(this.app, this.as, 'me')).path;
    this.othersFeed = (await subscribeTo(this.app, this.people.host, 'unit')).path;
    await request(this.app.server)
      .post('/api/tokens')
      .set(this.as)
      .send({ name: `laporan ${name}`, days: 30 });
    await request(this.app.server).post('/api/session').send({ email, password: 'salah' });
  }

  private async agree(): Promise<void> {
    const { name, email, phone } = SARIMUKTI;
    const body = {
      purpose: said,
      ...{ contactName: name, contactPhone: phone, contactEmail: email },
      learningQuestions: [`Bagaimana panen dicatat, tanya ${name}?`],
      participants: [{ ...SARIMUKTI, side: 'guest', role: 'leader' }, BUDI],
    };
    this.visit = await confirmed(this.app, this.as, this.people.host, body);
    const later = { startsAt: '2025-12-11T09:00:00+07:00', endsAt: '2025-12-11T12:00:00+07:00' };
    this.ahead = await confirmed(this.app, this.people.guest, this.people.host, {
      ...later,
      title: `Kunjungan bersama ${name.toUpperCase()}`,
      participants: [{ ...SARIMUKTI, side: 'guest', role: 'member' }, BUDI],
    });
    await this.app.settle();
    const page = await pageOf(this.app, email);
    await this.post(page, { answer: 'accepted' }).expect(303);
    await this.post(`${page}/data`, { ...SARIMUKTI, name: `${name}, S.H.`, nip: '' }).expect(303);
    await this.app.settle();
  }

  private async write(): Promise<void> {
    const { name } = SARIMUKTI;
    const { guest, host, kanwil } = this.people;
    const at = (rest: string) => `/api/visits/${this.visit.id}${rest}`;
    const items = [
      {
        ...{ startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T09:30:00+07:00' },
        ...{ title: 'Penerimaan', kind: 'welcome', persons: [name], note: said },
      },
    ];
    await this.send(host, 'put', at('/agenda'), { version: 0, items }, 200);
    await this.send(host, 'post', at('/agenda/publish'), { version: 1 }, 200);
    await this.send(
      guest,
      'post',
      at('/letters'),
      { kind: 'surat-tugas', direction: 'out', subject: said },
      201,
    );
    await this.send(guest, 'post', at('/nip-looks'), {}, 200);
    const promise = {
      visit: this.visit.id,
      what: said,
      unit: 'bapas-purwokerto',
      person: name,
      dueOn: '2026-01-14',
    };
    const { body } = await this.send(this.as, 'post', '/api/follow-ups', promise, 201);
    await this.send(
      this.as,
      'post',
      `/api/follow-ups/${(body as { id: string }).id}/comments`,
      { body: said },
      201,
    );
    await publishedNote(this.app, this.as, kanwil, {
      ...{
        unit: 'bapas-purwokerto',
        title: `Kolam milik ${name}`,
        context: said,
        whatWasDone: 'Ikan.',
        result: 'Panen.',
      },
      ...{
        howToCopy: 'Mulai kecil.',
        topics: ['Ketahanan pangan'],
        programs: ['akselerasi-2'],
        contact: said,
      },
    });
    const trip = { ...tripBody, party: [{ ...SARIMUKTI, role: 'leader' }, { name: 'Rahmat Subekti' }] };
    await this.send(guest, 'post', '/api/trips', trip, 201);
    await this.import();
  }

  private async import(): Promise<void> {
    const { name, email, nip, phone, position } = SARIMUKTI;
    const row = importedPerson(1, { Nama: name, Surel: email, NIP: nip, Telepon: phone, Jabatan: position });
    const { id } = await importing(this.app).brought(this.admin, 'people', csv([row]), `${name}.csv`);
    await this.app.database.query('SELECT 1 FROM import WHERE id = $1', [id]);
  }

  private async come(): Promise<void> {
    this.app.clock.set(new Date('2025-10-30T02:30:00Z'));
    const [own] = await this.app.database.query<{ id: string }>(
      'SELECT id FROM visit_participant WHERE visit_id = $1 AND email = $2',
      [this.visit.id, SARIMUKTI.email],
    );
    const path = `/api/visits/${this.visit.id}`;
    await this.send(
      this.people.host,
      'patch',
      `${path}/participants/${own?.id ?? ''}`,
      { attendance: 'present' },
      200,
    );
    await this.app.database.query(
      `INSERT INTO attendance_signature (participant_id, strokes, signed_at) VALUES ($1, '[[[1,2],[3,4]]]', $2)`,
      [own?.id, this.app.clock.now()],
    );
    await this.send(this.as, 'post', `${path}/entries`, { id: randomUUID(), text: said }, 201);
  }

  private async tell(): Promise<void> {
    this.app.clock.set(new Date('2025-10-30T06:00:00Z'));
    const { body } = await request(this.app.server)
      .get(`/api/visits/${this.visit.id}`)
      .set(this.as)
      .expect(200);
    await step(this.app, this.as, body as ShownVisit, 'complete');
    await this.app.settle();
    const path = `/api/visits/${this.visit.id}/summary`;
    const version = async () =>
      ((await request(this.app.server).get(path).set(this.as)).body as { version: number }).version;
    await this.send(this.as, 'put', path, { version: await version(), outcomes: said, decisions: said }, 200);
    await this.send(this.as, 'post', `${path}/publish`, { version: await version() }, 200);
    await this.app.settle();
    const page = await pageOf(this.app, SARIMUKTI.email);
    await this.post(`${page}/masukan`, {
      usefulness: '5',
      welcome: '5',
      toCopy: said,
      toImprove: said,
      mayName: 'ya',
    });
    await this.app.settle();
  }

  private async mails(): Promise<void> {
    const { name, email } = SARIMUKTI;
    const to = await returnAddressOf(this.app, this.visit.id, email);
    const words = Buffer.from(`${said}\r\nTerima kasih.`).toString('base64');
    const lines = [
      ...[`From: ${name} <${email}>`, `To: ${to}`, `Subject: Pertanyaan ${name}`, 'MIME-Version: 1.0'],
      ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', words, ''],
    ];
    const receive = this.app.app.get(ReceiveMail, { strict: false });
    await receive.execute(Buffer.from(lines.join('\r\n')));
    const [mail] = await this.app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2 ORDER BY position LIMIT 1',
      [this.visit.id, email],
    );
    await receive.execute(Buffer.from(deliveryReport(email, 'failed', mail?.message_id ?? '', '5.1.1', to)));
    await this.app.database.query(
      `INSERT INTO mail_refusal (kind, email, token, refused_at) VALUES ('reminder', $1, $2, now())
       ON CONFLICT (kind, email) DO UPDATE SET refused_at = now()`,
      [email, randomUUID()],
    );
  }

  post(path: string, fields: object) {
    return request(this.app.server).post(path).set('accept', 'text/html').type('form').send(fields);
  }

  async send(by: Header, method: 'post' | 'put' | 'patch', path: string, body: object, status: number) {
    const answer = await request(this.app.server)[method](path).set(by).send(body);
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }
}
