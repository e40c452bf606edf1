// breaks: units-knows-none-above
import { rule } from '../../people/index.js';

export const above = rule;
