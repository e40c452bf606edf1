export { UnitsModule } from './units.module.js';
export { LoadReferenceData } from './use-cases/load-reference-data.js';
export { freeWindows, type BusyTime, type FreeWindow } from './domain/availability.js';
export { changeableParts } from './domain/policies.js';
export { commonWindows } from './domain/common-windows.js';
export { checkRequest, type RequestFault } from './domain/hosting-request.js';
export { UnitFacts } from './queries/unit-facts.js';
export type { HostingFacts } from './queries/unit-facts.js';
export { TakenHostTime } from './use-cases/taken-host-time.js';
