import { toOffsetIso } from '../../platform/text/dates.js';
import type { NowFigures } from '../domain/figure-kinds.js';
import type { Scope } from '../domain/scope.js';
import type { ScopedFollowUp } from '../queries/scoped-follow-ups.js';
import type { ScopedNote } from '../queries/scoped-notes.js';
import type { ScopedReplication } from '../queries/scoped-replications.js';
import type { ScopedVisit } from '../queries/scoped-visits.js';
import type { SinergiFigures } from '../use-cases/sinergi-figures.js';
import type { NowFiguresView, SinergiFiguresView, SinergiScopeView } from './sinergi.view.js';
import type {
  SinergiFollowUpView,
  SinergiNoteView,
  SinergiReplicationView,
  SinergiVisitView,
} from './sinergi-lists.view.js';

/** What was looked at, as it was understood. */
export function presentScope({ from, to, office, program }: Scope): SinergiScopeView {
  return { from, to, office, program };
}

export function presentFigures(figures: SinergiFigures): SinergiFiguresView {
  const { scope, before, total, agreed, states, months, programs, offices } = figures;
  const {
    officePairs,
    pairs,
    silent,
    answers,
    summaries,
    followUps,
    notes,
    replications,
    learning,
    practices,
  } = figures;
  return {
    scope: presentScope(scope),
    now: presentNow(figures.now),
    before: { from: before.from, to: before.to },
    visits: { total, agreed, states, months, programs, offices, officePairs, pairs },
    silentUnits: { count: silent.count, before: silent.before },
    answers: {
      count: answers.count,
      before: answers.before,
      medianHours: answers.medianHours,
      medianHoursBefore: answers.medianHoursBefore,
    },
    summaries,
    followUps,
    notes,
    replications,
    learning,
    practices,
  };
}

const presentNow = ({
  unanswered,
  summariesDue,
  summariesLate,
  promisesOpen,
  promisesOverdue,
}: NowFigures): NowFiguresView => ({
  unanswered,
  summariesDue,
  summariesLate,
  followUpsWaiting: promisesOpen,
  followUpsOverdue: promisesOverdue,
});

export function presentSinergiVisit(visit: ScopedVisit): SinergiVisitView {
  return {
    id: visit.id,
    reference: visit.reference,
    title: visit.title,
    state: visit.state,
    guestUnitName: visit.guestName,
    hostUnitName: visit.hostName,
    timeZone: visit.timeZone,
    startsAt: toOffsetIso(visit.startsAt, visit.timeZone),
    endsAt: toOffsetIso(visit.endsAt, visit.timeZone),
  };
}

export function presentSinergiFollowUp({
  id,
  what,
  unitName,
  personName,
  dueOn,
}: ScopedFollowUp): SinergiFollowUpView {
  return { id, what, unitName, person: personName, dueOn };
}

export function presentSinergiReplication(row: ScopedReplication): SinergiReplicationView {
  const { id, followUp, note, practice, fromName, toName, since } = row;
  return { id, followUp, note, practice, fromUnitName: fromName, toUnitName: toName, since };
}

export function presentSinergiNote({
  id,
  title,
  unitName,
  publishedAt,
  timeZone,
  replications,
}: ScopedNote): SinergiNoteView {
  return { id, title, unitName, publishedAt: toOffsetIso(publishedAt, timeZone), timeZone, replications };
}
