import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitFacts } from '../../units/index.js';
import { dueLinkReminder } from '../domain/officer-reminder.js';
import { linkReminder } from '../domain/reminder-mail.js';
import { RemindedVisits } from '../queries/reminded-visits.js';
import { UnitReaders } from '../queries/unit-readers.js';
import { PostReminder } from './post-reminder.js';
import { RemindBothUnits } from './remind-both-units.js';

/** Reminds the people of both units of the link of a meeting that is missing. */
@Injectable()
export class RemindOfLinks extends RemindBothUnits {
  constructor(
    clock: Clock,
    units: UnitFacts,
    visits: RemindedVisits,
    readers: UnitReaders,
    post: PostReminder,
  ) {
    super(clock, units, readers, post, {
      name: 'link',
      visits: (now, range) => visits.withoutLink(now, range),
      due: dueLinkReminder,
      letter: linkReminder,
    });
  }
}
