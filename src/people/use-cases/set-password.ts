import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { FieldFault } from '../../platform/errors/app-error.js';
import { RequestError } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { PasswordLinkRepository, type PasswordLinkRow } from '../storage/password-link-repository.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';
import { checkPassword } from './check-password.js';
import { EndAccess } from './end-access.js';
import { Passwords } from './passwords.js';
import { RegisterPerson } from './register-person.js';

/** What a link is answered with; name and address only by the first administrator. */
export interface PasswordChoice {
  password: string;
  name?: string;
  email?: string;
}

type Newcomer = { name: string; email: string };

/** Where accounts are kept and made. */
@Injectable()
export class Accounts {
  constructor(
    readonly people: PersonRepository,
    readonly register: RegisterPerson,
    readonly end: EndAccess,
  ) {}
}

/** Sets a password by a link that was mailed, or makes the first administrator by the one that was printed. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: PasswordLinkRepository,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  /** @throws PeopleError `link-not-valid`, `weak-password`; RequestError `validation-failed` */
  async execute(token: string, choice: PasswordChoice): Promise<void> {
    const tokenHash = hashSecret(token);
    const link = await this.links.findLive(tokenHash, this.clock.now());
    if (!link) throw new PeopleError('link-not-valid');
    const target = link.personId === null ? newcomer(choice) : await this.holder(link.personId, choice);
    checkPassword(choice.password, target.email);
    const passwordHash = await this.passwords.hash(choice.password);
    await this.database.transaction(() => this.use(link, target, passwordHash));
  }

  private async holder(personId: string, choice: PasswordChoice): Promise<PersonRow> {
    const unknown = (['name', 'email'] as const).filter((field) => choice[field] !== undefined);
    refuse(unknown.map((field) => ({ field, message: 'hanya diisi oleh administrator pertama' })));
    const person = await this.accounts.people.find(personId);
    if (!person || person.suspendedAt) throw new PeopleError('link-not-valid');
    return person;
  }

  private async use(link: PasswordLinkRow, target: Newcomer, passwordHash: string): Promise<void> {
    const { people, register, end } = this.accounts;
    if (link.personId === null) await this.links.lockFirst();
    if (!(await this.links.use(link.tokenHash, this.clock.now()))) throw new PeopleError('link-not-valid');
    if (link.personId === null) {
      if (await people.hasAdministrator()) throw new PeopleError('link-not-valid');
      await register.execute({ ...target, role: 'administrator' }, passwordHash);
      return;
    }
    const person = await people.lock(link.personId);
    if (!person || person.suspendedAt) throw new PeopleError('link-not-valid');
    const changed = { ...person, passwordHash };
    await people.save(changed);
    await end.execute(person, changed);
  }
}

function newcomer({ name, email }: PasswordChoice): Newcomer {
  const message = 'wajib diisi';
  refuse([...(name ? [] : [{ field: 'name', message }]), ...(email ? [] : [{ field: 'email', message }])]);
  return { name: name ?? '', email: email ?? '' };
}

function refuse(faults: FieldFault[]): void {
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
}
