import { expect, test } from '@jest/globals';
import { passwordMail } from './password-mail.js';

const LINK = 'https://sambang.test/sandi/abc';

test('an invitation says how long its link lasts', () => {
  const mail = passwordMail('invitation', 'Sari', LINK);
  expect(mail.subject).toBe('Undangan memakai Sambang');
  expect(mail.text).toContain(`\n${LINK}\n\n`);
  expect(mail.text).toContain('berlaku selama 14 hari');
});

test('a reset lasts an hour', () => {
  expect(passwordMail('reset', 'Sari', LINK).text).toContain('berlaku selama 1 jam');
});

test('a name cannot bring markup along', () => {
  const mail = passwordMail('reset', '<b>"Sari" & co</b>', LINK);
  expect(mail.html).toContain('&lt;b&gt;&quot;Sari&quot; &amp; co&lt;/b&gt;');
  expect(mail.html).not.toContain('<b>');
  expect(mail.html).toContain(`href="${LINK}"`);
});
