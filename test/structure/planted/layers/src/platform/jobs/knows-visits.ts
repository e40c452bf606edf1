// breaks: platform-knows-no-feature
import { rule } from '../../visits/index.js';

export const known = rule;
