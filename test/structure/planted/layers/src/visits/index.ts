export { rule } from './domain/rule.js';
export { visitsModule } from './visits.module.js';
