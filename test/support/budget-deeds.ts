import request from 'supertest';
import { BOOKING, filledBooking } from './booking.js';
import { person, type BudgetScene } from './budget-scene.js';
import { formsOf } from './page-forms.js';
import { create, requested, visitBody, type Header } from './visits.js';

/** Something that somebody does, and most ways to the database and back, one after the other, that it may take. */
export interface Deed {
  name: string;
  trips: number;
  /** Gets ready for the deed, for the nth time; what it returns is the deed itself, with the status that is expected. */
  prepare: (n: number) => Promise<{ send: () => request.Test; status: number }>;
}

const party = Array.from({ length: 20 }, (_, i) => person(100 + i));
const at = (day: number) => ({
  startsAt: `2025-11-${day}T09:00:00+07:00`,
  endsAt: `2025-11-${day}T12:00:00+07:00`,
});

/** The rows of the agenda's editor as a browser sends them. */
const sessions = (version: number, title: string) => ({
  version,
  ...{ id: '', was: '', day: '2025-10-30', from: '09:00', minutes: '30', title, kind: 'discussion' },
  ...{ place: '', persons: '', speaker: '', note: '' },
});

/** What people do most. */
export function deedsOf({ app, guest, host, visit, ownPath }: BudgetScene): Deed[] {
  const sendJson = (path: string, by: Header, body: object) =>
    request(app.server).post(path).set(by).send(body);
  const sendForm = (path: string, by: Header | null, body: object) =>
    request(app.server)
      .post(path)
      .set('accept', 'text/html')
      .set(by ?? {})
      .type('form')
      .send(body);
  const form = async (path: string, by: Header, action: RegExp, fields: object = {}) => {
    const html = (await request(app.server).get(path).set('accept', 'text/html').set(by)).text;
    const button = formsOf(html, path).flatMap(({ hidden, buttons }) =>
      buttons.filter((each) => action.test(each.action)).map((each) => ({ hidden, ...each })),
    )[0];
    if (!button) throw new Error(`no form to ${action} on ${path}`);
    const { hidden, pair } = button;
    const body = { ...Object.fromEntries([...hidden, ...(pair ? [pair] : [])]), ...fields };
    return { send: () => sendForm(button.action, by, body), status: 303 };
  };
  const api = (path: string, by: Header, body: object, status: number) =>
    Promise.resolve({ send: () => sendJson(path, by, body), status });
  return [
    {
      name: 'a draft with 20 people, by the API',
      trips: 5,
      prepare: (n) => api('/api/visits', guest, { ...visitBody, ...at(11 + n), participants: party }, 201),
    },
    {
      name: 'sending it',
      trips: 6,
      prepare: async (n) => {
        const { id, version } = await create(app, guest, { ...at(11 + n), participants: party });
        return api(`/api/visits/${id}/submit`, guest, { version }, 200);
      },
    },
    {
      name: 'saying yes to it',
      trips: 8,
      prepare: async (n) => {
        const { id, version } = await requested(app, guest, { ...at(11 + n), participants: party });
        return api(`/api/visits/${id}/accept`, host, { version }, 200);
      },
    },
    {
      name: 'one participant, by the API',
      trips: 5,
      prepare: (n) => api(`/api/visits/${visit.id}/participants`, guest, person(200 + n), 201),
    },
    {
      name: 'a request of the booking page, with its party',
      trips: 8,
      prepare: (n) =>
        Promise.resolve({
          send: () => sendForm(BOOKING, guest, filledBooking({ waktu: `2025-11-0${5 + n}T09:00` })),
          status: 303,
        }),
    },
    {
      name: 'the yes of its page',
      trips: 10,
      prepare: async (n) => {
        const { id } = await requested(app, guest, { ...at(18 + n), participants: party });
        return form(`/kunjungan/${id}`, host, /accept$/);
      },
    },
    {
      name: 'one participant, by the page',
      trips: 5,
      prepare: (n) =>
        form(`/kunjungan/${visit.id}/peserta`, guest, /peserta$/, {
          ...person(300 + n),
          role: 'member',
        }),
    },
    {
      name: 'an agenda',
      trips: 5,
      prepare: (n) =>
        Promise.resolve({
          send: () => sendForm(`/kunjungan/${visit.id}/acara`, host, sessions(n, `Sesi ${n}`)),
          status: 303,
        }),
    },
    {
      name: 'an answer by a link',
      trips: 3,
      prepare: (n) =>
        Promise.resolve({
          send: () => sendForm(ownPath, null, { answer: ['accepted', 'tentative'][n] }),
          status: 303,
        }),
    },
    {
      name: 'a summary',
      trips: 3,
      prepare: (n) => {
        const said = { outcomes: `Hasil ${n}`, decisions: '', notes: '', links: '' };
        const sent = { version: n, aksi: 'simpan', ...said };
        return Promise.resolve({
          send: () => sendForm(`/kunjungan/${visit.id}/ringkasan`, guest, sent),
          status: 303,
        });
      },
    },
  ];
}
