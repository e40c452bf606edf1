// breaks: jobs-imports
import type { store } from '../storage/store.js';

export type Stored = typeof store;
