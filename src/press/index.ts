export { PressModule } from './press.module.js';
