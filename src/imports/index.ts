export { ImportsModule } from './imports.module.js';
export { importsPersonal } from './storage/personal-columns.js';
