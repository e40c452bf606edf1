import { words } from './words.js';

export const newId = (): string => words;
