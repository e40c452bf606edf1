import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import { PersonRepository } from '../storage/person-repository.js';
import { SendPasswordLink } from './send-password-link.js';

/** The way into an empty system: a link that makes the first administrator. */
@Injectable()
export class FirstAdministratorLink {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly links: PasswordLinkRepository,
    private readonly send: SendPasswordLink,
  ) {}

  /** The URL of a fresh link in place of older unused ones; null when there is an administrator. */
  async issueIfNeeded(): Promise<string | null> {
    return this.database.transaction(async () => {
      await this.links.lockFirst();
      if (await this.people.hasAdministrator()) return null;
      await this.links.dropUnusedFirst();
      const { url } = await this.send.issue('first-administrator', null);
      return url;
    });
  }
}
