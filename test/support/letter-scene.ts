import request from 'supertest';
import { api, type Shown } from './api-client.js';
import { startApp, type TestApp } from './app.js';
import { signedIn, usualPeople, type UsualPeople } from './people.js';
import { confirmed, type Header, type ShownVisit } from './visits.js';

export const GUEST = 'bapas-purwokerto';
/** Of the guest's participant, and of who signs for the guest. */
export const NIP = '198001012005011001';
export const OF_SIGNER = '197001012000011001';

export type NewLetter = Shown<'NewLetterBody'>;
export type Letter = Shown<'RegisteredLetterView'>;

export const assignment: NewLetter = { kind: 'surat-tugas', direction: 'out', subject: 'Studi tiru' };

/** A guest that numbers its letters, and visits of it, one after the other. */
export class LetterScene {
  visit: ShownVisit;
  private weekday = 3;

  private constructor(
    readonly app: TestApp,
    readonly people: UsualPeople,
    readonly admin: Header,
  ) {}

  static async start(): Promise<LetterScene> {
    const app = await startApp();
    const people = await usualPeople(app);
    const admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    const given = { as: people.guest, path: { code: GUEST } };
    const numberPattern = '{kode}-{nomor}/{klasifikasi}/{bulan-romawi}/{tahun}';
    const codes = { numberCode: 'WP.13.PAS.7', classificationCode: 'PK.01.08', copies: ['Kepala Kanwil'] };
    const papers = { version: 1, letterhead: ['KOP LAMA'], numberPattern, ...codes };
    await api(app)
      .patch('/api/units/{code}/papers', { ...given, body: papers })
      .expect(200);
    const signer = { kind: 'head', name: 'Agus', position: 'Kepala Bapas', nip: OF_SIGNER } as const;
    await api(app)
      .post('/api/units/{code}/papers/signers', { ...given, body: { ...signer, fromOn: '2024-01-01' } })
      .expect(201);
    return new LetterScene(app, people, admin);
  }

  /** Another visit that was agreed upon, on the next weekday of November 2025. */
  async newVisit(): Promise<void> {
    const { guest, host } = this.people;
    const sari = {
      name: 'Sari',
      nip: NIP,
      rank: 'III/c',
      position: 'Kasubsi',
      side: 'guest',
      role: 'leader',
    };
    const date = `2025-11-${String(this.weekday).padStart(2, '0')}`;
    this.weekday += this.weekday % 7 === 0 ? 3 : 1;
    const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` };
    this.visit = await confirmed(this.app, guest, host, { participants: [sari], ...times });
  }

  add = (as: Header, body: Partial<NewLetter> = {}) =>
    api(this.app).post('/api/visits/{id}/letters', {
      ...{ as, path: { id: this.visit.id } },
      body: { ...assignment, ...body },
    });
  added = async (as: Header, body: Partial<NewLetter> = {}): Promise<Letter> =>
    (await this.add(as, body).expect(201)).body;
  change = (as: Header, { id }: Letter, body: Shown<'ChangeLetterBody'>) =>
    api(this.app).patch('/api/letters/{id}', { as, path: { id }, body });
  register = async (as: Header): Promise<Letter[]> =>
    (
      await api(this.app)
        .get('/api/visits/{id}/letters', { as, path: { id: this.visit.id } })
        .expect(200)
    ).body.items;
  send = (as: Header, { id, version }: Letter) =>
    api(this.app).post('/api/letters/{id}/send', { as, path: { id }, body: { version } });
  remove = (as: Header, { id, version }: Letter) =>
    api(this.app).delete('/api/letters/{id}', { as, path: { id }, query: { version } });
  shownVisit = async () =>
    (
      await api(this.app)
        .get('/api/visits/{id}', { as: this.people.guest, path: { id: this.visit.id } })
        .expect(200)
    ).body;
  page = (by: Header, path = '') =>
    request(this.app.server)
      .get(`/kunjungan/${this.visit.id}${path}`)
      .set(by)
      .set('accept', 'text/html')
      .expect(200);
  post = (by: Header, path: string, form: object) =>
    request(this.app.server)
      .post(`/kunjungan/${this.visit.id}/surat${path}`)
      .set(by)
      .set('accept', 'text/html')
      .type('form')
      .send(form);
}
