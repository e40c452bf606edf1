import { randomInt } from 'node:crypto';

/** Digits and letters that nobody takes for one another when they are read out (Crockford's Base32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new reference of a fault, to be quoted by who saw it and found in the log: `K7Q2M-9XPTB`. */
export function newFaultReference(): string {
  const sign = (): string => SIGNS.charAt(randomInt(SIGNS.length));
  return `${Array.from({ length: 5 }, sign).join('')}-${Array.from({ length: 5 }, sign).join('')}`;
}
