export { PaperworkModule } from './paperwork.module.js';
export { paperworkPersonal } from './storage/personal-columns.js';
