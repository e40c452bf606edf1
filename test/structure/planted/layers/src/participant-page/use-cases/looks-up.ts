// breaks: participant-page-knows-none-above
import { rule } from '../../correspondence/index.js';

export const above = rule;
