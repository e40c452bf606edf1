import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FactoryProvider } from '@nestjs/common';
import { Environment, EnvironmentError } from '../../../config/environment.js';
import { FolderTransport } from './folder-transport.js';
import { domainOf } from './header-text.js';
import { MailTransport } from './mail-transport.js';
import { SmtpTransport, type DkimKey } from './smtp-transport.js';

/** Mails go out by SMTP_URL when it is set; else they are kept as files under DATA_DIR. */
export const mailTransportProvider: FactoryProvider<MailTransport> = {
  provide: MailTransport,
  inject: [Environment],
  useFactory: (environment: Environment) => {
    const { SMTP_URL, DATA_DIR, MAIL_FROM } = environment;
    return SMTP_URL
      ? new SmtpTransport(SMTP_URL, MAIL_FROM, dkimKey(environment))
      : new FolderTransport(DATA_DIR, MAIL_FROM);
  },
};

/** @throws EnvironmentError when DKIM_KEY names no RSA private key: unsigned mail would go out unnoticed */
function dkimKey({ DKIM_KEY, DKIM_SELECTOR, MAIL_FROM }: Environment): DkimKey | undefined {
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
