import { port } from '../../../config/environment.js';

export const words = String(port);
