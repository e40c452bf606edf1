import { words } from '../text/words.js';

export const clock = words;
