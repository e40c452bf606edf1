// breaks: house/chance-is-an-argument
import * as nodeCrypto from 'node:crypto';

export const bytes = () => nodeCrypto.randomBytes(4);
