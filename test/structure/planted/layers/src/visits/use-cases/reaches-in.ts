// breaks: features-meet-at-index
import { rule } from '../../units/domain/rule.js';

export const reached = rule;
