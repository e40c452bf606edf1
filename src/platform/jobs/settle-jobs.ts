import { Injectable } from '@nestjs/common';
import { JobRegistry, type RegisteredJob } from './job-registry.js';
import { JobStates } from './job-states.js';
import { JobStore } from './job-store.js';
import { RunJob, type JobFailure } from './run-job.js';
import { runOf, type HeldJob } from './stored-job.js';

const BATCH = 50;

/** Works what waits one after another, until nothing does: for the demonstration and for tests. */
@Injectable()
export class SettleJobs {
  constructor(
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly states: JobStates,
    private readonly runJob: RunJob,
  ) {}

  /**
   * Runs every scheduled job once and then works all queues until nothing is due.
   * @throws the error of the first job that failed, after all were worked
   */
  async settle(): Promise<void> {
    const scheduled = this.registry.all().filter(({ cron }) => cron !== undefined);
    const failures = [...(await this.runEach(scheduled, 'cron')), ...(await this.workAll())];
    if (failures[0]) throw failures[0].error;
  }

  /** Works all queues until nothing is due; with `early`, what waits for its time too. @returns the tries that failed */
  async workAll({ early = false }: { early?: boolean } = {}): Promise<JobFailure[]> {
    const woken = this.registry.all().filter(({ wokenBy }) => wokenBy !== undefined);
    const failures: JobFailure[] = [];
    for (let worked = true; worked;) {
      worked = false;
      for (const job of await this.due(early)) {
        const held = await this.store.fetch(job.name, BATCH, early);
        worked ||= held.length > 0;
        for (const one of held) failures.push(...(await this.work(job, one)));
      }
      failures.push(...(await this.runEach(woken, 'wake')));
    }
    return failures;
  }

  /** The jobs whose queues hold something; what they store for others is found when this is asked again. */
  private async due(early: boolean): Promise<readonly RegisteredJob[]> {
    const all = this.registry.all();
    if (early) return all;
    const due = new Set(await this.states.due(all.map(({ name }) => name)));
    return all.filter(({ name }) => due.has(name));
  }

  private async work(job: RegisteredJob, held: HeldJob): Promise<JobFailure[]> {
    const failure = await this.runJob.run(job, runOf(held));
    if (failure) await this.store.fail(job.name, held, failure.error);
    else await this.store.complete(job.name, [held]);
    return failure ? [failure] : [];
  }

  private async runEach(jobs: readonly RegisteredJob[], id: string): Promise<JobFailure[]> {
    const failures: JobFailure[] = [];
    for (const job of jobs) {
      const failure = await this.runJob.run(job, { id, attempt: 1, payload: {} });
      if (failure) failures.push(failure);
    }
    return failures;
  }
}
