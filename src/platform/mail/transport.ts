import type { FactoryProvider } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { dkimKey } from './dkim-key.js';
import { FolderTransport } from './folder-transport.js';
import { MailTransport } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

/** Mails go out by SMTP_URL when it is set; else they are kept as files under DATA_DIR. */
export const mailTransportProvider: FactoryProvider<MailTransport> = {
  provide: MailTransport,
  inject: [Environment],
  useFactory: (environment: Environment) => {
    const { SMTP_URL, SMTP_NAME, DATA_DIR, MAIL_FROM } = environment;
    return SMTP_URL
      ? new SmtpTransport(SMTP_URL, MAIL_FROM, dkimKey(environment), SMTP_NAME)
      : new FolderTransport(DATA_DIR, MAIL_FROM);
  },
};
