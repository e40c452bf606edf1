import { answerOf } from '../../platform/http/described-answer.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { hostingFields, unitFields } from '../domain/unit-fields.js';
import { kindFields } from '../domain/kind-rules.js';
import type { UnitLine } from '../queries/list-units.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import { presentWindows } from './window.dto.js';
import type { UnitLineView, UnitView } from './unit.view.js';

export function presentUnitLine(line: UnitLine): UnitLineView {
  return {
    code: line.code,
    name: line.name,
    kind: line.kind,
    type: line.type,
    place: line.place,
    regionalOffice: line.regionalOffice,
    timeZone: line.timeZone,
    latitude: line.latitude,
    longitude: line.longitude,
    positionConfirmed: line.positionConfirmed,
    open: line.open,
    usesSambang: line.usesSambang,
    closedOn: line.closedOn,
  };
}

/** A unit as the API shows it; hours are those of its own clock. */
export function presentUnit(unit: UnitDetailsFact): UnitView {
  const { policy } = unit;
  return {
    code: unit.code,
    ...answerOf(unitFields, unit),
    kind: unit.kind,
    type: unit.type,
    typeName: unit.typeName,
    subtype: unit.subtype,
    class: unit.class,
    regionalOffice: unit.regionalOffice,
    regionalOfficeName: unit.regionalOfficeName,
    timeZone: unit.timeZone,
    positionConfirmedAt: unit.positionConfirmedAt && toOffsetIso(unit.positionConfirmedAt, unit.timeZone),
    positionConfirmedBy: unit.positionConfirmedBy,
    formerNames: unit.formerNames,
    usesSambang: unit.usesSambang,
    open: unit.policy.open && unit.canAnswer,
    openedOn: unit.openedOn,
    closedOn: unit.closedOn,
    successor: unit.successor,
    absorbed: unit.absorbed.map(({ code }) => code),
    hostingPolicy: {
      ...answerOf(hostingFields, policy),
      windows: presentWindows(policy.windows),
    },
    closedDays: unit.closedDays,
    kinds: unit.kinds.map(({ kind, windows, ...rule }) => ({
      kind,
      ...answerOf(kindFields, rule),
      windows: presentWindows(windows),
    })),
    periods: unit.periods.map(({ id, national, name, from, until, closed, windows }) => ({
      ...{ id, national, name, from, until, closed },
      windows: presentWindows(windows),
    })),
    version: unit.version,
  };
}
