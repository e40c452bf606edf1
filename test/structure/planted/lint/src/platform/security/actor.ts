/** Where the roles and what each may do are told. */
export type Role = 'officer' | 'unit-head' | 'regional' | 'administrator';

export const heads = (role: Role): boolean => role === 'unit-head';
