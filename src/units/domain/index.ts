/** What the pure rules and tables of features above may know of organisations. */
export { kindsWith } from './organisation-kinds.js';
export { visitKindWords, visitKinds, type VisitKind } from './visit-kinds.js';
export { isThereOn, type UnitLife } from './unit-life.js';
export { unknownUnitWords, type FoundUnit, type NamedUnit } from './unit-names.js';
