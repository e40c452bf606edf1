import { describe, expect, test } from '@jest/globals';
import { bareAddress, displayName, domainOf, headerText } from './header-text.js';

describe('headerText', () => {
  test.each([
    ['Budi\r\nBcc: lain@contoh.test', 'Budi Bcc: lain@contoh.test'],
    ['Budi\nSantoso', 'Budi Santoso'],
    ['Budi\rSantoso', 'Budi Santoso'],
    ['Budi\u2028Santoso\u0085\u0000', 'Budi Santoso'],
    ['Undangan \u202Egpj.exe\u2066', 'Undangan gpj.exe'],
    ['  Budi   Santoso\t', 'Budi Santoso'],
    ['Studi tiru – é 🙏', 'Studi tiru – é 🙏'],
  ])('%j becomes %j', (value, expected) => {
    expect(headerText(value)).toBe(expected);
  });
});

describe('the parts of a mailbox', () => {
  test.each([
    ['Sambang <sambang@Ditjenpas.Test>', 'Sambang', 'sambang@Ditjenpas.Test', 'ditjenpas.test'],
    ['sambang@localhost', '', 'sambang@localhost', 'localhost'],
    ['<sambang@localhost>', '', 'sambang@localhost', 'localhost'],
  ])('%s', (mailbox, name, address, domain) => {
    expect(displayName(mailbox)).toBe(name);
    expect(bareAddress(mailbox)).toBe(address);
    expect(domainOf(mailbox)).toBe(domain);
  });
});
