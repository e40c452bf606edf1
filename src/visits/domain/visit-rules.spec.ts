import { describe, expect, test } from '@jest/globals';
import { answerDeadline } from './answer-deadline.js';
import { missingApprovals, neededApprovals } from './approvals.js';
import { holdExpiry, takesPlace, wantedHolds, type HoldingVisit } from './host-time.js';
import { visitReference } from './reference.js';
import { visitStates, type VisitState } from './visit-states.js';

describe('Host time', () => {
  const proposedAt = new Date('2025-10-20T01:00:00Z');
  const expiresAt = new Date('2025-10-23T01:00:00Z');
  const own = {
    startsAt: new Date('2025-10-30T02:00:00Z'),
    endsAt: new Date('2025-10-30T05:00:00Z'),
    ownHours: null,
  };
  const other = {
    startsAt: new Date('2025-11-05T02:00:00Z'),
    endsAt: new Date('2025-11-05T05:00:00Z'),
    ownHours: null,
  };
  const visit = (state: VisitState, proposedBy: 'guest' | 'host' | null): HoldingVisit => ({
    state,
    mode: 'on-site',
    ...own,
    proposedBy,
    proposedStartsAt: proposedBy && other.startsAt,
    proposedEndsAt: proposedBy && other.endsAt,
    proposedOwnHours: null,
    proposedAt: proposedBy && proposedAt,
  });
  const confirmed = { kind: 'confirmed', ...own, expiresAt: null };
  const offer = { kind: 'offer', ...other, expiresAt };

  test('an offer is held for 72 hours', () => expect(holdExpiry(proposedAt)).toEqual(expiresAt));

  test.each(visitStates)('what %s holds', (state) => {
    const itself = ['confirmed', 'held', 'closed'].includes(state) ? [confirmed] : [];
    const offered = ['arranged', 'counter-proposed', 'confirmed'].includes(state) ? [offer] : [];
    expect(wantedHolds(visit(state, null))).toEqual(itself);
    expect(wantedHolds(visit(state, 'guest'))).toEqual(itself);
    expect(wantedHolds(visit(state, 'host'))).toEqual([...itself, ...offered]);
  });

  test.each([
    ['on-site', false, true],
    ['hybrid', false, true],
    ['online', false, false],
    ['online', true, true],
  ] as const)(
    '%s at a host that counts online visits (%p) takes a place: %p',
    (mode, onlineTakesPlace, takes) => {
      expect(takesPlace({ mode }, { onlineTakesPlace })).toBe(takes);
    },
  );

  test('an offer that ran out is not wanted again', () => {
    expect(wantedHolds(visit('confirmed', 'host'), expiresAt)).toEqual([confirmed]);
    expect(wantedHolds(visit('confirmed', 'host'), new Date(expiresAt.getTime() - 1))).toEqual([
      confirmed,
      offer,
    ]);
  });
});

describe('Approvals', () => {
  const office = (code: string, approvesInside: boolean, approvesAcross: boolean) => ({
    code,
    approvesInside,
    approvesAcross,
  });

  test('inside a region its office decides by its setting for visits inside', () => {
    expect(neededApprovals(office('bali', true, false), office('bali', true, false))).toEqual(['bali']);
    expect(neededApprovals(office('bali', false, true), office('bali', false, true))).toEqual([]);
  });

  test('across regions each office decides by its setting for visits across', () => {
    const across = (guest: boolean, host: boolean) =>
      neededApprovals(office('jawa-tengah', true, guest), office('bali', true, host));
    expect(across(true, true)).toEqual(['bali', 'jawa-tengah']);
    expect(across(true, false)).toEqual(['jawa-tengah']);
    expect(across(false, true)).toEqual(['bali']);
    expect(across(false, false)).toEqual([]);
  });

  test('no office approves what it leads or receives itself', () => {
    const itself = { ...office('bali', true, true), takesPart: true };
    expect(neededApprovals(itself, office('bali', true, true))).toEqual([]);
    expect(neededApprovals(office('bali', true, true), itself)).toEqual([]);
    expect(neededApprovals(office('papua', true, true), itself)).toEqual(['papua']);
  });

  test('what is given is no longer missing', () => {
    expect(missingApprovals(['bali', 'jawa-tengah'], ['bali', 'papua'])).toEqual(['jawa-tengah']);
  });
});

describe('Deadline of an answer', () => {
  const deadline = (startsAt: string, days: number, zone: 'Asia/Jakarta' | 'Asia/Jayapura') =>
    answerDeadline(new Date(startsAt), days, zone).toISOString();

  test('is the end of the local day the notice before the start', () => {
    expect(deadline('2025-10-30T09:00:00+07:00', 2, 'Asia/Jakarta')).toBe('2025-10-28T17:00:00.000Z');
    expect(deadline('2025-10-30T08:00:00+09:00', 2, 'Asia/Jayapura')).toBe('2025-10-28T15:00:00.000Z');
    expect(deadline('2025-10-30T09:00:00+07:00', 1, 'Asia/Jakarta')).toBe('2025-10-29T17:00:00.000Z');
  });

  test('is the start at the latest', () => {
    expect(deadline('2025-10-30T09:00:00+07:00', 0, 'Asia/Jakarta')).toBe('2025-10-30T02:00:00.000Z');
  });
});

test('a reference tells kind, year and number', () => {
  expect(visitReference('study-visit', 2025, 123)).toBe('ST-2025-000123');
  expect(visitReference('working-visit', 2026, 1)).toBe('KK-2026-000001');
  expect(visitReference('coordination', 2026, 1234567)).toBe('KO-2026-1234567');
});
