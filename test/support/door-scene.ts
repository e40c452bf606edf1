import request from 'supertest';
import { FindCheckInFacts } from '../../src/check-in/queries/check-in-facts.js';
import { CheckInCodes } from '../../src/check-in/use-cases/check-in-codes.js';
import { startApp, type TestApp } from './app.js';
import { usualPeople } from './people.js';
import { confirmed, type Header, type ShownVisit } from './visits.js';

/** Somebody of the guest's party. */
export const person = (name: string, more: object = {}) => ({ name, side: 'guest', role: 'member', ...more });

/** The session in the forms of a page at the door. */
export const sessionIn = (text: string): string =>
  /name="session" value="([\w-]+)"/.exec(text)?.[1] ?? 'no session';

export type DoorScene = Awaited<ReturnType<typeof doorScene>>;

/** An application with visits, each on a day of its own, and what people do at their doors. */
export async function doorScene() {
  const app: TestApp = await startApp({ RATE_LIMIT: '30' });
  const { guest, host, stranger } = await usualPeople(app);
  let visit: ShownVisit;
  let count = 0;
  /** A visit on a day of its own, so that none is in the way of another. */
  async function begin(people: object[]): Promise<ShownVisit> {
    // Mondays to Thursdays, whose hours are the same.
    const begun = new Date(Date.UTC(2025, 10, 3 + Math.floor(count / 4) * 7 + (count % 4)));
    count += 1;
    const date = begun.toISOString().slice(0, 10);
    visit = await confirmed(app, guest, host, {
      participants: people,
      startsAt: `${date}T09:00:00+07:00`,
      endsAt: `${date}T12:00:00+07:00`,
    });
    at('08:50');
    return visit;
  }
  const at = (time: string, days = 0): void => {
    const date = new Date(new Date(visit.startsAt).getTime() + days * 86_400_000).toISOString().slice(0, 10);
    app.clock.set(new Date(`${date}T${time}:00+07:00`));
  };
  const door = (rest: string) => `/kunjungan/${visit.id}/hari-ini/${rest}`;
  const open = (path: string, by: object = {}) =>
    request(app.server)
      .get(path)
      .set(by as Header)
      .set('accept', 'text/html');
  const post = (path: string, fields: object, by: object = {}) =>
    request(app.server)
      .post(path)
      .set(by as Header)
      .set('accept', 'text/html')
      .type('form')
      .send(fields);

  /** The address that a picture of a page leads to. */
  async function codeOf(rest: 'qr' | 'qr-cetak'): Promise<string> {
    const { text } = await open(door(rest), host).expect(200);
    if (!text.includes('data:image/svg+xml')) throw new Error('No picture of a code');
    const codes = app.app.get(CheckInCodes);
    const facts = await app.app.get(FindCheckInFacts).of(visit.id);
    if (!facts) throw new Error('No such visit');
    const address = rest === 'qr' ? codes.screenAddress(facts) : codes.paperAddress(facts);
    return new URL(address).pathname;
  }
  async function scan(path?: string): Promise<{ path: string; session: string; text: string }> {
    const at = path ?? (await codeOf('qr'));
    const { text } = await open(at).expect(200);
    return { path: at, session: sessionIn(text), text };
  }
  const idOf = (name: string): string => visit.participants.find((each) => each.name === name)?.id ?? '';
  const rows = () =>
    app.database.query<{ name: string; attendance: string | null; at: Date | null }>(
      'SELECT name, attendance, attendance_at AS at FROM visit_participant WHERE visit_id = $1 ORDER BY name',
      [visit.id],
    );
  const attendance = async () => Object.fromEntries((await rows()).map((row) => [row.name, row.attendance]));
  const personalCode = async (name: string): Promise<string> => {
    const facts = await app.app.get(FindCheckInFacts).of(visit.id);
    return facts ? app.app.get(CheckInCodes).personalCode(facts, idOf(name)) : '';
  };
  const factsOf = () => app.app.get(FindCheckInFacts).of(visit.id);
  /** The path that the screen would show now, also where nobody may see it. */
  const screenPath = async (): Promise<string> => {
    const facts = await factsOf();
    return facts ? new URL(app.app.get(CheckInCodes).screenAddress(facts)).pathname : '';
  };
  return {
    ...{ app, guest, host, stranger, begin, at, door, open, post, codeOf, scan, idOf, rows, attendance },
    ...{ personalCode, screenPath },
    get visit() {
      return visit;
    },
  };
}
