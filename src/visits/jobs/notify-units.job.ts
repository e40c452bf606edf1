import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { NotifyUnits } from '../use-cases/notify-units.js';

interface Change {
  visitId: string;
  version: number;
}

@Job({ name: 'visits.notify-units', on: ['visit.changed'] })
export class NotifyUnitsJob implements JobHandler<Change> {
  constructor(private readonly notify: NotifyUnits) {}

  handle({ visitId, version }: Change): Promise<void> {
    return this.notify.execute(visitId, version);
  }
}
