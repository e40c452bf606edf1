import { Injectable, Logger } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { DeadJobs } from '../../platform/jobs/dead-jobs.js';
import type { Actor } from '../../platform/security/actor.js';
import { JobError } from '../domain/job-error.js';

/** What an administrator does about jobs that failed for good; who did it stands in the log. */
@Injectable()
export class RedriveJobs {
  private readonly logger = new Logger('jobs');

  constructor(private readonly dead: DeadJobs) {}

  /**
   * Runs one again, with all its tries before it.
   * @throws RequestError `not-found` when it is not among the failed; JobError `job-not-provided`
   */
  async runAgain(actor: Actor, id: string): Promise<void> {
    const job = found(await this.dead.find(id));
    this.refuseUnknown(job.name);
    found((await this.dead.runAgain(job)) || null);
    this.logger.log(`${job.name} ${id} is run again by person ${actor.personId}`);
  }

  /**
   * Runs all of one name again. @returns how many
   * @throws JobError `job-not-provided`
   */
  async runAllAgain(actor: Actor, name: string): Promise<number> {
    this.refuseUnknown(name);
    const count = await this.dead.runAllAgain(name);
    this.logger.log(`${count} failed ${name} are run again by person ${actor.personId}`);
    return count;
  }

  /**
   * Throws one away for good.
   * @throws RequestError `not-found` when it is not among the failed
   */
  async discard(actor: Actor, id: string): Promise<void> {
    const job = found(await this.dead.find(id));
    await this.dead.discard(id);
    this.logger.warn(`${job.name} ${id} is thrown away by person ${actor.personId}`);
  }

  private refuseUnknown(name: string): void {
    if (!this.dead.isProvided(name)) throw new JobError('job-not-provided');
  }
}
