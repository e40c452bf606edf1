import { expect, test } from '@jest/globals';
import { paperPalette } from '../../platform/charts/chart.js';
import { inLines, networkChart, programsChart } from './sinergi-charts.js';

const long = 'Penguatan dan peningkatan pendayagunaan warga binaan untuk menghasilkan produk UMKM';
const unit = 'Lembaga Pembinaan Khusus Anak Kelas II Bandar Lampung di Masgar';

/** Words of a drawing's labels, in their order. */
const words = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].flatMap(([, text]) => (text ?? '').split(' ').filter(Boolean));

test('a name is broken into lines between words, and never cut', () => {
  expect(inLines('Rutan Banjarnegara', 18)).toBe('Rutan Banjarnegara');
  expect(inLines('Lapas Perempuan Semarang', 18)).toBe('Lapas Perempuan\nSemarang');
  expect(inLines('Pemasyarakatan', 5)).toBe('Pemasyarakatan');
});

test('a chart of programs has their whole names', () => {
  const one = programsChart([{ program: 'a', name: 'UMKM', count: 2, before: 1 }], paperPalette, 515);
  const two = programsChart([{ program: 'a', name: long, count: 2, before: 1 }], paperPalette, 515);
  expect(words(two.svg).join(' ')).toContain(long);
  expect(two.svg).not.toContain('…');
  expect(two.height).toBeGreaterThan(one.height);
});

test('a network has the whole names of its units, without their class', () => {
  const units = ['a', 'b'].map((code) => ({ code, name: unit }));
  const edges = [{ guest: 'a', host: 'b', count: 2 }];
  const svg = networkChart({ units, edges } as Parameters<typeof networkChart>[0], paperPalette, {
    width: 515,
    height: 500,
  });
  expect(words(svg).join(' ')).toContain(unit.replace(' Kelas II', ''));
  expect(svg).not.toContain('…');
});
