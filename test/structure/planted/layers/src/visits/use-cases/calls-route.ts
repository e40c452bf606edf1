// breaks: use-cases-imports
import { route } from '../http/route.js';

export const called = route;
