// breaks: http-imports
import { store } from '../storage/store.js';

export const stored = store;
