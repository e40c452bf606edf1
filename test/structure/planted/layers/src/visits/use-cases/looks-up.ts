// breaks: visits-knows-none-above
import { rule } from '../../agendas/index.js';

export const above = rule;
