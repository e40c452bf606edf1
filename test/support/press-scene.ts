import request from 'supertest';
import sharp from 'sharp';
import { startApp, type TestApp } from './app.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './people.js';
import { confirmed, type Header, type ShownVisit } from './visits.js';

export const GUEST = 'bapas-purwokerto';
export const HOST = 'rutan-banjarnegara';
export const QUOTE = 'Yang kami bawa pulang adalah cara memulai dari lahan kecil.';

/** A visit of the reference case on its day, with an officer and a head of each side. */
export class PressScene {
  visit: ShownVisit;

  private constructor(
    readonly app: TestApp,
    public people: UsualPeople & { guestHead: Header; hostHead: Header },
  ) {}

  static async start(): Promise<PressScene> {
    const app = await startApp();
    const heads = {
      guestHead: await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: GUEST }),
      hostHead: await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: HOST }),
    };
    const scene = new PressScene(app, { ...(await usualPeople(app)), ...heads });
    const { guest, host } = scene.people;
    scene.visit = await confirmed(app, guest, host, {
      topics: ['Ketahanan pangan', 'Kehumasan'],
      programs: ['akselerasi-2'],
      purpose: 'Mempelajari pengelolaan kebun, hubungi 081234567890',
      participants: [
        { name: 'Sari Dewi', position: 'Kepala Bapas', side: 'guest', role: 'leader' },
        { name: 'Budi Santoso', side: 'guest', role: 'member' },
        { name: 'Tono Wijaya', side: 'host', role: 'speaker' },
      ],
    });
    return scene;
  }

  /** Everybody signs in anew after the clock was set. */
  async at(time: string): Promise<void> {
    this.app.clock.set(new Date(time));
    const mails = {
      guest: 'petugas@tamu.test',
      host: 'petugas@tuan.test',
      stranger: 'petugas@lain.test',
      kanwil: 'kanwil@jateng.test',
      guestHead: 'kepala@tamu.test',
      hostHead: 'kepala@tuan.test',
    } as const;
    const signed = await Promise.all(
      Object.entries(mails).map(
        async ([name, email]) => [name, await this.app.signIn(email, PASSWORD)] as const,
      ),
    );
    this.people = Object.fromEntries(signed) as unknown as PressScene['people'];
  }

  /** Another visit on a later day. */
  async newVisit(date: string, body: object = {}): Promise<void> {
    const { guest, host } = this.people;
    this.visit = await confirmed(this.app, guest, host, {
      ...{ startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` },
      topics: ['Kehumasan'],
      participants: [{ name: 'Sari Dewi', side: 'guest', role: 'leader' }],
      ...body,
    });
  }

  path = (rest = ''): string => `/kunjungan/${this.visit.id}/siaran-pers${rest}`;

  open = (by: Header, rest = '') =>
    request(this.app.server).get(this.path(rest)).set(by).set('accept', 'text/html');

  post = (by: Header, rest: string, form: object) =>
    request(this.app.server).post(this.path(rest)).set(by).set('accept', 'text/html').type('form').send(form);

  /** What stands in the field of a form. */
  body = async (by: Header, rest: string): Promise<string> => {
    const { text } = await this.open(by, rest).expect(200);
    const [, body = ''] = /<textarea[^>]*id="body"[^>]*>([^<]*)</.exec(text) ?? [];
    return unescaped(body);
  };

  async photo(by: Header, text: string): Promise<string> {
    const content = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer();
    const answer = await request(this.app.server)
      .post(`/api/visits/${this.visit.id}/entries/photos`)
      .set(by)
      .field({ clearance: 'ya', text })
      .attach('photo', content, 'a.jpg')
      .expect(201);
    return (answer.body as { id: string }).id;
  }

  /** The addresses of the quote links that were mailed, the newest last. */
  async mailedLinks(): Promise<{ email: string; path: string }[]> {
    const rows = await this.app.database.query<{ email: string; text: string }>(
      `SELECT recipient_email AS email, body_text AS text FROM mail WHERE key LIKE 'press-quote:%' ORDER BY position`,
    );
    return rows.map(({ email, text }) => ({ email, path: /\/kutipan\/[\w-]{43}/.exec(text)?.[0] ?? '' }));
  }
}

export const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
