import { BeginErasure } from '../../src/personal-data/use-cases/begin-erasure.js';
import type { TestApp } from './app.js';
import { signedIn } from './people.js';

/** Who is looked for, since a letter asks to erase the data. */
const ERASED = 'hapus@tamu.test';

type Examples = Record<string, { by: 'administrator'; path: string } | 'a file'>;

/** Pages of personal data. Of accounts that of the last administrator, who is not erased. */
export async function personalExamples(app: TestApp, anyId: string): Promise<Examples> {
  await signedIn(app, { email: ERASED, role: 'officer', unit: 'bapas-purwokerto' });
  const by = 'administrator';
  return {
    '/akun/data-saya': { by, path: '/akun/data-saya' },
    ...{ '/akun/data-saya.json': 'a file', '/akun/data-saya.pdf': 'a file' },
    '/pengelolaan/data-pribadi': { by, path: `/pengelolaan/data-pribadi?surel=${ERASED}` },
    '/pengelolaan/data-pribadi/salinan': 'a file',
    '/pengelolaan/data-pribadi/:id': { by, path: `/pengelolaan/data-pribadi/${anyId}` },
    '/pengelolaan/unduhan': { by, path: '/pengelolaan/unduhan' },
    '/pengelolaan/unduhan/unduh': 'a file',
    '/pengelolaan/masa-simpan': { by, path: '/pengelolaan/masa-simpan' },
  };
}

/** Two people who wait to be erased. */
export async function erasing(app: TestApp) {
  const ids: string[] = [];
  for (const email of ['buruk@hapus.test', 'baik@hapus.test']) {
    await signedIn(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
    const [row] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
    const rows = { persons: [row?.id ?? ''], participants: [], members: [] };
    ids.push(await app.app.get(BeginErasure, { strict: false }).execute(rows, { ground: 'account' }));
  }
  await app.database.query(`DELETE FROM pgboss.job WHERE name = 'personal-data.erase-one'`);
  const [bad = '', good = ''] = ids;
  const done = 'SELECT 1 FROM erasure WHERE id = $1 AND done_at IS NOT NULL';
  return {
    ...{ bad, good },
    refuse: { on: 'erasure' as const, at: 'UPDATE' as const, when: `NEW.id = '${bad}'` },
    isDone: async (key: string) => (await app.database.query(done, [key])).length > 0,
  };
}
