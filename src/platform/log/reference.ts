import { randomBytes } from 'node:crypto';
import { ClsServiceManager } from 'nestjs-cls';

/** Digits and letters that nobody takes for one another when they are read out (Crockford's Base32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new reference of a request or a fault, to be quoted by who saw it and found in the log: `K7Q2M-9XPTB`. */
export function newReference(): string {
  const signs = Array.from(randomBytes(10), (octet) => SIGNS.charAt(octet % SIGNS.length)).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

const REFERENCE = Symbol('reference');

/** Runs work, and all that it starts, under a reference that every line of the log about it carries. */
export function underReference<Result>(reference: string, work: () => Result): Result {
  const cls = ClsServiceManager.getClsService();
  return cls.run({ ifNested: 'inherit' }, () => {
    cls.set(REFERENCE, reference);
    return work();
  });
}

/** The reference of the present request, or of the request that the present job comes from; undefined elsewhere. */
export function currentReference(): string | undefined {
  const cls = ClsServiceManager.getClsService();
  return cls.isActive() ? cls.get<string | undefined>(REFERENCE) : undefined;
}
