export { OperationsModule } from './operations.module.js';
export { operationsPersonal } from './storage/personal-columns.js';
