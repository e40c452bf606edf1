import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Lanes } from '../database/lanes.js';

/** Makes each route a lane of its own to the database: one that hangs leaves connections for the others. */
export function divideByRoute(app: NestFastifyApplication): void {
  const lanes = app.get(Lanes);
  app
    .getHttpAdapter()
    .getInstance()
    // After the body was read, whose events come from outside of this context.
    .addHook('preHandler', (request, _reply, done) => {
      lanes.within(`${request.method} ${request.routeOptions.url ?? ''}`, done);
    });
}
