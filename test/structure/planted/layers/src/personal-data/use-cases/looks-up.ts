// breaks: personal-data-knows-none-above
import { rule } from '../../help/index.js';

export const above = rule;
