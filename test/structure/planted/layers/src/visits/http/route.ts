import { act } from '../use-cases/act.js';

export const route = act;
