import type { FastifyReply } from 'fastify';
import { keepWhole } from './html.js';

/** What every answer under a personal link carries: it is kept by nobody, and its address goes nowhere. */
export function asPersonal(reply: FastifyReply): FastifyReply {
  keepWhole(reply);
  return reply
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store');
}
