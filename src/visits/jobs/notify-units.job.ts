import { Job, type Announcements, type JobHandler } from '../../platform/jobs/job.js';
import { NotifyUnits } from '../use-cases/notify-units.js';

type Notice = Announcements['visit.notice-due'];

@Job<Notice>({
  name: 'visits.notify-units',
  on: ['visit.notice-due'],
  key: ({ visitId, version }) => `${visitId}:${version}`,
})
export class NotifyUnitsJob implements JobHandler<Notice> {
  constructor(private readonly notify: NotifyUnits) {}

  handle({ visitId, version }: Notice): Promise<void> {
    return this.notify.execute(visitId, version);
  }
}
