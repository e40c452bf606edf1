import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get, HttpCode, Module, Post, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiOkResponse, ApiProperty, type OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { apiDocument } from '../src/platform/http/api-document.js';
import { documentFaults, operationsOf } from '../src/platform/http/document-faults.js';
import { AnswersFile, OneOf, pageOf } from '../src/platform/http/view-fields.js';
import { committedDocument } from './support/answer-schemas.js';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';

let app: TestApp;
let document: OpenAPIObject;

beforeAll(async () => {
  app = await startApp();
  const answer = await request(app.server).get('/api/openapi.json').expect(200);
  document = answer.body as OpenAPIObject;
});
afterAll(() => app.close());

const operations = () => operationsOf(document);

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

/** The document of one controller alone. */
async function documentOf(controller: Type<object>): Promise<OpenAPIObject> {
  @Module({ imports: [DiscoveryModule], controllers: [controller] })
  class PlantedModule {}
  const planted = await NestFactory.create<NestFastifyApplication>(PlantedModule, new FastifyAdapter(), {
    logger: false,
  });
  try {
    return apiDocument(planted);
  } finally {
    await planted.close();
  }
}

class PlantedView {
  @OneOf('PlantedState', ['open', 'done'])
  state: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}
class PlantedPage extends pageOf(PlantedView) {}

/** Two classes of one name, which only their files tell apart. */
const classOfSameName = (field: string): Type<object> => {
  class SameName {}
  ApiProperty({ type: String })(SameName.prototype, field);
  return SameName;
};

describe('The committed document', () => {
  test('says of every operation what it answers', async () => {
    const committed = await committedDocument();
    expect(documentFaults(committed)).toEqual([]);
    expect(operationsOf(committed).map(({ name }) => name)).toEqual(operations().map(({ name }) => name));
  });
});

describe('The check of documents', () => {
  test('takes named schemas, files and answers without a body', async () => {
    @Controller('planted')
    class DescribedController {
      @Get()
      @ApiOkResponse({ type: PlantedPage })
      list(): PlantedPage {
        return { items: [], nextCursor: null };
      }

      @Get('file')
      @AnswersFile('application/pdf')
      file(): void {}

      @Post()
      @HttpCode(204)
      post(): void {}
    }
    const described = await documentOf(DescribedController);
    expect(documentFaults(described)).toEqual([]);
    expect(described.components?.schemas).toMatchObject({
      PlantedState: { enum: ['open', 'done'] },
      PlantedView: { properties: { reason: { type: ['string', 'null'] } } },
      PlantedPage: { properties: { items: { items: { $ref: '#/components/schemas/PlantedView' } } } },
    });
  });

  test('finds what does not say what it answers, and what says it without a name', async () => {
    @Controller('planted')
    class SilentController {
      @Get()
      show(): object {
        return {};
      }

      @Post()
      @ApiOkResponse({ schema: { type: 'object', properties: { id: { type: 'string' } } } })
      post(): object {
        return {};
      }
    }
    expect(documentFaults(await documentOf(SilentController))).toEqual([
      'get /planted does not say what it answers',
      'post /planted does not say what it answers',
    ]);
  });

  test('finds a body whose class nobody looked into', async () => {
    class PlantedBody {}

    @Controller('planted')
    class BlindController {
      @Post()
      @HttpCode(204)
      @ApiBody({ type: PlantedBody })
      post(): void {}
    }
    expect(documentFaults(await documentOf(BlindController))).toEqual(['PlantedBody has no fields']);
  });

  test('refuses two classes that would be one component', async () => {
    @Controller('planted')
    class TwinController {
      @Get()
      @ApiOkResponse({ type: classOfSameName('text') })
      show(): void {}

      @Get('other')
      @ApiOkResponse({ type: classOfSameName('title') })
      other(): void {}
    }
    await expect(documentOf(TwinController)).rejects.toThrow('Defined more than once: SameName');
  });

  test('refuses two closed sets that would be one component', async () => {
    class OtherView {
      @OneOf('PlantedState', ['new', 'old'])
      state: string;
    }

    @Controller('planted')
    class TwinSetController {
      @Get()
      @ApiOkResponse({ type: PlantedView })
      show(): void {}

      @Get('other')
      @ApiOkResponse({ type: OtherView })
      other(): void {}
    }
    await expect(documentOf(TwinSetController)).rejects.toThrow('Defined more than once: PlantedState');
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
    const other = await api(app).get('/health/live').expect(200);
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
