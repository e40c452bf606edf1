// breaks: correspondence-knows-none-above
import { rule } from '../../paperwork/index.js';

export const above = rule;
