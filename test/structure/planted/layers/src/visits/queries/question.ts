import { rule as unit } from '../../units/index.js';
import { store } from '../storage/store.js';

export const question = [unit, store];
