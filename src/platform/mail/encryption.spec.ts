import { expect, test } from '@jest/globals';
import { mustEncrypt } from './encryption.js';

test.each([
  ['smtp://nama:rahasia@surel.test', true],
  ['smtp://nama:rahasia@surel.test:25?pool=true', true],
  ['smtp://nama:rahasia@localhost.surel.test', true],
  ['smtp://nama:rahasia@127.surel.test', true],
  ['smtp://nama:rahasia@0.0.0.0', true],
  ['smtp://nama:rahasia@10.0.0.1', true],
  ['smtp://nama:rahasia@[2001:db8::1]', true],
  ['smtp://nama:rahasia@surel.test?requireTLS=true', true],
  ['imap://nama:rahasia@surel.test/INBOX', true],
  ['smtps://nama:rahasia@surel.test', false],
  ['imaps://nama:rahasia@surel.test', false],
  ['smtp://surel.test', false],
  ['smtp://nama:rahasia@localhost', false],
  ['smtp://nama:rahasia@surel.localhost:2525', false],
  ['smtp://nama:rahasia@127.0.0.1:2525', false],
  ['smtp://nama:rahasia@127.9.9.9', false],
  ['smtp://nama:rahasia@[::1]:2525', false],
  ['smtp://nama:rahasia@surel.test?requireTLS=false', false],
  ['smtp://nama:rahasia@surel.test?ignoreTLS=true', false],
  ['imap://nama:rahasia@surel.test/Kotak?requireTLS=false', false],
])('%s: %s', (address, expected) => {
  expect(mustEncrypt(address)).toBe(expected);
});
