import { expect, test } from '@jest/globals';
import { passwordMail } from './password-mail.js';

const LINK = 'https://sambang.test/sandi/abc';

test('an invitation says how long its link lasts', () => {
  const mail = passwordMail('invitation', 'Sari', LINK);
  expect(mail.subject).toBe('Undangan memakai Sambang');
  expect(mail.text).toContain(`\n${LINK}\n\n`);
  expect(mail.text).toContain('berlaku selama 14 hari');
});

test('an invitation names who invites, as what, where, and who runs the system', () => {
  const { text } = passwordMail('invitation', 'Sari', LINK, {
    by: 'Ibu Kepala',
    role: 'Petugas',
    place: 'Rutan Kelas IIB Banjarnegara',
    operator: '',
  });
  expect(text).toContain(
    'Diundang oleh: Ibu Kepala\nSebagai: Petugas\nTempat tugas: Rutan Kelas IIB Banjarnegara\n\n',
  );
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
