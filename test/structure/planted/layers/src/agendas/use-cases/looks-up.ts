// breaks: agendas-knows-none-above
import { rule } from '../../calendars/index.js';

export const above = rule;
