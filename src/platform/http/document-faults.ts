import type { OpenAPIObject } from '@nestjs/swagger';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const WITHOUT_BODY = ['202', '204'];

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answer = Operation['responses'][string];
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** Every operation of a document with its method and path. */
export const operationsOf = (document: OpenAPIObject): { name: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ name: `${method} ${path}`, operation }] : [];
    }),
  );

/** What a document leaves unsaid: operations whose answer it does not describe, and components without a field. */
export function documentFaults(document: OpenAPIObject): string[] {
  const schemas = document.components?.schemas ?? {};
  const silent = operationsOf(document)
    .filter(({ operation }) => !isDescribed(operation))
    .map(({ name }) => `${name} does not say what it answers`);
  const empty = Object.entries(schemas)
    .filter(([, schema]) => isEmpty(schema))
    .map(([name]) => `${name} has no fields`);
  return [...silent, ...empty];
}

function isDescribed({ responses }: Operation): boolean {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return successes.length > 0 && successes.every(([status, answer]) => saysWhat(status, answer));
}

/** A named schema for JSON, bytes for any other media type; nothing at all for what has no body. */
function saysWhat(status: string, answer: Answer | undefined): boolean {
  if (!answer || '$ref' in answer) return false;
  const contents = Object.entries(answer.content ?? {});
  if (contents.length === 0) return WITHOUT_BODY.includes(status);
  return contents.every(([mediaType, { schema }]) =>
    mediaType === 'application/json'
      ? schema !== undefined && '$ref' in schema
      : schema !== undefined && 'format' in schema && schema.format === 'binary',
  );
}

const isEmpty = (schema: Schema): boolean =>
  !('$ref' in schema) && schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0;
