import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentFields, openingInput, readInput } from './booking-input.js';

describe('A form that was sent', () => {
  test('is read without what no text may hold, and nothing else of it is lost', () => {
    const { content, party } = readInput({
      title: ' a\u0000b\ud800 ',
      tempel: 'x\ty\r\nz',
      orang: ['1', '1', '2'],
    });
    expect(content.title).toBe(' ab ');
    expect(party).toMatchObject({ pasted: 'x\ty\r\nz', officers: ['1', '2'] });
  });

  test('shows the week its button names, else the week it showed', () => {
    const week = (langkah: string) => readInput({ langkah, minggu: '2025-10-27' }).week;
    expect([week('minggu:2025-11-03'), week('lihat'), week('minggu:kapan saja')]).toEqual([
      '2025-11-03',
      '2025-10-27',
      null,
    ]);
  });

  test('falls back where a choice is none of those offered', () => {
    const { search, time } = readInput({ urut: 'x', jarak: '-5', lama: '7', banyak: '9999' });
    expect([search.order, search.withinKm, search.shown, time.minutes]).toEqual(['cocok', null, 6, 120]);
  });

  test('keeps every text of the visit as it is, whatever else is sent', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...contentFields), texts, fc.object(), (field, text, rest) => {
        expect(readInput({ ...rest, [field]: text }).content[field]).toBe(text);
      }),
    );
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('tuan', 'langkah', 'orang', 'jarak', 'minggu'), fc.anything()),
        (sent) => {
          expect(() => readInput(sent)).not.toThrow();
        },
      ),
    );
  });
});

test('a link presets what the visit is about', () => {
  const contact = { name: 'Ratna', email: 'ratna@contoh.test', key: 'k' };
  const input = openingInput(
    { topik: 'pangan', program: 'akselerasi-2', contactName: 'Orang lain' },
    contact,
  );
  expect(input).toMatchObject({
    key: 'k',
    programs: ['akselerasi-2'],
    content: { topics: 'pangan', kind: 'study-visit', contactName: 'Ratna' },
  });
});
