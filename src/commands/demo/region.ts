import type { NewParticipant } from '../../visits/index.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { futureFates, pastFates } from './region-fates.js';
import { plans, type Plan } from './region-plan.js';
import { workingDaysAround, type StoryStep } from './stage.js';
import { party, VisitScript } from './visit-script.js';

/** Visits up to this day write to nobody: hardly a step of them is younger than a month. */
const LAST_OLD_DAY = -12;

/** The programs called “aksi” begin with this year; a visit before it belongs to none of them. */
const AKSI_BEGINS = new Date('2025-12-31T17:00:00Z');

/** A year of visits of a whole region and the quarter to come, up to now; nothing of it is printed. */
export function regionAround(now: Date, isHoliday: IsHoliday): StoryStep[] {
  const at = workingDaysAround(now, isHoliday);
  const steps = plans(at).flatMap((plan) => {
    const script = scriptOf(plan);
    const fates = plan.day < 0 ? pastFates : futureFates;
    fates[plan.index % fates.length]?.(plan, script);
    return script.steps;
  });
  return steps.filter((step) => step.at <= now).map((step) => ({ ...step, quiet: true }));
}

/** Many who take part have no mail address that anybody knows; here all but the leader of a visit of late. */
const addressed = (one: NewParticipant, isLate: boolean): NewParticipant =>
  one.role === 'leader' && isLate ? one : { ...one, email: null };

function scriptOf({ guest, host, topic, day, at }: Plan): VisitScript {
  const { title, kind, programs } = topic;
  return new VisitScript({
    ...{ guest, host, kind },
    startsAt: at(day, '09.00'),
    endsAt: at(day, '11.30'),
    details: {
      title,
      topics: [topic.topic],
      programs: programs.filter((code) => !code.startsWith('aksi-') || at(day, '09.00') >= AKSI_BEGINS),
    },
    participants: party(guest, host).map((one) => addressed(one, day > LAST_OLD_DAY)),
  });
}
