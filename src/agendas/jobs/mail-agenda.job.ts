import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { MailAgenda } from '../use-cases/mail-agenda.js';

/** After a publication; and after a change of the visit, which may have confirmed it or added somebody. */
@Job({ name: 'agendas.mail-agenda', on: ['agenda.published', 'visit.changed'] })
export class MailAgendaJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly mail: MailAgenda) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.mail.execute(visitId);
  }
}
