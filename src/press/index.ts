export { PressModule } from './press.module.js';
export { pressPersonal } from './storage/personal-columns.js';
