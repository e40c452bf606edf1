// breaks: inner-rooms-meet-at-domain
import { rule } from '../../units/index.js';

export const met = rule;
