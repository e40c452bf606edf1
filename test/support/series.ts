import type { TestApp } from './app.js';
import { api, type Shown } from './api-client.js';
import type { Header } from './visits.js';

export type Series = Shown<'SeriesView'>;

export const recurrence = { frequency: 'monthly', every: 1, ordinal: 1, until: '2026-03-31' } as const;

let serial = 0;

/** The first Tuesday of every month from November 2025 to March 2026, 09.00 to 11.00 WIB. */
export const seriesBody = (change: object = {}) => ({
  hostUnit: 'rutan-banjarnegara',
  title: `Rapat koordinasi ${(serial += 1)}`,
  purpose: 'Menyamakan data klien',
  startsAt: '2025-11-04T09:00:00+07:00',
  endsAt: '2025-11-04T11:00:00+07:00',
  recurrence,
  participants: [
    { name: 'Sari', email: 'sari@contoh.test', side: 'guest' as const, role: 'leader' as const },
  ],
  ...change,
});

export const madeSeries = async (app: TestApp, by: Header, change: object = {}): Promise<Series> =>
  (
    await api(app)
      .post('/api/series', { as: by, body: seriesBody(change) })
      .expect(201)
  ).body;

export const readSeries = async (app: TestApp, as: Header, id: string): Promise<Series> =>
  (await api(app).get('/api/series/{id}', { as, path: { id } }).expect(200)).body;

/** Takes a step on dates as they stand; what became of each. */
export async function takeOn(app: TestApp, as: Header, series: Series, name: string, input: object = {}) {
  const { version } = await readSeries(app, as, series.id);
  const path = { id: series.id, step: name };
  const answer = await api(app)
    .post('/api/series/{id}/{step}', { as, path, body: { version, ...input } })
    .expect(200);
  return answer.body.items;
}
