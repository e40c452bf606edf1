import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JOB, type Announcements, type JobDefinition, type JobHandler } from './job.js';

export interface RegisteredJob extends JobDefinition {
  handler: JobHandler;
}

/** Every job that the modules provide. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly jobs: RegisteredJob[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const definition = metatype && this.reflector.get<JobDefinition | undefined>(JOB, metatype);
      if (definition) this.jobs.push({ ...definition, handler: instance as JobHandler });
    }
  }

  all(): readonly RegisteredJob[] {
    return this.jobs;
  }

  listeningTo(announcement: keyof Announcements): RegisteredJob[] {
    return this.jobs.filter((job) => job.on?.includes(announcement));
  }
}
