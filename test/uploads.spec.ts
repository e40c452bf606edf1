import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { apiDocument } from '../src/platform/http/api-document.js';
import { startApp, type TestApp } from './support/app.js';
import { emails, pageExamples, pageRoutes } from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import type { Header } from './support/visits.js';

const BOUNDARY = 'batas';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

const part = (headers: string, content = 'x'): string => `--${BOUNDARY}\r\n${headers}\r\n\r\n${content}\r\n`;
const file = (field: string, name: string): string =>
  part(
    `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/pdf`,
  );
const END = `--${BOUNDARY}--\r\n`;

/** Bodies that a broken phone connection or a broken program sends: content type, body. */
const broken: Record<string, [type: string, body: string | Buffer]> = {
  'no boundary': ['multipart/form-data', 'x'],
  'an empty boundary': ['multipart/form-data; boundary=', 'x'],
  nothing: [TYPE, ''],
  'no part': [TYPE, 'x'],
  'an end only': [TYPE, END],
  'an end in the midst of a file': [TYPE, file('file', 'a.pdf').slice(0, -10)],
  'an end after a file': [TYPE, file('file', 'a.pdf')],
  'an end in the midst of headers': [TYPE, `--${BOUNDARY}\r\nContent-Disposition: form-da`],
  'a part without headers': [TYPE, `${part('')}${END}`],
  'a part without a name': [TYPE, `${part('Content-Disposition: form-data')}${END}`],
  'headers that are none': [TYPE, `${part('nothing here')}${END}`],
  'very long headers': [TYPE, `${part(`X: ${'x'.repeat(100_000)}`)}${END}`],
  'a name of an object': [TYPE, `${part('Content-Disposition: form-data; name="__proto__"')}${END}`],
  'a file named as an object': [TYPE, `${file('constructor', 'a.pdf')}${END}`],
  'a NUL in a name': [TYPE, `${file('file', 'a\0b.pdf')}${END}`],
  'half a character in a name': [TYPE, Buffer.from(`${file('file', 'a\xff\xfe.pdf')}${END}`, 'latin1')],
  'a path for a name': [TYPE, `${file('file', '../../etc/passwd')}${END}`],
  'many files': [TYPE, `${file('file', 'a.pdf').repeat(50)}${END}`],
  'many fields': [TYPE, `${part('Content-Disposition: form-data; name="a"').repeat(2000)}${END}`],
  'a wrong field': [TYPE, `${file('other', 'a.pdf')}${END}`],
  'text in place of a file': [TYPE, `${part('Content-Disposition: form-data; name="file"', '%PDF-')}${END}`],
  'an encoded part': [
    TYPE,
    `${part('Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Transfer-Encoding: base64', '=')}${END}`,
  ],
  'JSON that is none': [
    TYPE,
    `${part('Content-Disposition: form-data; name="a"\r\nContent-Type: application/json', '{')}${END}`,
  ],
};

let app: TestApp;
let signedIn: Header;
/** Addresses of everything that takes a body, with ids of what stands where there is an example. */
let targets: { method: 'post' | 'put' | 'patch'; path: string; takesFiles: boolean }[];

beforeAll(async () => {
  app = await startApp();
  const examples = await pageExamples(app);
  signedIn = await app.signIn(emails.host, PASSWORD);
  const idOf = (route: string): string => {
    const example = examples[route];
    return typeof example === 'object' ? (example.path.split('/')[2] ?? '') : '';
  };
  const ids: Record<string, string> = {
    visits: idOf('/kunjungan/:id/acara'),
    kunjungan: idOf('/kunjungan/:id/acara'),
    notes: idOf('/praktik-baik/:id'),
    'praktik-baik': idOf('/praktik-baik/:id'),
    'follow-ups': idOf('/tindak-lanjut/:id'),
    'tindak-lanjut': idOf('/tindak-lanjut/:id'),
  };
  const filled = (path: string): string => {
    const id = Object.entries(ids).find(([name]) => path.split('/').includes(name))?.[1];
    return path
      .replace(/\{id\}|:id\b/, id ?? '01a20ba9-e725-779c-8d72-a69ab77e1012')
      .replaceAll(/\{\w+\}|:\w+/g, 'x');
  };
  const { paths } = apiDocument(app.app);
  const api = Object.entries(paths).flatMap(([path, operations]) =>
    (['post', 'put', 'patch'] as const)
      .filter((method) => method in operations)
      .map((method) => ({
        method,
        path: filled(path),
        takesFiles: JSON.stringify(operations[method]?.requestBody ?? {}).includes('multipart/form-data'),
      })),
  );
  const pages = pageRoutes(app, RequestMethod.POST).map((path) => ({
    method: 'post' as const,
    path: filled(path),
    takesFiles: /\/(?:berkas|gambar|foto)$/.test(path),
  }));
  targets = [...api, ...pages].filter(({ path }) => !/session$|keluar$/.test(path));
});
afterAll(() => app.close());

const send = (method: 'post' | 'put' | 'patch', path: string, type: string, body: string | Buffer) =>
  request(app.server)[method](path).set(signedIn).set('content-type', type).send(body);

test('the routes that take files are known', () => {
  expect(
    targets.filter(({ takesFiles }) => takesFiles).map(({ path }) => path.replace(/[0-9a-f-]{36}/, 'id')),
  ).toEqual(
    expect.arrayContaining([
      '/api/visits/id/files',
      '/api/visits/id/entries/photos',
      '/api/notes/id/files',
      '/api/notes/id/pictures',
      '/api/follow-ups/id/files',
      '/kunjungan/id/berkas',
      '/kunjungan/id/hari-ini/foto',
      '/praktik-baik/id/berkas',
      '/praktik-baik/id/gambar',
      '/tindak-lanjut/id/berkas',
    ]),
  );
});

test.each(Object.entries(broken))(
  '%s is the fault of who sends it, wherever it is sent',
  async (_, [type, body]) => {
    const failures: string[] = [];
    for (const { method, path, takesFiles } of targets) {
      const answer = await send(method, path, type, body).catch((error: unknown) => ({
        status: 599,
        text: String(error),
      }));
      const isClear = takesFiles ? answer.status >= 400 && answer.status < 500 : answer.status < 500;
      if (!isClear) failures.push(`${method} ${path}: ${answer.status}`);
    }
    expect(failures).toEqual([]);
  },
  120_000,
);

test('a body that is cut off is a malformed request in the API', async () => {
  const target = targets.find(({ path }) => /^\/api\/visits\/.*\/files$/.test(path));
  for (const name of ['no boundary', 'an end in the midst of a file', 'no part']) {
    const [type, body] = broken[name] ?? ['', ''];
    const answer = await request(app.server)
      .post(target?.path ?? '')
      .set(signedIn)
      .set('content-type', type)
      .send(body);
    expect([name, answer.status, (answer.body as { code: string }).code]).toEqual([
      name,
      400,
      'malformed-request',
    ]);
  }
});
