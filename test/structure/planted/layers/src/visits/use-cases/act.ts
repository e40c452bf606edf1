import { port } from '../../../config/environment.js';
import { rule as person } from '../../people/index.js';
import { clock } from '../../platform/clock/clock.js';
import { store } from '../storage/store.js';

export const act = [port, person, clock, store];
