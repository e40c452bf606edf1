import type { TestApp } from './app.js';

/** A mail and a token that are older than anything is kept. */
export const oldThings = async (app: TestApp) => {
  await app.database.query(
    `INSERT INTO mail (id, key, recipient_name, recipient_email, subject, body_text, body_html, message_id, state,
           next_try_at, created_at, sent_at)
         VALUES (gen_random_uuid(), 'old', 'X', 'x@contoh.test', 'Lama', 'isi', 'isi', 'old@contoh.test', 'sent',
           '2020-01-01', '2020-01-01', '2020-01-01')`,
  );
  await app.database.query(
    `INSERT INTO api_token (id, person_id, name, token_hash, created_at, expires_at)
         SELECT gen_random_uuid(), id, 'x', 'x', '2020-01-01', '2020-01-02' FROM person LIMIT 1`,
  );
  const left: Record<string, string> = {
    'mail-bodies': `SELECT 1 FROM mail WHERE key = 'old' AND body_text <> ''`,
    'api-tokens': `SELECT 1 FROM api_token WHERE token_hash = 'x'`,
  };
  return {
    bad: 'mail-bodies',
    good: 'api-tokens',
    comesUpAgain: true,
    refuse: { on: 'mail', at: 'UPDATE', when: `OLD.key = 'old'` } as const,
    isDone: async (kind: string) => (await app.database.query(left[kind] ?? '')).length === 0,
  };
};
