import { sampleReader, type MailSample } from '../../platform/text/mail-sample.js';
import { passwordMail, type MailedPurpose } from './password-mail.js';

const occasions: Readonly<Record<MailedPurpose, string>> = {
  invitation: 'Seseorang diundang memakai Sambang',
  reset: 'Seseorang lupa kata sandinya',
};

export const peopleMailSamples = (): MailSample[] =>
  (Object.keys(occasions) as MailedPurpose[]).map((purpose) => ({
    name: `password-link-${purpose}`,
    occasion: occasions[purpose],
    ...passwordMail(purpose, sampleReader, 'https://sambang.contoh.test/sandi/contoh'),
  }));
