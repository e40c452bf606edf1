import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
let document: OpenAPIObject;

beforeAll(async () => {
  app = await startApp();
  const answer = await request(app.server).get('/api/openapi.json').expect(200);
  document = answer.body as OpenAPIObject;
});
afterAll(() => app.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    (['get', 'put', 'post', 'delete', 'patch'] as const).flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ name: `${method} ${path}`, operation }] : [];
    }),
  );

describe('/api/openapi.json', () => {
  test('names each operation once and tells how it succeeds and how it refuses', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['post /api/session', 'post /api/visits', 'get /api/visits/{id}']),
    );
    for (const { operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      expect(statuses).toContain('default');
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      expect(operation.responses['default']).toHaveProperty(['content', 'application/problem+json']);
    }
  });

  test('asks for a sign-in but where the route is public', () => {
    const open = operations().filter(({ operation }) => operation.security?.length === 0);
    const names = open.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['post /api/session', 'get /health/live']));
    expect(names).not.toContain('get /api/me');
    expect(document.security).toEqual([{ bearer: [] }, { session: [] }]);
  });
});

describe('/api/docs', () => {
  const pieces = /(?:src|href)="([^"]+)"/g;

  test('is a page whose every piece comes from this host, and which may load nothing else', async () => {
    const page = await request(app.server)
      .get('/api/docs')
      .expect(200)
      .expect('content-type', /text\/html/);
    const policy = page.headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:/);
    // Inline scripts are not allowed, so the page must have none.
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);

    const addresses = [...page.text.matchAll(pieces)].map(([, address]) => address as string);
    expect(addresses).toEqual(expect.arrayContaining([expect.stringContaining('swagger-ui-bundle.js')]));
    for (const address of addresses) {
      const url = new URL(address, 'http://sambang.test/api/docs');
      expect(url.host).toBe('sambang.test');
      const piece = await request(app.server).get(url.pathname).expect(200);
      expect(piece.headers['content-security-policy']).toBe(policy);
    }
  });

  test('asks no validator on another host', async () => {
    const { text } = await request(app.server).get('/api/docs/swagger-ui-init.js').expect(200);
    expect(text).toContain('"validatorUrl": null');
  });

  test('leaves the policy of everything else as it is', async () => {
    const docs = await request(app.server).get('/api/docs');
    const other = await request(app.server).get('/health/live').expect(200);
    expect(other.headers['content-security-policy']).toBeDefined();
    expect(other.headers['content-security-policy']).not.toBe(docs.headers['content-security-policy']);
  });

  test('answers what it does not have with a problem', async () => {
    for (const path of ['/api/docs/LICENSE', '/api/docs/none.js', '/api/docs/..%2fpackage.json']) {
      const { status, type } = await request(app.server).get(path);
      expect({ path, status, type }).toEqual({ path, status: 404, type: 'application/problem+json' });
    }
  });
});
