import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { codingFor, EncodedBody } from './encoded-body.js';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['X-GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['*', 'br'],
  ['identity', 'identity'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['gzip;q=0.5, identity', 'identity'],
  ['gzip;q=oops', 'identity'],
])('%p is answered by %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});

test('each form has the same bytes, and is made once', async () => {
  const text = 'Kunjungan studi — '.repeat(100);
  const body = new EncodedBody(text);
  const br = await body.as('br');
  const gzip = await body.as('gzip');
  expect([br.coding, brotliDecompressSync(br.bytes).toString()]).toEqual(['br', text]);
  expect([gzip.coding, gunzipSync(gzip.bytes).toString()]).toEqual(['gzip', text]);
  expect((await body.as('br')).bytes).toBe(br.bytes);
  expect(body.size).toBe(Buffer.byteLength(text) + br.bytes.length + gzip.bytes.length);
  expect((await new EncodedBody('short').as('br')).coding).toBe('identity');
});
