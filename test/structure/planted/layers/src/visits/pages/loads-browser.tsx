// breaks: server-stays-on-server
import { comfort } from './browser/comfort.js';

export const loaded = comfort;
