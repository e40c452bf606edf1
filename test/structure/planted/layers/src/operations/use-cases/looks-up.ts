// breaks: operations-knows-none-above
import { rule } from '../../visits/index.js';

export const above = rule;
