import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { UnitFacts } from '../../units/index.js';
import { dueParticipantReminder } from '../domain/participant-reminder.js';
import { participantReminder, type EveningParts } from '../domain/reminder-mail.js';
import { RemindedVisits, type UpcomingParticipant } from '../queries/reminded-visits.js';
import { PostReminder, reminderKey } from './post-reminder.js';

/** Reminds those who take part in what is near. */
@Injectable()
export class RemindParticipants {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: RemindedVisits,
    private readonly agendas: AgendaFacts,
    private readonly post: PostReminder,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.visits.upcoming(now, range)).map((participant) => ({
      key: participant.participantId,
      due: () => {
        const due = dueParticipantReminder(participant, now, isHoliday);
        return due === null ? null : [reminderKey(participant, due, participant.email)];
      },
    }));
  }

  async one(participantId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [participant] = await this.visits.upcoming(now, onlyOf(participantId));
    const due = participant ? dueParticipantReminder(participant, now, isHoliday) : null;
    if (!participant || due === null) return;
    await this.post.execute(participant, 'standing', due, participant, async (shown) =>
      participantReminder(
        participant,
        shown,
        now,
        due === 'evening' ? await this.eveningParts(participant) : null,
      ),
    );
  }

  private async eveningParts({ id, hostUnit }: UpcomingParticipant): Promise<EveningParts> {
    return {
      sessions: await this.agendas.published(id),
      hostRules: await this.visits.hostRules(hostUnit),
    };
  }
}
