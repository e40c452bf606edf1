import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LINKS_KEPT, RESET_PAUSE, waitForLink } from '../domain/lifetimes.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import { PersonRepository } from '../storage/person-repository.js';
import { SendPasswordLink } from './send-password-link.js';

/** Mails a reset link when the address has an account that is not suspended, at most once a minute and as often as links are mailed. */
@Injectable()
export class AnswerForgottenPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly links: PasswordLinkRepository,
    private readonly send: SendPasswordLink,
  ) {}

  async execute(email: string): Promise<void> {
    await this.database.transaction(async () => {
      const known = await this.people.findByEmail(email);
      const person = known && (await this.people.lock(known.id));
      if (!person || person.suspendedAt) return;
      const since = new Date(this.clock.now().getTime() - RESET_PAUSE);
      if (await this.links.hasResetSince(person.id, since)) return;
      const made = await this.links.madeSince(person.id, new Date(this.clock.now().getTime() - LINKS_KEPT));
      if (waitForLink(made, this.clock.now()) > 0) return;
      await this.send.execute('reset', person);
    });
  }
}
