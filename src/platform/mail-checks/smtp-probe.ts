import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Environment } from '../../../config/environment.js';
import { smtpFailure, reasonOf } from '../mail/smtp-failure.js';
import { smtpOptions } from '../mail/smtp-options.js';
import { accessFault } from './access-fault.js';
import { CertificateWatch } from './certificate-watch.js';
import type { AccessFinding } from './findings.js';
import { certificateFound, type Found, type MailProbe } from './mail-probe.js';

/** Whether the server that mails go out by lets us in: greeting, name, TLS and password; no mail is sent. */
@Injectable()
export class SmtpProbe implements MailProbe {
  readonly name = 'smtp';
  readonly subject = 'SMTP_URL';

  constructor(private readonly environment: Environment) {}

  async look(now: Date): Promise<Found> {
    const { SMTP_URL: url, SMTP_NAME: name } = this.environment;
    if (!url) return { finding: 'smtp-not-set', detail: '' };
    const watch = new CertificateWatch();
    const transport = createTransport({
      ...smtpOptions(url, name),
      tls: watch.options,
      socketTimeout: 10_000,
    });
    try {
      await transport.verify();
      return certificateFound(watch, now);
    } catch (error) {
      return { finding: faultOf(error), detail: reasonOf(error) };
    } finally {
      transport.close();
    }
  }
}

function faultOf(error: unknown): AccessFinding {
  const { code, command, reply } = smtpFailure(error);
  if (code === 'EAUTH') return 'password-refused';
  if (command === 'STARTTLS' && reply !== null) return 'tls-missing';
  if (reply !== null && reply >= 500 && (command === 'CONN' || command === 'EHLO' || command === 'HELO'))
    return 'host-refused';
  return accessFault(error);
}
