import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JOB, type Announcements, type JobDefinition, type JobHandler } from './job.js';

export type RegisteredJob = JobDefinition & {
  handler: JobHandler;
  /** Of the search of a sweep: name of the job that each item is. */
  sweeps?: string;
};

/** Every job that the modules provide. Two of one name, or one that cannot be handled, refuse the start. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly jobs = new Map<string, RegisteredJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const definition = metatype && this.reflector.get<JobDefinition | undefined>(JOB, metatype);
      if (definition) this.add({ ...definition, handler: instance as JobHandler });
    }
  }

  all(): readonly RegisteredJob[] {
    return [...this.jobs.values()];
  }

  /** @throws Error when no module provides the job */
  named(name: string): RegisteredJob {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`no module provides the job ${name}`);
    return job;
  }

  listeningTo(announcement: keyof Announcements): RegisteredJob[] {
    return this.all().filter((job) => job.on?.includes(announcement));
  }

  /** @throws Error when it has no `handle()`, or there is another of its name */
  add(job: RegisteredJob): void {
    const { name, handler } = job;
    const className = handler?.constructor.name;
    if (typeof (handler as Partial<JobHandler> | undefined)?.handle !== 'function')
      throw new Error(`the job ${name} cannot run: ${className} has no handle()`);
    const other = this.jobs.get(name);
    if (other && other.handler !== handler)
      throw new Error(`two jobs are named ${name}: ${other.handler.constructor.name} and ${className}`);
    this.jobs.set(name, job);
  }
}
