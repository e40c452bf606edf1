// breaks: entities-meet-entities
import { rule } from '../../units/index.js';

export const met = rule;
