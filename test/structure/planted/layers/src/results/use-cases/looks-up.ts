// breaks: results-knows-none-above
import { rule } from '../../sinergi/index.js';

export const above = rule;
