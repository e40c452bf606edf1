import { expect, test } from '@jest/globals';
import { displacedVisits, touches, type AgreedVisit } from './displaced-visits.js';
import type { Hosting } from './hosting-hours.js';
import { defaultPolicy } from './hosting-policy.js';

const visit: AgreedVisit = {
  id: 'a',
  kind: 'study-visit',
  title: 'Ketahanan pangan',
  guestUnitName: 'Bapas',
  hostUnit: 'rutan',
  hostUnitName: 'Rutan',
  startsAt: new Date('2025-10-30T09:00:00+07:00'),
  endsAt: new Date('2025-10-30T12:00:00+07:00'),
  ownHours: null,
  timeZone: 'Asia/Jakarta',
  place: 1,
  reference: 'KJ-1',
  partyCount: 20,
  agreedParty: null,
  programs: [],
};
const second = { ...visit, id: 'b', place: 2 };
const open: Hosting = {
  policy: { ...defaultPolicy, capacity: 2 },
  closedDays: [],
  holidays: [],
  periods: [],
  kinds: [],
};
const policy = (change: object): Hosting => ({ ...open, policy: { ...open.policy, ...change } });
const closed = { ...open, closedDays: [{ date: '2025-10-30', reason: 'Apel' }] };

const short = { weekday: 4, startsMinute: 600, endsMinute: 900 };
test.each<[string, Hosting, string[]]>([
  ['nothing changed', open, []],
  ['another day closed', { ...open, closedDays: [{ date: '2025-10-31', reason: 'Apel' }] }, []],
  ['its day closed', closed, ['a', 'b']],
  ['a holiday', { ...open, holidays: [{ date: '2025-10-30', name: 'Libur' }] }, ['a', 'b']],
  ['narrower hours', policy({ windows: [short] }), ['a', 'b']],
  ['one place fewer', policy({ capacity: 1 }), ['b']],
  ['a longer notice', policy({ shortestNoticeDays: 30 }), []],
  ['a limit that the party keeps', policy({ largestParty: 20 }), []],
  ['a smaller largest party', policy({ largestParty: 19 }), ['a', 'b']],
  ['no more guests', policy({ open: false }), ['a', 'b']],
])('after %s these are without a time or place: %p', (_, after, ids) => {
  expect(displacedVisits([visit, second], open, after).map(({ id }) => id)).toEqual(ids);
});

test('what was so before is not named again', () => {
  expect(displacedVisits([visit], closed, { ...closed, holidays: [] })).toEqual([]);
});

test('a party that the host agreed upon beyond its limit stays', () => {
  const agreed = { ...visit, agreedParty: 20 };
  expect(displacedVisits([agreed], open, policy({ largestParty: 10 }))).toEqual([]);
  expect(displacedVisits([{ ...agreed, partyCount: 21 }], open, policy({ largestParty: 10 }))).toMatchObject([
    { part: 'party', because: 'Rombongan 21 orang; tuan rumah menerima paling banyak 10 orang.' },
  ]);
});

test('a visit that ends at midnight does not touch the next day', () => {
  const late = { ...visit, endsAt: new Date('2025-10-31T00:00:00+07:00') };
  expect([touches(late, '2025-10-30'), touches(late, '2025-10-31')]).toEqual([true, false]);
});
