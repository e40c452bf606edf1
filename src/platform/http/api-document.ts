import { STATUS_CODES } from 'node:http';
import type { Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ACCESS, type Access } from '../security/access.js';
import { sessionCookieName } from '../security/access-guard.js';
import { operationsOf } from './document-faults.js';
import { ambiguousNames } from './document-models.js';
import { withNullTypes } from './null-types.js';

const DOCUMENT_PATH = 'api/openapi.json';
const UI_PATH = 'api/docs';

/** What Swagger UI needs and no more: its own files, styles it writes into elements, pictures in its style sheet. */
const UI_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** Problem details (RFC 9457) as this API writes them. */
const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:sambang:problem:validation-failed' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do, in Indonesian' },
    code: { type: 'string', example: 'validation-failed' },
    instance: { type: 'string', format: 'uri', description: 'What a failure of ours is logged under' },
    errors: {
      type: 'array',
      description: 'The fields that need correcting',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const refusal = {
  description: 'The request was refused, or failed',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const operationId = (controller: string, method: string): string => `${controller}_${method}`;

const description = `All times are ISO 8601 with an offset; codes are those of the reference data.

Sign in with \`POST /api/session\`, or make a lasting token with \`POST /api/tokens\`, and send it as
\`Authorization: Bearer\`. Lists are paged: \`nextCursor\` of an answer is \`cursor\` of the next request. Errors are
problem details (RFC 9457); \`code\` is for programs, \`detail\` for people.`;

/**
 * The OpenAPI document of everything the application answers; the same program always gives the same one.
 *
 * @throws Error when two classes or closed sets would be one component
 */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sambang')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addCookieAuth(sessionCookieName(true), { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
  const ambiguous = ambiguousNames(controllersOf(app).map(({ metatype }) => metatype as Type<object>));
  if (ambiguous.length > 0) throw new Error(`Defined more than once: ${ambiguous.join(', ')}`);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
  };
  const open = publicOperations(app);
  for (const { operation } of operationsOf(document)) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (answer && 'description' in answer) answer.description ||= STATUS_CODES[status] ?? '';
    }
    operation.responses['default'] = refusal;
    if (open.has(operation.operationId ?? '')) operation.security = [];
  }
  return withNullTypes(document);
}

const controllersOf = (app: NestFastifyApplication) => app.get(DiscoveryService).getControllers();

function publicOperations(app: NestFastifyApplication): Set<string> {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const found = new Set<string>();
  for (const { instance, metatype } of controllersOf(app)) {
    const controller = metatype as Type<object>;
    const handlers = instance as Record<string, () => unknown>;
    for (const name of scanner.getAllMethodNames(controller.prototype)) {
      const handler = handlers[name];
      const access =
        handler && reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);
      if (access?.public) found.add(operationId(controller.name, name));
    }
  }
  return found;
}

/** Serves the document at /api/openapi.json and, for reading and trying out, at /api/docs. */
export function serveApiDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup(UI_PATH, app, () => apiDocument(app), {
    jsonDocumentUrl: DOCUMENT_PATH,
    raw: ['json'],
    customSiteTitle: 'Sambang API',
    // The validator is a service of another host.
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
  const ui = new RegExp(`^/${UI_PATH}(?:[/?]|$)`);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (ui.test(request.url)) void reply.header('content-security-policy', UI_POLICY);
    });
}
