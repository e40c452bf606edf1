import { toOffsetIso } from '../../platform/text/dates.js';
import { changeTitle } from '../domain/unit-change-words.js';
import type { UnitChangeFact } from '../queries/list-unit-changes.js';
import type { ReadableChange } from '../use-cases/read-unit-change.js';
import type { UnitChangeLineView, UnitChangeView } from './unit-change.view.js';

export const presentChangeLine = (change: UnitChangeFact): UnitChangeLineView => ({
  id: change.id,
  kind: change.kind,
  state: change.state,
  title: changeTitle(change),
  effectiveOn: change.effectiveOn,
  regionalOffice: change.regionalOffice,
  unit: change.unit,
  unitName: change.unitName,
  successor: change.successor,
  successorName: change.successorName,
});

/** A change with the visits that it touches; times carry the offset of its unit's zone, of visits of their host's. */
export function presentChange({ change, visits, verbs }: ReadableChange): UnitChangeView {
  const at = (instant: Date): string => toOffsetIso(instant, change.timeZone);
  return {
    ...presentChangeLine(change),
    name: change.name,
    type: change.type,
    class: change.class,
    opens: change.opens.map((unit) => ({
      ...{ code: unit.code, name: unit.name, type: unit.type, class: unit.class, place: unit.place },
      ...{ regionalOffice: unit.regionalOffice, timeZone: unit.timeZone },
    })),
    endsOrigin: change.endsOrigin,
    callsOff: change.callsOff,
    movesPeople: change.movesPeople,
    decree: change.decree,
    reason: change.reason,
    proposedBy: change.proposedByName,
    proposedAt: at(change.proposedAt),
    decidedBy: change.decidedByName,
    decidedAt: change.decidedAt && at(change.decidedAt),
    decisionReason: change.decisionReason,
    doneAt: change.doneAt && at(change.doneAt),
    visits: visits.map(({ id, reference, title, guestUnitName, hostUnitName, isAgreed, ...visit }) => ({
      ...{ id, reference, title, guestUnitName, hostUnitName, agreed: isAgreed },
      startsAt: toOffsetIso(visit.startsAt, visit.timeZone),
      endsAt: toOffsetIso(visit.endsAt, visit.timeZone),
    })),
    allowedActions: verbs,
    version: change.version,
  };
}
