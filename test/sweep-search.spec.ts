import { expect, test } from '@jest/globals';
import type { DiscoveryService, Reflector } from '@nestjs/core';
import type { JobQueue } from '../src/platform/jobs/job-queue.js';
import type { JobRegistry, RegisteredJob } from '../src/platform/jobs/job-registry.js';
import type { JobStates } from '../src/platform/jobs/job-states.js';
import type { Candidate, SweepHandler, SweepRange } from '../src/platform/jobs/sweep.js';
import { Sweeps } from '../src/platform/jobs/sweeps.js';

/** Registers one sweep and runs its search; gives the keys of the jobs it sends, statement by statement. */
async function searched(
  find: SweepHandler['find'],
  { known = [], unfinished = [] }: { known?: string[]; unfinished?: string[] } = {},
): Promise<string[][]> {
  const sent: string[][] = [];
  const jobs: RegisteredJob[] = [];
  const sweep: SweepHandler = {
    find,
    known: () => Promise.resolve(new Set(known)),
    one: () => Promise.resolve(),
  };
  const sweeps = new Sweeps(
    { getProviders: () => [{ instance: sweep, metatype: class {} }] } as unknown as DiscoveryService,
    { get: () => ({ name: 'test.sweep', cron: '* * * * *' }) } as unknown as Reflector,
    { add: (job: RegisteredJob) => jobs.push(job) } as unknown as JobRegistry,
    {
      sendAll: (name: string, items: { payload: { key: string } }[]) => {
        expect(name).toBe('test.sweep-one');
        sent.push(items.map(({ payload }) => payload.key));
        return Promise.resolve();
      },
    } as unknown as JobQueue,
    { unfinished: () => Promise.resolve(new Set(unfinished)) } as unknown as JobStates,
  );
  sweeps.onModuleInit();
  await jobs.find(({ sweeps: item }) => item !== undefined)?.handler.handle({});
  return sent;
}

const due = (key: string, marks: readonly string[] | null = []): Candidate => ({ key, due: () => marks });

test('all rows are found, page by page, each page by one statement and none larger than asked for', async () => {
  const keys = Array.from({ length: 1203 }, (_, index) => String(index).padStart(5, '0'));
  const sent = await searched(({ after, limit }: SweepRange) => {
    const rest = keys.filter((key) => after === null || key > after);
    return Promise.resolve(rest.slice(0, limit).map((key) => due(key)));
  });
  expect(sent.flat()).toEqual(keys);
  expect(sent.map(({ length }) => length)).toEqual([500, 500, 203]);
});

test('what is not due, was done or is still at work is left out; what cannot be judged is sent', async () => {
  const candidates = [
    due('done', ['mail-1', 'mail-2']),
    due('half-done', ['mail-1', 'mail-3']),
    due('not-due', null),
    due('at-work'),
    due('ready'),
    {
      key: 'unjudged',
      due: () => {
        throw new RangeError('Invalid time value');
      },
    },
  ];
  const sent = await searched(() => Promise.resolve(candidates), {
    known: ['mail-1', 'mail-2'],
    unfinished: ['at-work'],
  });
  expect(sent).toEqual([['half-done', 'ready', 'unjudged']]);
});
