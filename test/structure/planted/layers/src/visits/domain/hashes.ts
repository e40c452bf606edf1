// breaks: domain-is-plain-typescript
import { createHash } from 'node:crypto';

export const hash = createHash;
