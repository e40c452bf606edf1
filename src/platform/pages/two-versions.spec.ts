import { describe, expect, test } from '@jest/globals';
import { compareForm } from './compare-form.js';
import { takeChoices } from './two-versions.js';

const page = (fields: string) =>
  `<form data-keep="/a" action="/a?x#y" data-rows="id title"><input type="hidden" name="version" value="2">${fields}</form>`;
const differing = (fields: string, sent: Record<string, unknown>) =>
  compareForm(page(fields), '/a', sent)?.differing.map(({ key, label, mine, stored }) => [
    key,
    label,
    mine,
    stored,
  ]);

describe('two versions of a form', () => {
  test('differ by what was typed, whatever its line breaks and the blanks around it', () => {
    const fields =
      '<label for="t">Judul<span class="form-optional"> (boleh kosong)</span></label><textarea id="t" name="t">Satu\nDua</textarea>';
    expect(differing(fields, { t: ' Satu\r\nDua' })).toEqual([]);
    expect(differing(fields, { t: 'Tiga' })).toEqual([['t', 'Judul', ['Tiga'], ['Satu\nDua']]]);
    expect(differing(fields, { t: '' })).toEqual([['t', 'Judul', [], ['Satu\nDua']]]);
  });

  test('tell choices by what they are called, and several boxes as one answer', () => {
    const select =
      '<label for="s">Peran</label><select id="s" name="s"><option value="a" selected>Petugas</option><option value="b">Kepala</option></select>';
    expect(differing(select, { s: 'b' })).toEqual([['s', 'Peran', ['Kepala'], ['Petugas']]]);
    const box = (value: string, isTicked: boolean) =>
      `<label><input type="checkbox" name="p" value="${value}"${isTicked ? ' checked' : ''}>Program ${value}</label>`;
    const boxes = `<fieldset><legend>Program</legend>${box('1', true)}${box('2', false)}</fieldset>`;
    expect(differing(boxes, { p: '1' })).toEqual([]);
    expect(differing(boxes, { p: ['2', '1'] })).toEqual([
      ['p', 'Program', ['Program 2', 'Program 1'], ['Program 1']],
    ]);
    expect(differing(boxes, {})).toEqual([['p', 'Program', [], ['Program 1']]]);
  });

  test('show no password, and nothing of a form that goes elsewhere', () => {
    expect(differing('<input type="password" name="sandi" value="x">', { sandi: 'y' })).toEqual([]);
    expect(compareForm(page(''), '/b', {})).toBeNull();
  });

  const row = (id: string, title: string) =>
    `<li data-row="0"><fieldset><legend>Sesi</legend><input type="hidden" name="id" value="${id}"><label for="${id}">Acara</label><input id="${id}" name="title" value="${title}"></fieldset></li>`;

  test('of rows are told by the row, whichever has it', () => {
    const sent = { id: ['1', '3', ''], title: ['Buka', 'Milik saya', 'Baru'] };
    expect(differing(row('1', 'Pembukaan') + row('2', 'Kebun'), sent)).toEqual([
      ['baris:1', 'Sesi', ['Acara: Buka'], ['Acara: Pembukaan']],
      ['baris:2', 'Sesi', [], ['Acara: Kebun']],
      ['baris:3', 'Baris ke-2', ['Milik saya'], []],
    ]);
  });

  test('are put together as somebody chose', () => {
    const sent: Record<string, unknown> = {
      a: 'saya',
      'ambil:a': 'tersimpan',
      'tersimpan:a': 'lain',
      b: 'saya',
      'ambil:b': 'saya',
      'tersimpan:b': 'lain',
      p: ['1', '2'],
      'ambil:p': 'tersimpan',
      q: 'x',
      'ambil:q': 'tersimpan',
      'tersimpan:q': ['y', 'z'],
    };
    takeChoices(sent);
    expect(sent).toEqual({ a: 'lain', b: 'saya', q: ['y', 'z'] });
  });

  test('of rows are put together: one changed, one added, one taken out, one left', () => {
    const sent: Record<string, unknown> = {
      id: ['1', '3', ''],
      title: ['Buka', 'Milik saya', 'Baru'],
      'ambil:baris:1': 'tersimpan',
      'tersimpan:baris:1': '{"id":"1","title":"Pembukaan"}',
      'ambil:baris:2': 'tersimpan',
      'tersimpan:baris:2': '{"id":"2","title":"Kebun"}',
      'ambil:baris:3': 'tersimpan',
      'tersimpan:baris:3': '["id","title"]',
    };
    takeChoices(sent);
    expect(sent).toEqual({ id: ['1', '', '2'], title: ['Pembukaan', 'Baru', 'Kebun'] });
  });

  test('are taken also from a form whose lists are of unequal length', () => {
    const sent: Record<string, unknown> = {
      id: ['1', '2'],
      title: ['a'],
      'ambil:baris:2': 'tersimpan',
      'tersimpan:baris:2': '{"id":"2","title":"b"}',
    };
    takeChoices(sent);
    expect(sent).toEqual({ id: ['1', '2'], title: ['a', 'b'] });
  });

  test.each(['', 'x', 'null', '7', '{'])('take no harm from what is no row: %s', (text) => {
    const sent: Record<string, unknown> = {
      id: '1',
      title: 'a',
      'ambil:baris:1': 'tersimpan',
      'tersimpan:baris:1': text,
    };
    takeChoices(sent);
    expect(sent).toEqual({ id: '1', title: 'a' });
  });
});
