import { describe, expect, test } from '@jest/globals';
import type { VisitParties } from '../../visits/index.js';
import { slotOf } from './letter-kinds.js';
import { mayReadLetter, maySeeNips, mayTakePaper, officesOf } from './letter-policies.js';
import { asSnapshot, type LetterSnapshot } from './letter-snapshot.js';

const SENT = new Date('2025-10-01T02:00:00Z');
const visit: VisitParties = {
  ...{ state: 'confirmed', submittedAt: SENT, guestUnit: 'tamu', hostUnit: 'tuan' },
  ...{ guestRegionalOffice: 'jateng', hostRegionalOffice: 'jateng' },
  ...{ joinedGuests: ['ikut'], askedGuests: [], joinedOffices: [], recordedBy: null, createdAt: SENT },
} as unknown as VisitParties;
const actor = (role: 'officer' | 'regional' | 'administrator', unit: string | null, office: string | null) =>
  ({
    personId: 'x',
    name: 'x',
    email: 'x@x.test',
    role,
    unit,
    regionalOffice: office,
    inherited: [],
  }) as never;
const [guest, host, joined, stranger] = ['tamu', 'tuan', 'ikut', 'lain'].map((unit) =>
  actor('officer', unit, 'jateng'),
);
const kanwil = actor('regional', null, 'jateng');
const elsewhere = actor('regional', null, 'jatim');
const admin = actor('administrator', null, null);

describe('a letter', () => {
  test('is kept by its party alone', () => {
    expect(
      [guest, host, joined, stranger, kanwil, admin].map((each) => officesOf(visit, each as never)),
    ).toEqual([['tamu'], ['tuan'], ['ikut'], [], [], []]);
  });

  test('is read by its party and the Kanwil, and once it was sent by the other parties', () => {
    const readers = [guest, host, joined, stranger, kanwil, elsewhere, admin];
    const who = (sentAt: Date | null) =>
      readers.map((each) => mayReadLetter(visit, { organisation: 'tamu', sentAt }, each as never));
    expect(who(null)).toEqual([true, false, false, false, true, false, false]);
    expect(who(SENT)).toEqual([true, true, true, false, true, false, false]);
    const nips = readers.map((each) =>
      maySeeNips(visit, { organisation: 'tamu', sentAt: SENT }, each as never),
    );
    expect(nips).toEqual([true, false, false, false, true, false, false]);
  });

  test('has its paper taken by its party, and by the Kanwil over that party alone', () => {
    const across = { ...visit, hostRegionalOffice: 'jatim', joinedOffices: ['bali'] };
    const overJoined = actor('regional', null, 'bali');
    const takers = [guest, host, joined, stranger, kanwil, elsewhere, overJoined, admin];
    const who = (organisation: string) =>
      takers.map((each) => mayTakePaper(across, { organisation, sentAt: SENT }, each as never));
    expect(who('tamu')).toEqual([true, false, false, false, true, false, false, false]);
    expect(who('tuan')).toEqual([false, true, false, false, false, true, false, false]);
    expect(who('ikut')).toEqual([false, false, true, false, false, false, true, false]);
  });

  test.each([
    ['surat-permohonan', 'out', 'tamu', 'request'],
    ['surat-balasan', 'out', 'tuan', 'reply'],
    ['surat-tugas', 'out', 'tamu', 'assignment'],
    ['surat-tugas', 'out', 'tuan', null],
    ['surat-permohonan', 'in', 'tuan', null],
    ['surat-permohonan', 'out', 'ikut', null],
    ['notula', 'out', 'tuan', null],
  ] as const)('%s %s of %s is what the visit names %s', (kind, direction, organisation, slot) => {
    expect(slotOf({ kind, direction, organisation }, visit)).toBe(slot);
  });
});

describe('what a letter keeps', () => {
  const person = { name: 'Budi', nip: '198001012005011001', rank: null, position: 'Kasubsi' };
  const snapshot: LetterSnapshot = {
    takenOn: '2025-10-24',
    office: {
      ...{ code: 'tamu', name: 'Bapas', letterhead: ['A'], emblem: null, place: 'Purwokerto' },
      ...{ address: null, postcode: null, phone: null, email: null, webPage: null },
    },
    signer: person,
    party: [{ ...person, office: null }],
  };

  test('is whole and typed', () => {
    expect(asSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    expect(asSnapshot({ ...snapshot, signer: null, party: [] }).signer).toBeNull();
  });

  test.each([
    [null],
    [{ ...snapshot, more: 1 }],
    [{ ...snapshot, takenOn: '24 Oktober' }],
    [{ ...snapshot, signer: { ...person, nip: '123' } }],
    [{ ...snapshot, party: [person] }],
    [{ ...snapshot, office: { ...snapshot.office, letterhead: [1] } }],
    [{ takenOn: '2025-10-24' }],
  ])('anything else is refused', (value) => {
    expect(() => asSnapshot(value)).toThrow('no snapshot');
  });
});
