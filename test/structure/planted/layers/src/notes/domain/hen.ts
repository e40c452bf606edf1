// breaks: no-circle
import { egg } from './egg.js';

export const hen = (): unknown => egg;
