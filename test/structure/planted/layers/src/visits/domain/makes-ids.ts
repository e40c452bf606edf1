// breaks: domain-imports
import { newId } from '../../platform/text/tokens.js';

export const id = newId();
