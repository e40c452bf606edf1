import { test } from '@jest/globals';

test('is never reached', () => undefined);

throw new Error('this file cannot be loaded');
