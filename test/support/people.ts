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

/** Who takes part in most tests; `guest` and `host` are officers of the reference case's units. */
export interface UsualPeople {
  guest: { authorization: string };
  host: { authorization: string };
  /** An officer of another unit of the same region. */
  stranger: { authorization: string };
  kanwil: { authorization: string };
}

export async function usualPeople(app: TestApp): Promise<UsualPeople> {
  return {
    guest: await signedIn(app, { email: 'petugas@tamu.test', role: 'officer', unit: 'bapas-purwokerto' }),
    host: await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' }),
    stranger: await signedIn(app, { email: 'petugas@lain.test', role: 'officer', unit: 'rutan-purbalingga' }),
    kanwil: await signedIn(app, {
      email: 'kanwil@jateng.test',
      role: 'regional',
      regionalOffice: 'jawa-tengah',
    }),
  };
}
