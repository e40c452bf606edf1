import { store } from '../../src/visits/storage/store.js';

export const build = store;
