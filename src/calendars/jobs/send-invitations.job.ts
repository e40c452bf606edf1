import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { SendInvitations } from '../use-cases/send-invitations.js';

@Job({ name: 'calendars.send-invitations', on: ['visit.changed'] })
export class SendInvitationsJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly invitations: SendInvitations) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.invitations.execute(visitId);
  }
}
