// breaks: pages-imports
import { route } from '../http/route.js';

export const routed = route;
