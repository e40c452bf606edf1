import { CreatePerson } from '../../src/people/index.js';
import type { TestApp } from './app.js';

export const PASSWORD = 'kata-sandi-uji-coba';

type NewPerson = Parameters<CreatePerson['execute']>[0];

/** Makes an account and returns the header that signs it in. */
export async function signedIn(
  app: TestApp,
  person: Omit<NewPerson, 'name' | 'password'>,
): Promise<{ authorization: string }> {
  await app.app.get(CreatePerson).execute({ ...person, name: `Petugas ${person.email}`, password: PASSWORD });
  return app.signIn(person.email, PASSWORD);
}
