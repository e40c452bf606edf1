// breaks: reminders-knows-none-above
import { rule } from '../../correspondence/index.js';

export const above = rule;
