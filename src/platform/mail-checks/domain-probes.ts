import { Injectable } from '@nestjs/common';
import { domainToASCII } from 'node:url';
import { Environment } from '../../../config/environment.js';
import { dkimKey } from '../mail/dkim-key.js';
import { domainOf } from '../mail/header-text.js';
import type { MailCheckName } from './check-states.js';
import { dkimOf, dmarcOf, exchangeOf } from './domain-records.js';
import type { Found, MailProbe } from './mail-probe.js';
import { NameResolver, NoNameServer } from './name-resolver.js';
import { spfOf } from './spf.js';

/** Domains that the DNS of the Internet does not know (RFC 2606, RFC 6761, RFC 6762, RFC 8375). */
const LOCAL = /^[^.]*$|(?:^|\.)(?:test|example|invalid|localhost|local|internal|home\.arpa)$/;

/** What receivers of our mails find about the domain of MAIL_FROM. */
@Injectable()
export class DomainProbes {
  readonly domain: string;

  constructor(
    private readonly environment: Environment,
    private readonly resolver: NameResolver,
  ) {
    this.domain = domainToASCII(domainOf(environment.MAIL_FROM));
  }

  all(): MailProbe[] {
    const { domain, resolver } = this;
    return [
      this.probe('mx', () => exchangeOf(domain, resolver)),
      this.probe('spf', () => spfOf(domain, resolver)),
      this.probe('dkim', () => this.dkim()),
      this.probe('dmarc', () => dmarcOf(domain, resolver)),
    ];
  }

  private probe(name: MailCheckName, ask: () => Promise<Found>): MailProbe {
    const look = async (): Promise<Found> => {
      if (LOCAL.test(this.domain)) return { finding: 'local-domain', detail: '' };
      try {
        // One that denies even the last label is cut off from the Internet, and would deny all.
        if (!(await this.resolver.isZone(this.domain.split('.').at(-1) ?? '')))
          return { finding: 'resolver-silent', detail: '' };
        return await ask();
      } catch (error) {
        if (error instanceof NoNameServer) return { finding: 'resolver-silent', detail: error.message };
        throw error;
      }
    };
    return { name, subject: this.domain, look };
  }

  private async dkim(): Promise<Found> {
    const key = dkimKey(this.environment);
    if (!key) return { finding: 'dkim-not-ours', detail: '' };
    return dkimOf(this.domain, { selector: key.keySelector, privateKey: key.privateKey }, this.resolver);
  }
}
