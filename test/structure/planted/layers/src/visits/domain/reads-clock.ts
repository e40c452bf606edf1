// breaks: domain-imports
import { clock } from '../../platform/clock/clock.js';

export const now = clock;
