import { rule } from '../../units/domain/index.js';

export const met = rule;
