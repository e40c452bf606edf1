import { expect, test } from '@jest/globals';
import { calendarTitle, type CalendarSource } from './visit-object.js';

const units = { guestUnitName: 'Bapas Purwokerto', hostUnitName: 'Rutan Banjarnegara' };
const titled = (kind: string, title: string): string =>
  calendarTitle({ ...units, kind, title } as CalendarSource);

test.each([
  ['study-visit', 'Ketahanan pangan', 'Studi tiru: Ketahanan pangan'],
  ['study-visit', 'Studi tiru ketahanan pangan', 'Studi tiru ketahanan pangan'],
  ['study-visit', 'STUDI TIRU: kehumasan', 'STUDI TIRU: kehumasan'],
  ['working-visit', 'Studi tiru kehumasan', 'Kunjungan kerja: Studi tiru kehumasan'],
  ['working-visit', 'Kunjungan Kerja triwulan', 'Kunjungan Kerja triwulan'],
])('%s, %s', (kind, title, called) => {
  expect(titled(kind, title)).toBe(`${called} (Bapas Purwokerto ke Rutan Banjarnegara)`);
});
