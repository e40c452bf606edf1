import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { newId } from '../src/platform/text/tokens.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';

const PAGE = '/kalender/saya';
let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const get = (by: Header, at = PAGE) => request(app.server).get(at).set(by).set('accept', 'text/html');
const send = (by: Header, at: string, fields: object = {}) =>
  request(app.server).post(at).set(by).set('accept', 'text/html').type('form').send(fields);
const addressIn = (page: string): string =>
  new URL(/value="(http[^"]*\/feeds\/[^"]+)"/.exec(page)?.[1] ?? '').pathname;
const wanted = (fields: object = {}) => ({ id: newId(), scope: 'me', shows: 'visits', ...fields });

describe('One’s own calendar', () => {
  test('gives an address once: to tap, to scan and to copy', async () => {
    const form = wanted();
    const made = await send(people.guest, PAGE, form).expect(200);
    const path = addressIn(made.text);
    await request(app.server).get(path).expect(200);
    for (const place of [
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
      'webcal:',
      'data:image/svg',
    ]) {
      expect(made.text).toContain(place);
    }
    expect(made.headers['cache-control']).toBe('no-store');
    // Loading the answer again sends the form again.
    await send(people.guest, PAGE, form).expect(303).expect('location', `${PAGE}?info=sudah`);
    const list = await get(people.guest).expect(200);
    expect(list.text).not.toContain(path);
    expect(list.text.match(/ action="[^"]*\/cabut"/g)).toHaveLength(1);
    expect(list.text).toContain('Terakhir dibaca Senin, 20 Oktober 2025, pukul 08.00 WIB');
  });

  test('changes an address and revokes it, for its owner alone', async () => {
    const form = wanted();
    const first = addressIn((await send(people.host, PAGE, form).expect(200)).text);
    await send(people.guest, `${PAGE}/${form.id}/ganti`).expect(404);
    await send(people.guest, `${PAGE}/${form.id}/cabut`).expect(404);
    const second = addressIn((await send(people.host, `${PAGE}/${form.id}/ganti`).expect(200)).text);
    await request(app.server).get(first).expect(404);
    await request(app.server).get(second).expect(200);
    await send(people.host, `${PAGE}/${form.id}/cabut`).expect(303).expect('location', `${PAGE}?info=cabut`);
    await request(app.server).get(second).expect(404);
  });

  test('takes filters, one or many of a name, and one visit', async () => {
    const program = 'akselerasi-2';
    await send(people.guest, PAGE, wanted({ states: 'confirmed', programs: [program] })).expect(200);
    const visit = await requested(app, people.guest, {});
    const form = await get(people.guest, `${PAGE}?visit=${visit.id}`).expect(200);
    expect(form.text).toContain('Kalender kunjungan ini');
    expect(form.text).not.toMatch(/value="(?:me|unit|busy)"/);
    await send(people.guest, PAGE, wanted({ scope: 'visit', visit: visit.id })).expect(200);
    const list = await get(people.guest);
    expect(list.text).toContain('hanya yang sudah pasti · 1 program');
    expect(list.text).toContain(`Kunjungan ${visit.reference}`);
    const own = (await get(people.guest, `${PAGE}?visit=${visit.id}`)).text;
    expect([own.match(/ action="[^"]*\/cabut"/g)?.length, own.includes('1 program')]).toEqual([1, false]);
    await get(people.stranger, `${PAGE}?visit=${visit.id}`).expect(404);
    await get(people.guest, `${PAGE}?visit=x`).expect(404);
  });

  test('is found from the page of a visit that is still to come', async () => {
    const { id } = await requested(app, people.guest, {});
    expect((await get(people.host, `/kunjungan/${id}`)).text).toContain(`href="${PAGE}?visit=${id}"`);
    const draft = await create(app, people.guest);
    expect((await get(people.guest, `/kunjungan/${draft.id}`)).text).not.toContain(`${PAGE}?visit=`);
  });

  test('offers and makes only what one belongs to', async () => {
    expect((await get(people.guest)).text).not.toContain('value="region"');
    expect((await get(people.kanwil)).text).not.toContain('value="unit"');
    await send(people.guest, PAGE, wanted({ scope: 'region' })).expect(403);
    await send(people.kanwil, PAGE, wanted({ scope: 'region' })).expect(200);
  });

  test('sets when it reminds', async () => {
    await send(people.guest, `${PAGE}/pengingat`, { alarms: ['60', '1440'] }).expect(303);
    expect((await get(people.guest)).text).toMatch(/value="1440" checked/);
    await send(people.guest, `${PAGE}/pengingat`, { alarms: ['15', '60', '180', '1440'] }).expect(422);
    await send(people.guest, `${PAGE}/pengingat`).expect(303);
    expect((await get(people.guest)).text).not.toMatch(/name="alarms"[^>]* checked/);
  });

  test.each([
    {},
    { id: 'x' },
    { scope: 'semua' },
    { shows: 'busy' },
    { states: 'x' },
    { programs: 'tidak-ada' },
    { programs: '\u0000' },
    { scope: 'visit' },
    { scope: 'visit', visit: newId() },
  ])('refuses %j without failing, and says why', async (fields) => {
    const answer = await send(
      people.guest,
      PAGE,
      'id' in fields || 'shows' in fields ? wanted(fields) : { ...fields },
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain('role="alert"');
  });
});
