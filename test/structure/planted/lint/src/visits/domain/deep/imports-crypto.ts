// breaks: house/chance-is-an-argument
import { randomUUID } from 'node:crypto';

export { randomUUID };
