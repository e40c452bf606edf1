export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

export type PasswordFault = 'too-short' | 'too-long' | 'own-address';

/**
 * What is wrong with a password, or null. Length counts Unicode characters (NIST SP 800-63B section 3.1.1.2);
 * composition rules are left out on purpose, as that section asks.
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  return password.trim().toLowerCase() === email.trim().toLowerCase() ? 'own-address' : null;
}
