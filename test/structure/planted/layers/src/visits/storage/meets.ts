// breaks: inner-rooms-meet-no-feature
import { rule } from '../../units/index.js';

export const met = rule;
