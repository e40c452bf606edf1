// breaks: domain-imports
import { port } from '../../../config/environment.js';

export const setting = port;
