import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { nameList } from '../../platform/text/name-list.js';
import { UnitFacts } from '../../units/index.js';
import { isOnSite, PersonalLinks, standingOf } from '../../visits/index.js';
import { dueParticipantReminder, lateParticipantReminder } from '../domain/participant-reminder.js';
import { participantReminder, type EveningParts } from '../domain/reminder-mail.js';
import { RemindedVisits, type UpcomingParticipant } from '../queries/reminded-visits.js';
import { PostReminder, reminderKey } from './post-reminder.js';

/** The reminder of the hour, or the last one where its own hours went by. */
const reminderNow = (...[time, now, isHoliday]: Parameters<typeof dueParticipantReminder>) =>
  dueParticipantReminder(time, now, isHoliday) ?? lateParticipantReminder(time, now, isHoliday);

/** Reminds those who take part in what is near. */
@Injectable()
export class RemindParticipants {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: RemindedVisits,
    private readonly agendas: AgendaFacts,
    private readonly post: PostReminder,
    private readonly personal: PersonalLinks,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.visits.upcoming(now, range)).map((participant) => ({
      key: participant.participantId,
      due: () => {
        const due = reminderNow(participant, now, isHoliday);
        return due === null ? null : [reminderKey(participant, due, participant.email)];
      },
    }));
  }

  async one(participantId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [participant] = await this.visits.upcoming(now, onlyOf(participantId));
    const due = participant ? reminderNow(participant, now, isHoliday) : null;
    if (!participant || due === null) return;
    const to = { name: nameList(participant.names), email: participant.email };
    await this.post.execute(participant, 'standing', due, to, async (shown) => {
      const evening = due === 'evening' ? await this.eveningParts(participant) : null;
      const standing = standingOf(participant);
      const pages = await this.personal.at(participant.id, participant.email);
      const told = { ...shown, pages };
      const letter = participantReminder({ ...participant, ...to, standing }, told, now, evening);
      return { ...letter, topic: 'reminder', cause: 'participation' };
    });
  }

  private async eveningParts(visit: UpcomingParticipant): Promise<EveningParts> {
    const { id, hostUnit } = visit;
    return {
      sessions: await this.agendas.published(id),
      hostRules: isOnSite(visit) ? await this.visits.hostRules(hostUnit) : [],
    };
  }
}
