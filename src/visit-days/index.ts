export { VisitDaysModule } from './visit-days.module.js';
