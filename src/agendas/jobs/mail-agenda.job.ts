import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { hearingOf } from '../../visits/index.js';
import { MailAgenda } from '../use-cases/mail-agenda.js';

/** Beside a publication: a state that confirms the visit, and somebody new in it. */
const hears = {
  state: true,
  time: false,
  place: false,
  proposal: false,
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
  name: 'agendas.mail-agenda',
  on: ['agenda.published', ...hearingOf(hears)],
  key: ({ visitId }) => visitId,
})
export class MailAgendaJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly mail: MailAgenda) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.mail.execute(visitId);
  }
}
