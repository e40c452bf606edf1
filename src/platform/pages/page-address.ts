import { Injectable, ParseUUIDPipe } from '@nestjs/common';
import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { Reflector } from '@nestjs/core';
import { getMetadataStorage, isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../http/request-error.js';
import { PAGE } from './page-controller.js';

/** What a handler takes of an address. */
interface TakenOfAddress {
  /** Names of its parameters after the question mark; null where it takes them all as they come. */
  query: ReadonlySet<string> | null;
  /** Names of parts of its path that are ids. */
  ids: readonly string[];
}

/** A parameter of a handler as Nest notes it, under `<kind>:<index>`. */
interface Argument {
  index: number;
  data?: unknown;
  pipes?: readonly unknown[];
}

/**
 * Addresses of pages are passed on, shortened and lengthened by others: what a page does not know of its query
 * (`utm_source`, `fbclid`) is ignored, and an id that can be nobody's is a page that does not exist. The API goes on
 * refusing both. Runs before the pipes check what is left.
 */
@Injectable()
export class PageAddress implements CanActivate {
  private readonly known = new Map<unknown, TakenOfAddress>();

  constructor(private readonly reflector: Reflector) {}

  /** @throws RequestError `not-found` */
  canActivate(context: ExecutionContext): true {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride(PAGE, [handler, controller])) return true;
    const taken = this.known.get(handler) ?? takenBy(controller, handler.name);
    this.known.set(handler, taken);
    const { params, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (taken.ids.some((name) => !isUUID((params as Record<string, unknown>)[name]))) {
      throw new RequestError('not-found');
    }
    const { query: names } = taken;
    for (const name of names ? Object.keys(query as object).filter((each) => !names.has(each)) : []) {
      delete (query as Record<string, unknown>)[name];
    }
    return true;
  }
}

function takenBy(controller: Type, method: string): TakenOfAddress {
  const noted = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    Argument
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) as Type[];
  const of = (kind: RouteParamtypes): Argument[] =>
    Object.entries(noted).flatMap(([key, argument]) => (key.startsWith(`${kind}:`) ? [argument] : []));
  const queries = of(RouteParamtypes.QUERY).map(({ data, index }) =>
    typeof data === 'string' ? [data] : namesIn(types[index]),
  );
  return {
    query: queries.includes(null) ? null : new Set(queries.flatMap((names) => names ?? [])),
    ids: of(RouteParamtypes.PARAM).flatMap(({ data, pipes = [] }) =>
      typeof data === 'string' && pipes.includes(ParseUUIDPipe) ? [data] : [],
    ),
  };
}

/** Names of what a checked query has; null for one of no declared shape. */
function namesIn(shape: Type | undefined): string[] | null {
  if (!shape || (shape as unknown) === Object) return null;
  return getMetadataStorage()
    .getTargetValidationMetadatas(shape, '', false, false)
    .map(({ propertyName }) => propertyName);
}
