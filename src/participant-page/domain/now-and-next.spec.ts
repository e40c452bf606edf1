import { expect, test } from '@jest/globals';
import { nowAndNext } from './now-and-next.js';

const at = (time: string) => new Date(`2025-10-30T${time}:00Z`);
const visit = { startsAt: at('02:00'), endsAt: at('05:00'), timeZone: 'Asia/Jakarta' } as const;
const sessions = [
  { title: 'Sambutan', startsAt: at('02:00'), endsAt: at('02:30') },
  { title: 'Kebun', startsAt: at('03:00'), endsAt: at('04:00') },
  { title: 'Humas', startsAt: at('03:00'), endsAt: at('04:30') },
];
const titles = (time: string) => {
  const shown = nowAndNext(visit, sessions, at(time));
  return shown && [shown.now.map(({ title }) => title), shown.next?.title ?? null];
};

test('on the day: before, within, between and side by side', () => {
  expect(titles('00:00')).toEqual([[], 'Sambutan']);
  expect(titles('02:10')).toEqual([['Sambutan'], 'Kebun']);
  expect(titles('02:30')).toEqual([[], 'Kebun']);
  expect(titles('03:10')).toEqual([['Kebun', 'Humas'], null]);
  expect(titles('05:00')).toBeNull();
});

test("the day is the host's", () => {
  expect(nowAndNext(visit, sessions, new Date('2025-10-29T16:59:00Z'))).toBeNull();
  expect(nowAndNext(visit, sessions, new Date('2025-10-29T17:00:00Z'))?.next?.title).toBe('Sambutan');
});
