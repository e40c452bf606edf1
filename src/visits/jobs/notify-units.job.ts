import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { NotifyUnits } from '../use-cases/notify-units.js';
import type { VisitNotice } from '../use-cases/visit-announcements.js';

@Job<VisitNotice>({
  name: 'visits.notify-units',
  on: ['visit.notice-due'],
  key: ({ visitId, version }) => `${visitId}:${version}`,
})
export class NotifyUnitsJob implements JobHandler<VisitNotice> {
  constructor(private readonly notify: NotifyUnits) {}

  handle(notice: VisitNotice): Promise<void> {
    return this.notify.execute(notice);
  }
}
