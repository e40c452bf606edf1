import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { SignInFailureEntity } from './sign-in-failure.entity.js';

/** Tries to sign in that failed, or whose outcome is still open. */
@Injectable()
export class SignInFailureRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SignInFailureEntity) private readonly failures: Rows<SignInFailureEntity>,
  ) {}

  /** Tries with one address from one network wait for each other until the transaction ends. */
  async lock(email: string, network: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `sign-in ${email} ${network}`,
    ]);
  }

  /** How many there were after an instant, and when the last was. */
  async countAfter(
    email: string,
    network: string,
    instant: Date,
  ): Promise<{ count: number; lastAt: Date | null }> {
    const [row] = await this.database.query<{ count: number; lastAt: Date | null }>(
      `SELECT count(*)::int AS count, max(at) AS "lastAt" FROM sign_in_failure
       WHERE email = $1 AND network = $2 AND at > $3`,
      [email, network, instant],
    );
    return row ?? { count: 0, lastAt: null };
  }

  async add(id: string, email: string, network: string, at: Date): Promise<void> {
    await this.failures.insert({ id, email, network, at });
  }

  async forget(id: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_failure WHERE id = $1', [id]);
  }

  /** Forgets those of one address from one network, whose owner has shown to know the password. */
  async forgetFrom(email: string, network: string): Promise<void> {
    await this.failures.delete({ email, network });
  }

  async forgetOf(email: string): Promise<void> {
    await this.failures.delete({ email });
  }

  async forgetUntil(instant: Date): Promise<void> {
    await this.failures.delete({ at: LessThanOrEqual(instant) });
  }
}
