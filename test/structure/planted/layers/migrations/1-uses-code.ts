// breaks: migrations-stand-alone
import { port } from '../config/environment.js';

export const used = port;
