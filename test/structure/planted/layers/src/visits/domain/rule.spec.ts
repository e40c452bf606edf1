import { constant } from 'fast-check';
import { act } from '../use-cases/act.js';
import { rule } from './rule.js';

console.log(constant(rule), act);
