export { UnitChangesModule } from './unit-changes.module.js';
