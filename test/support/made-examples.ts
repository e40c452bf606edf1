import request from 'supertest';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';

/** Makes something by the API. @returns its id */
export async function made(app: TestApp, path: string, by: Header, body: object): Promise<string> {
  const answer = await request(app.server).post(path).set(by).send(body).expect(201);
  return (answer.body as { id: string }).id;
}

export const PARTNER = 'partner-universitas-jenderal-soedirman';

/** An outside partner that comes along, written down twice. */
export async function partners(app: TestApp, by: Header, visit: string): Promise<void> {
  for (const partnerName of ['Universitas Jenderal Soedirman', 'Unsoed']) {
    await request(app.server)
      .post(`/api/visits/${visit}/guests`)
      .set(by)
      .send({ partnerName, partySize: 2 })
      .expect(201);
  }
}

/** A period with other hours of every unit, and one of a unit. */
export async function periods(app: TestApp, administrator: Header): Promise<[string, string]> {
  const windows = [{ weekday: 1, startsAt: '08:00', endsAt: '14:00' }];
  const season = { name: 'Ramadan 1448 H', from: '2027-02-08', until: '2027-03-09', windows };
  const own = { ...season, name: 'Pekan akreditasi', unit: 'rutan-banjarnegara' };
  const path = '/api/hosting-periods';
  return [await made(app, path, administrator, season), await made(app, path, administrator, own)];
}
