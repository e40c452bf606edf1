import { rule } from '../domain/rule.js';

export const person = rule;
