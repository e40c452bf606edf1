import { rule } from '../domain/rule.js';

export const sheet = rule;
