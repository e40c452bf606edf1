export { SinergiModule } from './sinergi.module.js';
