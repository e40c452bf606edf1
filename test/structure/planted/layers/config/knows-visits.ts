// breaks: config-knows-no-feature
import { rule } from '../src/visits/index.js';

export const known = rule;
