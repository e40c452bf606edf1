import { rule } from './units/index.js';
import { visitsModule } from './visits/visits.module.js';

export const appModule = [rule, visitsModule];
