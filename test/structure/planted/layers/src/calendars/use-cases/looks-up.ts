// breaks: calendars-knows-none-above
import { rule } from '../../notes/index.js';

export const above = rule;
