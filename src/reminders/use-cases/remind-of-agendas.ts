import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitFacts } from '../../units/index.js';
import { dueAgendaReminder } from '../domain/officer-reminder.js';
import { agendaReminder } from '../domain/reminder-mail.js';
import { RemindedVisits } from '../queries/reminded-visits.js';
import { UnitReaders } from '../queries/unit-readers.js';
import { PostReminder } from './post-reminder.js';
import { RemindBothUnits } from './remind-both-units.js';

/** Reminds the people of both units of an agenda that is missing. */
@Injectable()
export class RemindOfAgendas extends RemindBothUnits {
  constructor(
    clock: Clock,
    units: UnitFacts,
    visits: RemindedVisits,
    readers: UnitReaders,
    post: PostReminder,
  ) {
    super(clock, units, readers, post, {
      name: 'agenda',
      visits: (now, range) => visits.withoutAgenda(now, range),
      due: dueAgendaReminder,
      letter: agendaReminder,
    });
  }
}
