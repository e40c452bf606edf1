import { words } from '../../platform/text/words.js';

export const rule = words;
