import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';
import { api, wrong, type Shown } from './api-client.js';

/** A feed as the API answers it when it is made, with the path of its secret address. */
export type IssuedFeed = Shown<'IssuedFeedView'> & { path: string };

/** Makes a feed; a scope alone, or all that may be said of one. */
export async function subscribeTo(app: TestApp, by: Header, wanted: string | object): Promise<IssuedFeed> {
  const body = typeof wanted === 'string' ? { scope: wanted } : wanted;
  const answer = await api(app)
    .post('/api/feeds', { as: by, body: wrong(body) })
    .expect(201);
  const issued = answer.body;
  expect(issued.url).toMatch(/^http:\/\/sambang\.test\/feeds\/[\w-]{43}\.ics$/);
  return { ...issued, path: new URL(issued.url).pathname };
}

export const readFeed = async (app: TestApp, path: string): Promise<string> =>
  (await request(app.server).get(path).expect(200)).text;

export const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

export const uids = (text: string) => events(text).map((event) => event.getFirstPropertyValue('uid'));

/** The days that a calendar program makes of an object: the master's occurrences, with what stands instead of some. */
export function occurrences(text: string): string[][] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [master, ...exceptions] = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(master as ICAL.Component, { exceptions });
  const iterator = event.iterator();
  const found: string[][] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    found.push([startDate, endDate].map((time) => new Date(time.toUnixTime() * 1000).toISOString()));
  }
  return found;
}
