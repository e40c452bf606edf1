import { rule } from '../domain/rule.js';

export const store = rule;
