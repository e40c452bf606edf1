import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EnvironmentError, type Environment } from '../../../config/environment.js';
import { domainOf } from './header-text.js';

/** What signs mails (DKIM, RFC 6376). */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  /** RSA, in PEM. */
  privateKey: string;
}

/** @throws EnvironmentError when DKIM_KEY names no RSA private key: unsigned mail would go out unnoticed */
export function dkimKey({ DKIM_KEY, DKIM_SELECTOR, MAIL_FROM }: Environment): DkimKey | undefined {
  if (DKIM_KEY === undefined) return undefined;
  try {
    const privateKey = readFileSync(DKIM_KEY, 'utf8');
    const { asymmetricKeyType } = createPrivateKey(privateKey);
    if (asymmetricKeyType !== 'rsa') throw new Error(`it is a key of type ${asymmetricKeyType}, not rsa`);
    return { domainName: domainOf(MAIL_FROM), keySelector: DKIM_SELECTOR, privateKey };
  } catch (error) {
    throw new EnvironmentError([`DKIM_KEY: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
