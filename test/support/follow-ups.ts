import request from 'supertest';
import type { TestApp } from './app.js';
import { signedIn, usualPeople, type UsualPeople } from './people.js';
import { requested, type Header, type ShownVisit } from './visits.js';
import { api, type Shown } from './api-client.js';

/** A follow-up as the API answers it. */
export type ShownFollowUp = Shown<'FollowUpView'>;

/** Status and code of a refusal. */
export const refusal = ({ status, body }: { status: number; body: unknown }): [number, string] => [
  status,
  (body as { code: string }).code,
];

/** A requested visit of the reference case's units, and ways to promise something after it. */
export interface FollowUpScene extends UsualPeople {
  admin: Header;
  visit: ShownVisit;
  send(by: Header, path: string, body: object): request.Test;
  show(id: string, by?: Header): Promise<Shown<'WholeFollowUpView'>>;
  /** A follow-up of the guest's unit, due on 14 November 2025. */
  promised(more?: object): Promise<ShownFollowUp>;
  done(more?: object): Promise<ShownFollowUp>;
}

export async function followUpScene(app: TestApp): Promise<FollowUpScene> {
  const people = await usualPeople(app);
  const admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const visit = await requested(app, people.guest);
  const send: FollowUpScene['send'] = (by, path, body) =>
    request(app.server).post(`/api/follow-ups${path}`).set(by).send(body);
  const promised: FollowUpScene['promised'] = async (more = {}) => {
    const given = {
      visit: visit.id,
      what: 'Demplot',
      unit: 'bapas-purwokerto',
      person: 'Sari',
      dueOn: '2025-11-14',
    };
    return (await send(people.guest, '', { ...given, ...more }).expect(201)).body as ShownFollowUp;
  };
  return {
    ...people,
    admin,
    visit,
    send,
    promised,
    show: async (id, by = people.guest) =>
      (await api(app).get('/api/follow-ups/{id}', { as: by, path: { id } }).expect(200)).body,
    done: async (more = {}) => {
      const { id } = await promised(more);
      const change = {
        version: 1,
        state: 'done',
        evidence: 'Laporan 12',
        evidenceUrl: 'https://contoh.test/foto',
      } as const;
      const answer = await api(app).patch('/api/follow-ups/{id}', {
        as: people.guest,
        path: { id },
        body: change,
      });
      return answer.body as ShownFollowUp;
    },
  };
}
