import { expect, test } from '@jest/globals';
import { agendaNow } from './agenda-now.js';
import { pictureFormat } from '../../platform/pictures/picture-format.js';

const at = (time: string): Date => new Date(`2025-10-30T${time}:00Z`);
const session = (title: string, from: string, to: string) => ({ title, startsAt: at(from), endsAt: at(to) });
const sessions = [
  session('Pembukaan', '02:00', '02:30'),
  session('Kebun', '02:30', '03:30'),
  session('Humas', '02:30', '03:00'),
  session('Foto', '04:00', '04:15'),
];

test.each([
  ['01:00', [], ['Pembukaan']],
  ['02:00', ['Pembukaan'], ['Kebun', 'Humas']],
  ['02:30', ['Kebun', 'Humas'], ['Foto']],
  ['03:45', [], ['Foto']],
  ['04:15', [], []],
])('at %s there is now %p and next %p', (time, now, next) => {
  const found = agendaNow(sessions, at(time));
  expect(found.now.map(({ title }) => title)).toEqual(now);
  expect(found.next.map(({ title }) => title)).toEqual(next);
});

test.each([
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'jpeg'],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
  ['a WebP', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50], 'webp'],
  ['a WAV', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45], null],
  ['an SVG', [...Buffer.from('<svg xmlns=')], null],
  ['nothing', [], null],
])('%s is known by its first bytes', (_, bytes, format) => {
  expect(pictureFormat(Uint8Array.from(bytes))).toBe(format);
});
