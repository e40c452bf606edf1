import { connect, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { startApp, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { usualPeople } from './support/people.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let feed: string;
const logged = jest.spyOn(Logger.prototype, 'error');

beforeAll(async () => {
  app = await startApp();
  ({ guest } = await usualPeople(app));
  feed = (await subscribeTo(app, guest, 'unit')).path;
  await app.app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());
beforeEach(() => void logged.mockClear());

const form = 'title=Ketahanan+pangan&hostUnit=rutan-banjarnegara';
const bodies = {
  nothing: '',
  whole: `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`,
  half: `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n${form}`,
  parts:
    'Content-Type: multipart/form-data; boundary=xx\r\nContent-Length: 900\r\n\r\n--xx\r\n' +
    'content-disposition: form-data; name="title"\r\n\r\nKetahanan',
};

/** Asks for something, and leaves after so many milliseconds whether it came or not. */
async function leaveAfter(ms: number, line: string, body: keyof typeof bodies): Promise<void> {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `${line} HTTP/1.1\r\nHost: sambang.test\r\nAuthorization: ${guest.authorization}\r\nAccept: text/html\r\n` +
      `Accept-Encoding: br\r\n${bodies[body] || '\r\n'}`,
  );
  await setTimeout(ms);
  socket.destroy();
}

// What is uncaught ends a server, and fails a test by itself.
test.each([
  ['POST /kunjungan/baru', 'whole'],
  ['POST /kunjungan/baru', 'half'],
  ['POST /kunjungan/baru', 'parts'],
  ['GET /', 'nothing'],
  ['GET /bantuan/petugas', 'nothing'],
  ['GET /tidak-ada', 'nothing'],
  ['GET the feed', 'nothing'],
  ['GET /sinergi/unduh.xlsx', 'nothing'],
  ['GET /api/visits', 'nothing'],
] as const)(
  'whoever leaves in the middle of %s with %s of a body stops and reports nothing',
  async (line, body) => {
    const moments = Array.from({ length: 40 }, (_, n) => n * 1.5);
    const asked = line.replace('the feed', feed);
    for (const ms of moments) await leaveAfter(ms, asked, body);
    await setTimeout(100);
    await api(app).get('/health/live').expect(200);
    expect(logged.mock.calls).toEqual([]);
  },
);
