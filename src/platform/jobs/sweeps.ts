import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobStates } from './job-states.js';
import { SWEEP, type Candidate, type SweepDefinition, type SweepHandler } from './sweep.js';

/** Candidates that one statement reads, and jobs that one statement stores. */
const PAGE = 500;

/** Name of the queue of a sweep's items. */
export const itemOf = (sweep: string): string => `${sweep}-one`;

/** Registers every sweep that the modules provide, as two jobs: the search, and the work on one item. */
@Injectable()
export class Sweeps implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
    private readonly states: JobStates,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const definition = metatype && this.reflector.get<SweepDefinition | undefined>(SWEEP, metatype);
      if (definition) this.register(definition, instance as SweepHandler);
    }
  }

  private register({ name, cron, missed }: SweepDefinition, sweep: SweepHandler): void {
    const item = itemOf(name);
    this.registry.add({
      name: item,
      key: (payload) => (payload as { key: string }).key,
      handler: { handle: (payload) => sweep.one((payload as { key: string }).key) },
    });
    this.registry.add({
      name,
      cron,
      missed,
      alone: 'only finds; each item is a job of its own',
      sweeps: item,
      handler: { handle: () => this.search(item, sweep) },
    });
  }

  private async search(item: string, sweep: SweepHandler): Promise<void> {
    let page: Candidate[];
    let after: string | null = null;
    do {
      page = await sweep.find({ after, only: null, limit: PAGE });
      const keys = await this.toDo(sweep, page);
      const unfinished = await this.states.unfinished(item, keys);
      await this.queue.sendAll(
        item,
        keys.filter((key) => !unfinished.has(key)).map((key) => ({ payload: { key } })),
      );
      after = page.at(-1)?.key ?? null;
    } while (page.length >= PAGE);
  }

  private async toDo(sweep: SweepHandler, page: readonly Candidate[]): Promise<string[]> {
    const due = page.flatMap(({ key, ...candidate }) => {
      const marks = marksOf(candidate);
      return marks === null ? [] : [{ key, marks }];
    });
    const marks = due.flatMap((each) => each.marks);
    const known = (marks.length > 0 && (await sweep.known?.(marks))) || new Set<string>();
    return due
      .filter((each) => each.marks.length === 0 || !each.marks.every((mark) => known.has(mark)))
      .map(({ key }) => key);
  }
}

/** A row that cannot even be judged is due: its own job fails, where it is seen. */
function marksOf({ due }: Pick<Candidate, 'due'>): readonly string[] | null {
  try {
    return due();
  } catch {
    return [];
  }
}
