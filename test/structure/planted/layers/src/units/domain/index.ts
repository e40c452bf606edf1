export { rule } from './rule.js';
