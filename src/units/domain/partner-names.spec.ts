import { describe, expect, test } from '@jest/globals';
import { organisationCode, partnerKey } from './partner-names.js';

describe('A name is found again', () => {
  test.each([
    ['Universitas Jenderal Soedirman', 'UNIV. JENDERAL SOEDIRMAN'],
    ['Universitas Jenderal Soedirman', ' univ jenderal  soedirman.'],
    ['Dinas Sosial Kabupaten Banjarnegara', 'Dinsos Kab. Banjarnegara'],
    ['PT Sumber Rezeki, Tbk.', 'Sumber Rezeki'],
    ['PT. Sumber Rezeki', 'CV Sumber Rezeki'],
    ['Café Pemasyarakatan & Kopi', 'cafe pemasyarakatan dan kopi'],
    ['RSUD Hj. Anna Lasmanah', 'Rumah Sakit Umum Daerah Hj Anna Lasmanah'],
  ])('%s as %s', (one, other) => {
    expect(partnerKey(one)).toBe(partnerKey(other));
  });

  test.each([
    ['Universitas Negeri Semarang', 'Universitas Semarang'],
    ['Dinas Sosial Banjarnegara', 'Dinas Sosial Purbalingga'],
  ])('%s is not %s', (one, other) => {
    expect(partnerKey(one)).not.toBe(partnerKey(other));
  });

  test('what has no letter is no name, and a legal form alone is one', () => {
    expect(partnerKey(' – ...')).toBe('');
    expect(partnerKey('PT')).toBe('pt');
  });
});

test('a code is made of the name', () => {
  expect(organisationCode('partner', 'Univ. Jenderal Soedirman')).toBe('partner-univ-jenderal-soedirman');
  expect(organisationCode('pusat', 'Direktorat Pelayanan')).toBe('pusat-direktorat-pelayanan');
  expect(organisationCode('partner', '大学')).toBe('partner');
  expect(organisationCode('partner', `${'panjang '.repeat(20)}`).length).toBeLessThanOrEqual(80);
});
