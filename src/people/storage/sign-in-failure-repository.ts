import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Tries to sign in that failed, or whose outcome is still open. */
@Injectable()
export class SignInFailureRepository {
  constructor(private readonly database: Database) {}

  /** Tries with one address wait for each other until the transaction ends. */
  async lock(email: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sign-in ${email}`]);
  }

  async countAfter(email: string, instant: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM sign_in_failure WHERE email = $1 AND at > $2',
      [email, instant],
    );
    return row?.count ?? 0;
  }

  async add(id: string, email: string, at: Date): Promise<void> {
    await this.database.query('INSERT INTO sign_in_failure (id, email, at) VALUES ($1, $2, $3)', [
      id,
      email,
      at,
    ]);
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_failure WHERE id = $1', [id]);
  }

  async forgetOf(email: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_failure WHERE email = $1', [email]);
  }

  async forgetUntil(instant: Date): Promise<void> {
    await this.database.query('DELETE FROM sign_in_failure WHERE at <= $1', [instant]);
  }
}
