export { SinergiModule } from './sinergi.module.js';
export { KeepFigures } from './use-cases/keep-figures.js';
export { sinergiPersonal } from './storage/personal-columns.js';
