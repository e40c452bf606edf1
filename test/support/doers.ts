import request from 'supertest';
import { START, startApp, type TestApp } from './app.js';
import { signedIn } from './people.js';
import type { Header } from './visits.js';

/** Units of three regions and zones, each with the regional office over it. */
export const officeOf = {
  'bapas-purwokerto': 'jawa-tengah',
  'rutan-banjarnegara': 'jawa-tengah',
  'rutan-purbalingga': 'jawa-tengah',
  'lapas-kerobokan': 'bali',
  'lapas-abepura': 'papua',
} as const;
export type Unit = keyof typeof officeOf;
export const units = Object.keys(officeOf) as Unit[];
const offices = [...new Set(Object.values(officeOf))];

/** The regional office that an organisation belongs to: that over a unit, or the office itself. */
export const officeOver = (organisation: string): string =>
  organisation in officeOf ? officeOf[organisation as Unit] : organisation.replace('kanwil-', '');

/** Somebody who does things: an officer of a unit, or of a regional office. */
export interface Doer {
  name: string;
  unit: Unit | null;
  header: Header;
}

export interface Known {
  id: string;
  version: number;
  state: string;
  guest: string;
  host: string;
  /** Who was asked to join and has not answered, who has joined. */
  asked: string[];
  joined: string[];
}

/** People of offices, and all that they can do to visits, through the API alone. */
export class Doers {
  /** How often each kind of deed was done, and not refused. */
  readonly done = new Map<string, number>();
  /** The most that each host could receive at once, at any time of a sequence. */
  readonly mostAtOnce = new Map<string, number>();

  private constructor(
    readonly app: TestApp,
    readonly all: readonly Doer[],
    readonly administrator: Header,
  ) {}

  static async begin(): Promise<Doers> {
    const app = await startApp();
    const doers: Doer[] = [];
    for (const unit of units) {
      const header = await signedIn(app, { email: `petugas@${unit}.test`, role: 'officer', unit });
      doers.push({ name: unit, unit, header });
    }
    for (const office of offices) {
      const by = { email: `kanwil@${office}.test`, role: 'regional', regionalOffice: office } as const;
      doers.push({ name: office, unit: null, header: await signedIn(app, by) });
    }
    const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    await app.database.query('UPDATE regional_office SET approves_across = true');
    return new Doers(app, doers, administrator);
  }

  /** Sets everything back to before the first deed. */
  async restart(): Promise<void> {
    this.app.clock.set(START);
    this.mostAtOnce.clear();
    for (const sql of [
      'DELETE FROM trip',
      'DELETE FROM visit',
      'DELETE FROM closed_day',
      'DELETE FROM unit_change',
      'UPDATE unit SET active = true, closed_on = NULL, successor = NULL, heir = code WHERE closed_on IS NOT NULL',
      'UPDATE hosting_policy SET capacity = 1',
    ])
      await this.app.database.query(sql);
    await this.app.settle();
  }

  /** Does it through the API; a refusal is fine, a failure of ours is not. */
  async send(what: string, method: 'post' | 'patch', path: string, by: Header, body: object): Promise<void> {
    const answer = await request(this.app.server)[method](path).set(by).send(body);
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    if (answer.status < 300) this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  /** Mostly somebody of the place, now and then anybody. */
  as(place: string | undefined, doer: Doer, isAnybody: boolean): Header {
    const found = isAnybody ? undefined : this.all.find(({ name }) => name === place);
    return (found ?? doer).header;
  }

  visits(): Promise<Known[]> {
    return this.app.database.query<Known>(
      `SELECT id, version, state, guest_unit AS guest, host_unit AS host,
         ARRAY(SELECT organisation FROM visit_guest WHERE visit_id = visit.id AND answer = 'asked' ORDER BY 1) AS asked,
         ARRAY(SELECT organisation FROM visit_guest WHERE visit_id = visit.id AND answer = 'joined' AND NOT is_leading ORDER BY 1) AS joined
       FROM visit ORDER BY created_at, id`,
    );
  }

  /** A change of how a unit receives guests, which names whom it displaces once it is told. */
  async change(what: string, unit: Unit, body: (policy: object) => object): Promise<void> {
    const path = `/api/units/${unit}`;
    const by = this.administrator;
    const { body: shown } = (await request(this.app.server).get(path).set(by)) as {
      body: { version: number; hostingPolicy: object };
    };
    const whole = { version: shown.version, ...body(shown.hostingPolicy) };
    const asked = await request(this.app.server).patch(path).set(by).send(whole);
    const { displaced } = asked.body as { displaced?: { id: string }[] };
    const seen = asked.status === 409 ? { displaced: displaced?.map(({ id }) => id) } : {};
    if (asked.status < 300) this.done.set(what, (this.done.get(what) ?? 0) + 1);
    else await this.send(what, 'patch', path, by, { ...whole, ...seen });
  }

  /** Ends a unit, with the visits that this touches named once they are told. */
  async endUnit(what: string, change: object): Promise<void> {
    const path = '/api/unit-changes';
    const asked = await request(this.app.server).post(path).set(this.administrator).send(change);
    const { visits } = asked.body as { visits?: { id: string }[] };
    if (asked.status < 300) this.done.set(what, (this.done.get(what) ?? 0) + 1);
    else {
      const seen = asked.status === 409 ? { seen: visits?.map(({ id }) => id) } : {};
      await this.send(what, 'post', path, this.administrator, { ...change, ...seen });
    }
  }
}
