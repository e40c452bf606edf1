import request, { type Response, type Test } from 'supertest';
import type { components, paths } from '../../config/generated/api.js';
import type { TestApp } from './app.js';

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that know a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: object }> ? P : never;
}[keyof paths];

type OperationOf<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never;

/** Tests read ids from answers and rows; one that is missing fails the call. */
type Maybe<Names> = { [Name in keyof Names]: Names[Name] | undefined };
type PathOf<O> = O extends { parameters: { path: infer Names } } ? { path: Maybe<Names> } : object;
type QueryOf<O> = O extends { parameters: { query?: infer Asked } } ? { query?: Asked } : object;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : object;

/** What a call needs: whose it is, the parameters of its path, what it asks for, its body. */
type Input<O> = { as?: Readonly<Record<string, string>> } & PathOf<O> & QueryOf<O> & BodyOf<O>;
type Given<O> = object extends Input<O> ? [input?: Input<O>] : [input: Input<O>];

type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Content } }
  ? Content
  : unknown;
type Answers<O> = O extends { responses: infer Responses } ? Responses : never;
type Problem = paths['/api/me']['get']['responses']['default']['content']['application/problem+json'];

/** What stands in an answer of a status; every other status is a problem. */
type Body<O, Status extends number> = Status extends keyof Answers<O>
  ? ContentOf<Answers<O>[Status]>
  : Problem & Record<string, unknown>;

export type Answered<Content> = Omit<Response, 'body'> & { body: Content };

/** A request on its way, as supertest has it; of an expected status, the answer has the type that the document gives it. */
export interface Call<O, Content = unknown> extends PromiseLike<Answered<Content>> {
  expect<Status extends number>(status: Status): Call<O, Body<O, Status>>;
  expect(header: string, value: string | RegExp): this;
  set(...header: Parameters<Test['set']>): this;
  attach(...file: Parameters<Test['attach']>): this;
  field(name: string, value: string): this;
  buffer(): this;
}

type Caller<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...given: Given<OperationOf<M, P>>
) => Call<OperationOf<M, P>>;

export type ApiClient = { [M in Method]: Caller<M> };

/** A schema of the API's document by its name. */
export type Shown<Name extends keyof Schemas> = Schemas[Name];
type Schemas = components['schemas'];

/** A body or a question that the API is to refuse. */
export const wrong = (value: unknown) => value as never;

/** Calls of the API: paths, parameters, bodies and answers are those of its document, or they do not compile. */
export function api({ server }: Pick<TestApp, 'server'>): ApiClient {
  const caller =
    (method: Method) =>
    (
      path: string,
      {
        as,
        path: names = {},
        query,
        body,
      }: {
        as?: Record<string, string>;
        path?: Record<string, string | undefined>;
        query?: object;
        body?: object;
      } = {},
    ) => {
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = names[name];
        if (value === undefined) throw new Error(`${path} was called without ${name}`);
        return value;
      });
      const call = request(server)[method](address);
      if (as) void call.set(as);
      if (query) void call.query(query);
      return body === undefined ? call : call.send(body);
    };
  return {
    get: caller('get'),
    put: caller('put'),
    post: caller('post'),
    patch: caller('patch'),
    delete: caller('delete'),
  } as unknown as ApiClient;
}
