import { Injectable } from '@nestjs/common';
import { checkPassword } from './check-password.js';
import { Passwords } from './passwords.js';
import { RegisterPerson, type NewPerson } from './register-person.js';

/** Makes an account that can sign in at once, without an invitation: for commands and the demonstration. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly register: RegisterPerson,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @returns the id of the person
   * @throws PeopleError `weak-password` and those of RegisterPerson
   */
  async execute({ password, ...person }: NewPerson & { password: string }): Promise<string> {
    checkPassword(password, person.email);
    const { id } = await this.register.execute(person, await this.passwords.hash(password));
    return id;
  }
}
