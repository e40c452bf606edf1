import { OneOf, Whole } from './view-fields.js';

const well = ['ok'] as const;

export class LiveView {
  @OneOf('HealthStatus', well)
  status: 'ok';
}

/** How the work behind does. */
export class JobHealthView {
  /** How long the oldest job has been due. */
  oldestSeconds: number;

  /** Jobs that failed for good. */
  @Whole()
  failed: number;
}

export class ReadyView extends LiveView {
  jobs: JobHealthView | null;
}
