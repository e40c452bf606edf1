import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { hearingOf } from '../use-cases/visit-announcements.js';
import { OvertakeMails } from '../use-cases/overtake-mails.js';

/** A mail holds for a visit that is not off, and of some for who takes part, or for a question that is open. */
const hears = {
  state: true,
  time: false,
  place: false,
  proposal: true,
  approvals: false,
  details: false,
  letters: false,
  guests: false,
  people: true,
  answers: false,
  reached: false,
  attendance: false,
  'attended-sessions': false,
  agenda: false,
  files: false,
} as const;

@Job<{ visitId: string }>({
  name: 'visits.overtake-mails',
  on: hearingOf(hears),
  key: ({ visitId }) => visitId,
})
export class OvertakeMailsJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly overtake: OvertakeMails) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.overtake.execute(visitId);
  }
}
