// breaks: notes-knows-none-above
import { rule } from '../../follow-ups/index.js';

export const above = rule;
