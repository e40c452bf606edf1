import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { TellGuests } from '../use-cases/tell-guests.js';
import { hearingOf } from '../use-cases/visit-announcements.js';
import { WatchInvitations } from '../use-cases/watch-invitations.js';

/** Who was asked while the visit was a draft is told when it is sent. */
const hears = {
  state: true,
  time: false,
  place: false,
  proposal: false,
  approvals: false,
  details: false,
  letters: false,
  guests: true,
  people: false,
  answers: false,
  reached: false,
  attendance: false,
  'attended-sessions': false,
  agenda: false,
  files: false,
} as const;

@Job<{ visitId: string }>({
  name: 'visits.tell-guests',
  on: hearingOf(hears),
  key: ({ visitId }) => visitId,
})
export class TellGuestsJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly tell: TellGuests) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.tell.execute(visitId);
  }
}

/** Every half hour; an item is an invitation. */
@Sweep({
  name: 'visits.watch-invitations',
  cron: '*/30 * * * *',
  missed: { caughtUpUntil: 'the last day to answer has passed' },
})
export class WatchInvitationsJob implements SweepHandler {
  constructor(private readonly watch: WatchInvitations) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.watch.find(range);
  }

  one(id: string): Promise<void> {
    return this.watch.one(id);
  }
}
