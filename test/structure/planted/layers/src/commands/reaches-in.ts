// breaks: roots-meet-features-at-index
import { store } from '../visits/storage/store.js';

export const reached = store;
