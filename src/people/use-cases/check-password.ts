import { PeopleError } from '../domain/error-codes.js';
import {
  LONGEST_PASSWORD,
  passwordFault,
  SHORTEST_PASSWORD,
  type PasswordFault,
} from '../domain/password-policy.js';

const messages: Record<PasswordFault, string> = {
  'too-short': `kata sandi paling sedikit ${SHORTEST_PASSWORD} karakter`,
  'too-long': `kata sandi paling banyak ${LONGEST_PASSWORD} karakter`,
  'own-address': 'kata sandi tidak boleh sama dengan alamat surel',
};

/** @throws PeopleError `weak-password` naming what is wrong with it */
export function checkPassword(password: string, email: string): void {
  const fault = passwordFault(password, email);
  if (fault) throw new PeopleError('weak-password', {}, [{ field: 'password', message: messages[fault] }]);
}
