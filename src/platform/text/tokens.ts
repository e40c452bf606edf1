import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562 section 5.7), so that ids sort by creation. */
export function newId(): string {
  return v7();
}

/** A secret of 256 random bits in base64url, for links, sessions and feeds. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: its SHA-256. A fast hash is enough for 256 random bits. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret);
}

/** RFC 4648 section 6, in small letters: some servers change the case of an address. */
const RETURN_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A secret of 130 random bits that an address can hold after a plus (see `return-token.ts`). */
export function newReturnToken(): string {
  return Array.from(randomBytes(26), (octet) => RETURN_LETTERS[octet % RETURN_LETTERS.length]).join('');
}
