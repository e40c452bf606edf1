import { describe, expect, test } from '@jest/globals';
import { Blotter } from './blotter.js';
import { searchPatternOf } from './mark-pattern.js';
import { noMarks } from './subject.js';

const marks = {
  names: ['Sarimukti Wangsadipura, S.H.', 'Sarimukti Wangsadipura'],
  addresses: ['sarimukti.w@contoh.test'],
  phones: ['+6281298765432'],
  nips: ['198501012010011001'],
};
const blotter = new Blotter(marks, 'ab12');

describe('somebody is taken out of words', () => {
  test.each([
    ['Yth. SARIMUKTI  WANGSADIPURA di tempat', 'Yth. Peserta (dihapus) di tempat'],
    ['Sarimukti Wangsadipura, S.H. hadir', 'Peserta (dihapus) hadir'],
    ['CN=Sarimukti Wan\r\n gsadipura:mailto', 'CN=Peserta (dihapus):mailto'],
    [
      'https://wa.me/6281298765432?text=Yth.%20Sarimukti%20Wangsadipura',
      'https://wa.me/(dihapus)?text=Yth.%20Peserta (dihapus)',
    ],
    ['0812-9876-5432 atau +62 812 9876 5432', '(dihapus) atau (dihapus)'],
    ['mailto:Sarimukti.W%40contoh.test', 'mailto:(dihapus)'],
    ['NIP 19850101 201001 1 001', 'NIP (dihapus)'],
    ['Telepon: 08129876\r\n 5432', 'Telepon: (dihapus)'],
    ['Sarimukti Wangsadipuratama', 'Sarimukti Wangsadipuratama'],
    ['bukan-sarimukti.w@contoh.test', 'bukan-sarimukti.w@contoh.test'],
    ['9198501012010011001', '9198501012010011001'],
  ])('%s', (text, expected) => {
    expect(blotter.text(text)).toBe(expected);
    expect(blotter.finds(text)).toBe(text !== expected);
    if (text !== expected) expect(text).toMatch(new RegExp(searchPatternOf(marks), 'i'));
  });

  test('and nothing grows by it', () => {
    const short = new Blotter({ ...noMarks, names: ['Sari'] }, 'ab12');
    expect(short.text('Sari dan Sarimin, sari buah')).toBe('… dan Sarimin, … buah');
  });

  test('a key stays one of a kind', () => {
    expect(blotter.keyText('summary:1:2:sarimukti.w@contoh.test')).toBe('summary:1:2:dihapus-ab12-a0');
  });
});

describe('somebody is taken out of what is made of words', () => {
  test('with what is told beside the name', () => {
    const party = [
      {
        name: 'Sarimukti Wangsadipura',
        nip: '198501012010011001',
        rank: 'Penata (III/c)',
        position: 'Kasubsi',
      },
      { name: 'Budi', nip: null, rank: 'Pembina (IV/a)', position: 'Kepala' },
    ];
    expect(blotter.json({ party })).toEqual({
      party: [{ name: 'Peserta (dihapus)', nip: null, rank: null, position: null }, party[1]],
    });
  });

  test('but not from under a letter', () => {
    const signer = { name: 'Sarimukti Wangsadipura', nip: null, rank: null, position: 'Kepala' };
    expect(blotter.json({ signer, party: [] })).toEqual({ signer, party: [] });
  });

  test('with the values of a history that is about them', () => {
    const about = 'Sarimukti Wangsadipura';
    expect(
      blotter.json([
        { field: 'participant.name', about, before: 'Sari M.', after: about },
        { field: 'participant.office', about, before: null, after: 'Dinas' },
        { field: 'participant.answer', about, before: null, after: 'accepted' },
      ]),
    ).toEqual([
      { field: 'participant.name', about: 'Peserta (dihapus)', before: '(dihapus)', after: '(dihapus)' },
      { field: 'participant.office', about: 'Peserta (dihapus)', before: null, after: '(dihapus)' },
      { field: 'participant.answer', about: 'Peserta (dihapus)', before: null, after: 'accepted' },
    ]);
  });

  test('also from rows of a file', () => {
    expect(
      blotter.json({
        nama: 'Sarimukti Wangsadipura',
        surel: 'x@contoh.test',
        jabatan: 'Kasubsi',
        upt: 'rutan',
      }),
    ).toEqual({ nama: 'Peserta (dihapus)', surel: '', jabatan: '', upt: 'rutan' });
  });
});
