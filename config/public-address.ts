import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Matches } from 'class-validator';

/** Scheme, host and port, as addresses are put together with a path of ours behind them. */
const ORIGIN = /^https?:\/\/[^/?#@\s]+$/;

/** The origin of an address that is nothing more; what is more stays as it was typed, to be refused. */
function originOf(value: unknown): unknown {
  if (typeof value !== 'string' || !URL.canParse(value)) return value;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(value);
  const isMore = pathname !== '/' || `${search}${hash}${username}${password}` !== '';
  return isMore || !/^https?:$/.test(protocol) ? value : origin;
}

/**
 * The address that people reach the system at: `https://host` or `https://host:port`, a final slash left out. Pages,
 * cookies, feeds and the answers of calendars all stand at the root of it.
 */
export const IsPublicAddress = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => originOf(value)),
    IsString(),
    Matches(ORIGIN, {
      message:
        'PUBLIC_URL must be https:// or http:// and a host, such as https://sambang.example.go.id: no path ' +
        '(Sambang stands at the root of its host; give it a host name of its own), no query, no #, no user or password',
    }),
  );
