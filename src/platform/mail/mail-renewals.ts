import { Injectable } from '@nestjs/common';

/** A mail that was given up and cannot be sent as it was. */
export interface RenewableMail {
  topic: string;
  stream: string;
  email: string;
}

/** Writes such a mail anew as things stand now; false where there is nothing to say any more. */
type Renewal = (mail: RenewableMail) => Promise<boolean>;

/** What features write anew when an administrator sends one of their mails again. */
@Injectable()
export class MailRenewals {
  private readonly renewals = new Map<string, Renewal>();

  /** @param prefix start of the topics */
  register(prefix: string, renewal: Renewal): void {
    this.renewals.set(prefix, renewal);
  }

  /** @returns whether it was written anew */
  async renew(mail: RenewableMail): Promise<boolean> {
    const [, renewal] = [...this.renewals].find(([prefix]) => mail.topic.startsWith(prefix)) ?? [];
    return renewal ? renewal(mail) : false;
  }
}
