import request from 'supertest';
import { agendaVersion, session, wib } from './agendas.js';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';

const agendaOf = (visitId: string): string => `/api/visits/${visitId}/agenda`;

export async function saveAgenda(app: TestApp, by: Header, visitId: string): Promise<void> {
  const times = { startsAt: wib('09:00', '2025-10-29'), endsAt: wib('10:00', '2025-10-29') };
  const items = [session('09:00', '10:00', 'Penerimaan tamu', { place: 'Lobi', ...times })];
  await request(app.server)
    .put(agendaOf(visitId))
    .set(by)
    .send({ version: await agendaVersion(app, visitId), items })
    .expect(200);
}

export async function publish(app: TestApp, by: Header, visitId: string): Promise<void> {
  await request(app.server)
    .post(`${agendaOf(visitId)}/publish`)
    .set(by)
    .send({ version: await agendaVersion(app, visitId) })
    .expect(200);
}
