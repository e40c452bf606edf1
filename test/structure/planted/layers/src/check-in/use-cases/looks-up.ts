// breaks: check-in-knows-none-above
import { rule } from '../../summaries/index.js';

export const above = rule;
