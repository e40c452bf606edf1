// breaks: use-cases-imports
import { route } from '../http/route.js';

export const asked = route;
