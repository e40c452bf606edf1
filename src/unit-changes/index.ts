export { UnitChangesModule } from './unit-changes.module.js';
export { unitChangesPersonal } from './storage/personal-columns.js';
