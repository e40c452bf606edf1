export { SinergiModule } from './sinergi.module.js';
export { KeepFigures } from './use-cases/keep-figures.js';
