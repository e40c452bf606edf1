import { expect, test } from '@jest/globals';
import { tokenIn, withToken } from './return-token.js';
import { newReturnToken } from './tokens.js';

test('a token goes through an address and back, in whatever case a server writes it', () => {
  const token = newReturnToken();
  expect(token).toMatch(/^[a-z2-7]{26}$/);
  expect(newReturnToken()).not.toBe(token);
  const address = withToken('sambang@sambang.test', token);
  expect(address).toBe(`sambang+${token}@sambang.test`);
  expect(tokenIn(address)).toBe(token);
  expect(tokenIn(`Sambang <${address.toUpperCase()}>`)).toBe(token);
  expect(tokenIn('sambang@sambang.test')).toBeNull();
  expect(tokenIn(`sambang+${token.slice(1)}@sambang.test`)).toBeNull();
});
