import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { invitationMail } from './invitation-mail.js';
import type { VisitState } from '../../visits/index.js';
import {
  invitationPhase,
  planInvitations,
  type InvitationState,
  type PlannedMessage,
  type SentInvitation,
  type ToldEvent,
} from './invitation-plan.js';

const shown: ToldEvent = {
  title: 'Studi tiru',
  startsAt: '2025-10-30T02:00:00.000Z',
  endsAt: '2025-10-30T05:00:00.000Z',
  place: 'Aula',
  purpose: 'Belajar',
  contact: 'Sari',
};
const standing: InvitationState = { phase: 'standing', sequence: 0, shown };
const sari = { email: 'sari@contoh.test', name: 'Sari', role: 'leader' };
const told: SentInvitation = {
  eventId: '0199a5b4-1111-7000-8000-000000000001',
  ...sari,
  method: 'REQUEST',
  sequence: 0,
  messages: 1,
  organizerIsPersonal: true,
  shown,
};

describe('what calendars are told', () => {
  test.each<[VisitState, string]>([
    ['confirmed', 'standing'],
    ['cancelled', 'off'],
    ['not-held', 'off'],
    ['requested', 'silent'],
    ['held', 'silent'],
  ])('%s: %s', (state, phase) => {
    expect(invitationPhase(state)).toBe(phase);
  });

  test('somebody new is invited, and nobody a second time', () => {
    expect(planInvitations(standing, [sari], [])).toMatchObject([{ kind: 'invitation', messages: 1 }]);
    expect(planInvitations(standing, [sari], [told])).toEqual([]);
  });

  test('who is suspended is neither invited nor told a change, and still hears that it is off', () => {
    const suspended = { ...sari, isSuspended: true };
    const moved = { ...standing, sequence: 1, shown: { ...shown, startsAt: '2025-10-30T03:00:00.000Z' } };
    expect(planInvitations(standing, [suspended], [])).toEqual([]);
    expect(planInvitations(moved, [suspended], [told])).toEqual([]);
    expect(planInvitations({ ...standing, phase: 'off' }, [suspended], [told])).toMatchObject([
      { kind: 'cancelled' },
    ]);
  });

  test('whom another address was told for is invited there, at least as late as that was, and the old one hears nothing', () => {
    const moved = { ...told, method: 'MOVED' as const, sequence: 3, messages: 4 };
    const elsewhere = { ...sari, email: 'sari@baru.test' };
    const ledger = [moved, { ...moved, email: elsewhere.email }];
    expect(planInvitations({ ...standing, sequence: 2 }, [elsewhere], ledger)).toMatchObject([
      { kind: 'invitation', email: elsewhere.email, sequence: 3, messages: 5, before: null },
    ]);
    expect(planInvitations({ ...standing, phase: 'off' }, [elsewhere], ledger)).toEqual([]);
  });

  test('a text fix is sent with the same sequence, a move with a higher one', () => {
    const fixed = { ...standing, shown: { ...shown, title: 'Studi tiru pangan' } };
    expect(planInvitations(fixed, [sari], [told])).toMatchObject([{ kind: 'update', sequence: 0 }]);
    const moved = { ...standing, sequence: 1, shown: { ...shown, startsAt: '2025-10-30T03:00:00.000Z' } };
    expect(planInvitations(moved, [sari], [told])).toMatchObject([
      { kind: 'update', sequence: 1, before: shown },
    ]);
  });

  test('who was taken out and comes back has a sequence that no calendar takes for old', () => {
    const [out] = planInvitations(standing, [], [told]);
    expect(out).toMatchObject({ kind: 'removed', sequence: 1 });
    const cancelled: SentInvitation = { ...told, method: 'CANCEL', sequence: 1, messages: 2 };
    expect(planInvitations(standing, [], [cancelled])).toEqual([]);
    expect(planInvitations(standing, [sari], [cancelled])).toMatchObject([
      { kind: 'invitation', sequence: 2, messages: 3 },
    ]);
  });

  test('a calendar that was told an organizer keeps it; a new invitation names the person’s own address', () => {
    const before: SentInvitation = { ...told, organizerIsPersonal: false };
    const fixed = { ...standing, shown: { ...shown, title: 'Studi tiru pangan' } };
    const personal = (sent: SentInvitation[], invitees = [sari], state = fixed) =>
      planInvitations(state, invitees, sent).map(({ organizerIsPersonal }) => organizerIsPersonal);
    expect(personal([])).toEqual([true]);
    expect(personal([before])).toEqual([false]);
    expect(personal([before], [])).toEqual([false]);
    expect(personal([told])).toEqual([true]);
    expect(personal([{ ...before, method: 'CANCEL' }])).toEqual([true]);
  });

  test('a visit that is off takes every standing invitation back', () => {
    const off: InvitationState = { phase: 'off', sequence: 1, shown };
    expect(planInvitations(off, [sari], [told])).toMatchObject([{ kind: 'cancelled', sequence: 1 }]);
  });

  test('whatever happens, no sequence ever falls and one more run sends nothing', () => {
    const events = fc.array(
      fc.record({
        invited: fc.boolean(),
        hour: fc.integer({ min: 0, max: 3 }),
        title: fc.constantFrom('A', 'B'),
        phase: fc.constantFrom('standing' as const, 'off' as const, 'silent' as const),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (steps) => {
        let sent: SentInvitation[] = [];
        let sequence = 0;
        let hour = 0;
        for (const step of steps) {
          sequence += step.hour !== hour || step.phase === 'off' ? 1 : 0;
          hour = step.hour;
          const now = { ...shown, title: step.title, startsAt: `2025-10-30T0${step.hour}:00:00.000Z` };
          const state: InvitationState = { phase: step.phase, sequence, shown: now };
          const invitees = step.invited ? [sari] : [];
          const plan = planInvitations(state, invitees, sent);
          for (const message of plan) expect(message.sequence).toBeGreaterThanOrEqual(sent[0]?.sequence ?? 0);
          sent = plan.reduce((ledger, message) => carriedOut(ledger, message, now), sent);
          expect(planInvitations(state, invitees, sent)).toEqual([]);
        }
      }),
    );
  });
});

function carriedOut(ledger: SentInvitation[], message: PlannedMessage, now: ToldEvent): SentInvitation[] {
  const { before: _before, kind, ...told } = message;
  const method = kind === 'invitation' || kind === 'update' ? 'REQUEST' : 'CANCEL';
  const others = ledger.filter((entry) => entry.email !== told.email);
  return [...others, { ...told, eventId: 'x', method, shown: now }];
}

describe('the mail', () => {
  const facts = {
    reference: 'ST-2025-000001',
    title: 'Ketahanan pangan',
    shown: { ...shown, place: 'Kebun' },
    timeZone: 'Asia/Jakarta' as const,
    pageUrl: 'https://sambang.test/kunjungan/1',
    reason: '',
    hostRules: ['Membawa KTP'],
  };
  const message = { ...sari, sequence: 1, messages: 2, before: shown };
  const link = { name: 'Sari', href: 'https://sambang.test/jawab/x' };

  test('an update tells only what changed', () => {
    const mail = invitationMail({ ...message, kind: 'update' }, facts, []);
    expect(mail.subject).toBe('Perubahan: Ketahanan pangan, Kamis, 30 Oktober 2025');
    expect(mail.text).toContain('Yang berubah:\n- Tempat: Kebun (semula Aula)\n');
    expect(mail.text).not.toContain('semula Kamis');
    expect(mail.text).not.toContain('KTP');
  });

  test("an invitation brings the host's rules, a cancel its reason", () => {
    expect(invitationMail({ ...message, kind: 'invitation' }, facts, [link]).text).toContain('- Membawa KTP');
    const off = invitationMail({ ...message, kind: 'cancelled' }, { ...facts, reason: 'Ada upacara' }, []);
    expect(off.text).toContain('Alasan: Ada upacara');
  });
});
