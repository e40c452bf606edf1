import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../http/request-error.js';
import type { Actor, RoutePolicy } from './actor.js';

export const ACCESS = 'sambang:access';

/** A route anybody may call; says why in a word. */
export type PublicAccess = { public: true; because: string };
export type Access = PublicAccess | { public: false; policy: RoutePolicy };

/** Declares that a route needs no sign-in, with the reason. */
export const Public = (because: string): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { public: true, because } satisfies Access);

/** Declares who may call a route; the use-case asks the rest about the row. */
export const Allow = (policy: RoutePolicy): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { public: false, policy } satisfies Access);

/** A request after the guard: who acts, null for a visitor; undefined where no route is and nobody asked. */
export interface SignedRequest extends FastifyRequest {
  actor?: Actor | null;
}

/** Hands a controller method the signed-in actor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedRequest>();
  if (!actor) throw new RequestError('sign-in-required');
  return actor;
});

/** Hands a public page the actor if somebody is signed in. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<SignedRequest>().actor ?? null,
);
