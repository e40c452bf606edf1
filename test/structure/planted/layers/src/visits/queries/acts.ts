// breaks: queries-imports
import { act } from '../use-cases/act.js';

export const acted = act;
