import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { hearingOf } from '../../visits/index.js';
import { SendInvitations } from '../use-cases/send-invitations.js';

/** What an invitation shows and whom it goes to; the sessions that some come for alone are those published. */
const hears = {
  state: true,
  time: true,
  place: true,
  proposal: false,
  approvals: false,
  details: true,
  letters: false,
  guests: true,
  people: true,
  answers: false,
  reached: false,
  attendance: false,
  'attended-sessions': true,
  agenda: false,
  files: false,
} as const;

@Job<{ visitId: string }>({
  name: 'calendars.send-invitations',
  on: ['agenda.published', ...hearingOf(hears)],
  key: ({ visitId }) => visitId,
})
export class SendInvitationsJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly invitations: SendInvitations) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.invitations.execute(visitId);
  }
}
