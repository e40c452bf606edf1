import type { TestApp } from './app.js';
import { api, type Shown } from './api-client.js';

export type Header = { authorization: string };

/** A visit as the API answers it. */
export type ShownVisit = Shown<'VisitView'>;

/** The reference case's day: Thursday 30 October 2025, 09.00–12.00 WIB. */
export const visitBody = {
  guestUnit: 'bapas-purwokerto',
  hostUnit: 'rutan-banjarnegara',
  kind: 'study-visit',
  title: 'Ketahanan pangan dan kehumasan',
  startsAt: '2025-10-30T09:00:00+07:00',
  endsAt: '2025-10-30T12:00:00+07:00',
} as const;

export async function create(app: TestApp, by: Header, body: object = {}): Promise<ShownVisit> {
  const answer = await api(app)
    .post('/api/visits', { as: by, body: { ...visitBody, ...body } })
    .expect(201);
  return answer.body;
}

/** Takes a step and expects a status; the answer is the visit, or the problem. */
export async function step<Answer = ShownVisit>(
  app: TestApp,
  by: Header,
  visit: { id: string; version: number },
  name: string,
  input: object = {},
  status = 200,
): Promise<Answer> {
  const answer = await api(app).post('/api/visits/{id}/{step}', {
    as: by,
    path: { id: visit.id, step: name },
    // As from a page, where whoever completes a visit before its end has said that it is over.
    body: { version: visit.version, ...(name === 'complete' ? { early: true } : {}), ...input },
  });
  if (answer.status !== status) {
    throw new Error(`${name}: ${answer.status} instead of ${status}: ${answer.text}`);
  }
  return answer.body as Answer;
}

/** A visit that was requested. */
export async function requested(app: TestApp, guest: Header, body: object = {}): Promise<ShownVisit> {
  return step(app, guest, await create(app, guest, body), 'submit');
}

/** A visit that the host accepted. */
export async function confirmed(
  app: TestApp,
  guest: Header,
  host: Header,
  body: object = {},
): Promise<ShownVisit> {
  return step(app, host, await requested(app, guest, body), 'accept');
}
