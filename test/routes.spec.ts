import { readFileSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { apiDocument } from '../src/platform/http/api-document.js';
import { ACCESS } from '../src/platform/security/access.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Route {
  method: Method;
  path: string;
  isPublic: boolean;
}

let app: TestApp;
let administrator: Header;
let routes: Route[];

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const { paths } = apiDocument(app.app);
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { security?: unknown[] }>).map(([method, operation]) => ({
      method: method as Method,
      path,
      isPublic: operation.security?.length === 0,
    })),
  );
});
afterAll(() => app.close());

const fill = (path: string, value: string) => path.replace(/\{[^}]+\}/g, encodeURIComponent(value));
const call = ({ method, path }: Route, value: string) => request(app.server)[method](fill(path, value));

describe('every route', () => {
  test('declares who may call it, or why anybody may', () => {
    const { reflector, handlers } = allHandlers();
    const silent = handlers.filter(
      ({ controller, handler }) => !reflector.getAllAndOverride(ACCESS, [handler, controller]),
    );
    expect(handlers.length).toBeGreaterThan(60);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('is closed to whoever is not signed in, unless it is public', async () => {
    const open = routes.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'delete /api/feedback/{token}',
      'delete /api/session',
      'get /api/certificates/{code}',
      'get /api/feedback/{token}',
      'get /feeds/{file}',
      'get /health/live',
      'get /health/ready',
      'post /api/address-changes/{token}',
      'post /api/feedback/{token}',
      'post /api/password-links',
      'post /api/password-links/{token}',
      'post /api/session',
    ]);
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const answer = await call(route, '01a20ba9-e725-779c-8d72-a69ab77e1012');
      expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 401]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  test.each(['x', '00000000-0000-7000-8000-000000000000', '../..', '%00', "';--", '💥', 'a'.repeat(150)])(
    'answers %p for an id without failing',
    async (value) => {
      // Ending the session would leave nothing but 401 for the rest.
      for (const route of routes.filter(({ path }) => path !== '/api/session')) {
        const answer = await call(route, value)
          .set(administrator)
          .send(route.method === 'get' ? undefined : {});
        const isClear = answer.status < 500 && answer.status !== 401;
        expect([route.method, route.path, answer.status, isClear]).toEqual([
          route.method,
          route.path,
          answer.status,
          true,
        ]);
      }
    },
  );
});

/** What may be written without the version that was seen, with the reason. */
const WITHOUT_VERSION: Readonly<Record<string, string>> = {
  'patch /api/visits/{id}/participants/{participantId}':
    'each field stands alone, and only what is sent changes',
  'put /api/visits/{id}/participants/{participantId}/sessions': 'a choice is written whole by one person',
  'put /api/visits/{id}/agenda/questions':
    'the place of each question stands alone, and only what is sent changes',
  'put /api/me/calendar': 'one person’s own',
  'put /api/notes/{id}/comments/{commentId}/answer': 'an answer is given once',
  'put /api/notes/{id}/uses/own': 'says that it is so',
  'put /api/units/{code}/reminders': 'a few switches that are written whole',
  'put /api/sinergi/monthly-report': 'one switch',
};

describe('a change of what several may write', () => {
  const id = '01a20ba9-e725-779c-8d72-a69ab77e1012';

  /** As it is generated from the code. */
  const document = JSON.parse(readFileSync('config/generated/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema | undefined> };
  };

  /** The operations whose body or query has a version, and those that write over something. */
  function versioned(): { route: string; method: Method; path: string; has: boolean }[] {
    const { paths, components } = document;
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => {
        const reference = operation.requestBody?.content['application/json']?.schema.$ref ?? '';
        const schema = components.schemas[reference.split('/').at(-1) ?? ''];
        const inQuery = operation.parameters?.find(({ name }) => name === 'version');
        const has = inQuery?.required === true || (schema?.required ?? []).includes('version');
        const knows = inQuery !== undefined || schema?.properties?.['version'] !== undefined;
        if (!knows && method !== 'put' && method !== 'patch') return [];
        return [{ route: `${method} ${path}`, method: method as Method, path, has }];
      }),
    );
  }

  test('asks for the version that was seen, or says why it need not', () => {
    const without = versioned().filter(({ has }) => !has);
    expect(without.map(({ route }) => route).sort()).toEqual(Object.keys(WITHOUT_VERSION).sort());
  });

  test('is 428 without it', async () => {
    const asking = versioned().filter(({ has }) => has);
    expect(asking.length).toBeGreaterThan(15);
    for (const { route, method, path } of asking) {
      const answer = await call({ method, path, isPublic: false }, id).set(administrator).send({});
      const { code } = answer.body as { code?: string };
      expect([route, answer.status, code]).toEqual([route, 428, 'version-required']);
    }
  });
});

interface Schema {
  required?: string[];
  properties?: Record<string, unknown>;
}

interface Operation {
  parameters?: { name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

describe('bodies that are none', () => {
  const writing = () =>
    routes.filter(
      ({ method, path }) =>
        method !== 'get' && method !== 'delete' && !/\/(?:files|photos|pictures)$/.test(path),
    );
  const id = '01a20ba9-e725-779c-8d72-a69ab77e1012';

  test.each([
    ['broken JSON', 'application/json', '{"a":', [400]],
    ['10 MB', 'application/json', `{"title":"${'x'.repeat(10 * 1024 * 1024)}"}`, [413]],
    ['a list', 'application/json', '[]', [400, 401, 404, 409, 422]],
    ['a number', 'application/json', '5', [400, 401, 404, 409, 422]],
    ['XML', 'application/xml', '<a/>', [415]],
  ])(
    '%s is a clear 4xx',
    async (_, type, body, statuses) => {
      for (const route of writing()) {
        const answer = await call(route, id).set(administrator).set('content-type', type).send(body);
        const is = statuses.includes(answer.status) ? 'as expected' : answer.status;
        expect([route.method, route.path, is]).toEqual([route.method, route.path, 'as expected']);
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    },
    60_000,
  );

  test('a route that does not exist is a problem, too', async () => {
    const answer = await request(app.server).get('/api/tidak-ada').set(administrator).expect(404);
    expect(answer.body).toMatchObject({ code: 'not-found', status: 404 });
  });
});

function allHandlers() {
  const scanner = new MetadataScanner();
  const reflector = app.app.get(Reflector);
  const handlers = app.app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .filter(({ metatype, instance }) => metatype && (instance as object | null))
    .flatMap(({ metatype, instance }) => {
      const controller = metatype as Type<object>;
      return scanner
        .getAllMethodNames(controller.prototype)
        .filter((name) => Reflect.hasMetadata('path', (instance as Record<string, object>)[name] as object))
        .map((name) => ({
          controller,
          name: `${controller.name}.${name}`,
          handler: (instance as Record<string, () => unknown>)[name] as () => unknown,
        }));
    });
  return { reflector, handlers };
}
