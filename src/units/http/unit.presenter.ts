import { clockOfMinute } from '../domain/wall-clock.js';
import type { UnitLine } from '../queries/list-units.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import type { UnitLineView, UnitView } from './unit.view.js';

export function presentUnitLine(line: UnitLine): UnitLineView {
  return {
    code: line.code,
    name: line.name,
    type: line.type,
    place: line.place,
    regionalOffice: line.regionalOffice,
    timeZone: line.timeZone,
    latitude: line.latitude,
    longitude: line.longitude,
    open: line.open,
  };
}

/** A unit as the API shows it; hours are those of its own clock. */
export function presentUnit(unit: UnitDetailsFact): UnitView {
  const { policy } = unit;
  return {
    code: unit.code,
    name: unit.name,
    type: unit.type,
    typeName: unit.typeName,
    subtype: unit.subtype,
    class: unit.class,
    place: unit.place,
    regionalOffice: unit.regionalOffice,
    regionalOfficeName: unit.regionalOfficeName,
    timeZone: unit.timeZone,
    latitude: unit.latitude,
    longitude: unit.longitude,
    aliases: unit.aliases,
    formerNames: unit.formerNames,
    email: unit.email,
    phone: unit.phone,
    address: unit.address,
    hostingPolicy: {
      open: policy.open,
      capacity: policy.capacity,
      largestParty: policy.largestParty,
      shortestNoticeDays: policy.shortestNoticeDays,
      longestNoticeDays: policy.longestNoticeDays,
      windows: policy.windows.map(({ weekday, startsMinute, endsMinute }) => ({
        weekday,
        startsAt: clockOfMinute(startsMinute),
        endsAt: clockOfMinute(endsMinute),
      })),
      identityRule: policy.identityRule,
      phoneRule: policy.phoneRule,
      cameraRule: policy.cameraRule,
    },
    closedDays: unit.closedDays,
    version: unit.version,
  };
}
