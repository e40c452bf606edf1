import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDateInRange } from '../../platform/text/date-range.js';
import { holidayKinds, type NamedHoliday } from '../domain/holiday-paste.js';

const COOKIE = 'sambang_libur_dihapus';
const options = { httpOnly: true, sameSite: 'strict', path: '/pengelolaan/libur' } as const;
const SECONDS = 10 * 60;

/** Keeps the day that was removed last in the browser for ten minutes, so that it can be put back. */
export function rememberRemoved(reply: FastifyReply, { date, kind, name }: NamedHoliday): void {
  void reply.setCookie(COOKIE, [date, kind, name].join('|'), { ...options, maxAge: SECONDS });
}

export function forgetRemoved(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, options);
}

/** The day that was removed last; null when there is none, or it is not as we wrote it. */
export function removedOf({ cookies }: Pick<FastifyRequest, 'cookies'>): NamedHoliday | null {
  const [date, sentKind, ...rest] = (cookies[COOKIE] ?? '').split('|');
  const kind = holidayKinds.find((each) => each === sentKind);
  const name = rest.join('|');
  return isDateInRange(date) && kind && name ? { date, kind, name } : null;
}
