import { describe, expect, test } from '@jest/globals';
import { signedPosition, signerFaults, signerOn, type SignerTerms } from './signers.js';

const signer = (change: Partial<SignerTerms>): SignerTerms => ({
  ...{ kind: 'head', name: 'Kepala', position: 'Kepala Rutan', nip: null, rank: null },
  ...{ fromOn: '2025-01-01', untilOn: null },
  ...change,
});
const before = signer({ name: 'Lama', fromOn: '2020-01-01', untilOn: '2024-12-31' });
const head = signer({});
const acting = signer({ kind: 'plh', name: 'Harian', fromOn: '2025-10-28', untilOn: '2025-10-30' });

describe('who signs', () => {
  test.each([
    ['2019-12-31', undefined],
    ['2024-12-31', 'Lama'],
    ['2025-01-01', 'Kepala'],
    ['2025-10-27', 'Kepala'],
    ['2025-10-28', 'Harian'],
    ['2025-10-30', 'Harian'],
    ['2025-10-31', 'Kepala'],
  ])('on %s is %s', (on, name) => {
    expect(signerOn([before, head, acting], on)?.name).toBe(name);
  });

  test('stands above the signature with what it is', () => {
    expect([head, acting, signer({ kind: 'plt' })].map(signedPosition)).toEqual([
      'Kepala Rutan',
      'Plh. Kepala Rutan',
      'Plt. Kepala Rutan',
    ]);
  });

  test('has an end where it stands in for another, and none before its beginning', () => {
    expect(signerFaults(head)).toEqual([]);
    expect(signerFaults(acting)).toEqual([]);
    expect(signerFaults({ ...acting, untilOn: null })).toMatchObject([{ field: 'untilOn' }]);
    expect(signerFaults({ ...head, untilOn: '2024-12-31' })).toMatchObject([{ field: 'untilOn' }]);
  });
});
