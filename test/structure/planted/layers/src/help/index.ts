export { rule } from './domain/rule.js';
