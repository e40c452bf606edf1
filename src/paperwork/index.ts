export { PaperworkModule } from './paperwork.module.js';
