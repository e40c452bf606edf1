import { readFile } from 'node:fs/promises';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { operationsOf } from '../../src/platform/http/document-faults.js';

/** The document as `npm run artefacts` wrote it: tests run code that has not the types it is made from. */
export const committedDocument = async (): Promise<OpenAPIObject> =>
  JSON.parse(
    await readFile(new URL('../../config/generated/openapi.json', import.meta.url), 'utf8'),
  ) as OpenAPIObject;

/** Answers of an application held against its document. */
export interface AnswerCheck {
  /** What was answered so far, `get /api/visits/{id} 200`. */
  readonly seen: ReadonlySet<string>;
  /** What did not hold to its schema. */
  readonly faults: readonly string[];
  /** Takes back what a test made wrong on purpose. */
  forget(faults: RegExp): void;
}

/** The schemas of the answers, by `<method> <path> <status>`; each is compiled when it is first asked for. */
class AnswerSchemas {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly references: ReadonlyMap<string, string>;

  constructor(document: OpenAPIObject) {
    const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
      name,
      // A field that the document does not know is a fault.
      'properties' in schema ? { ...schema, additionalProperties: false } : schema,
    ]);
    addFormats.default(this.ajv);
    this.ajv.addSchema({ components: { schemas: Object.fromEntries(schemas) as object } }, 'api');
    this.references = new Map(
      operationsOf(document).flatMap(({ name, operation }) =>
        Object.entries(operation.responses).flatMap(([status, answer]) => {
          const content = answer && 'content' in answer ? answer.content : undefined;
          const schema = content?.['application/json']?.schema;
          return schema && '$ref' in schema ? [[`${name} ${status}`, `api${schema.$ref}`] as const] : [];
        }),
      ),
    );
  }

  of(name: string): ValidateFunction | undefined {
    const reference = this.references.get(name);
    return reference === undefined ? undefined : this.ajv.getSchema(reference);
  }
}

const committed = committedDocument().then((document) => new AnswerSchemas(document));

/** Holds every JSON answer of a server against a document: against the committed one, where no other is given. */
export async function checkAnswers(server: FastifyInstance, document?: OpenAPIObject): Promise<AnswerCheck> {
  const schemas = document ? new AnswerSchemas(document) : await committed;
  const seen = new Set<string>();
  const faults: string[] = [];
  server.addHook('preSerialization', async (request, reply, payload) => {
    const path = (request.routeOptions.url ?? '').replaceAll(/:(\w+)/g, '{$1}');
    const name = `${request.method.toLowerCase()} ${path} ${reply.statusCode}`;
    const holds = schemas.of(name);
    if (holds) {
      seen.add(name);
      if (!holds(JSON.parse(JSON.stringify(payload)))) {
        faults.push(...(holds.errors ?? []).map((error) => `${name}: ${told(error)}`));
      }
    }
    return payload;
  });
  return {
    seen,
    faults,
    forget: (wanted) => {
      faults.splice(0, faults.length, ...faults.filter((fault) => !wanted.test(fault)));
    },
  };
}

const told = ({
  instancePath,
  message,
  params,
}: {
  instancePath: string;
  message?: string;
  params: object;
}) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
