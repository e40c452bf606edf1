import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailRenewals } from '../../platform/mail/mail-renewals.js';
import { hostLinkMail } from './issue-host-link.js';
import { NotifyUnits } from './notify-units.js';

/** Writes mails to hosts without accounts anew, whose links were taken out since they were given up. */
@Injectable()
export class RenewHostLinks implements OnModuleInit {
  constructor(
    private readonly renewals: MailRenewals,
    private readonly notify: NotifyUnits,
  ) {}

  onModuleInit(): void {
    this.renewals.register(hostLinkMail.topic, ({ stream, email }) => this.notify.askAgain(stream, email));
  }
}
