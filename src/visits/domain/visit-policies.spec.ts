import { describe, expect, test } from '@jest/globals';
import {
  actorSides,
  mayBring,
  mayEdit,
  mayRead,
  mayReadFacts,
  mayRecord,
  mayRecordSome,
  recordsOnly,
  type VisitActor,
} from './visit-policies.js';
import { visitStates } from './visit-states.js';

const parties = {
  guestUnit: 'bapas-purwokerto',
  hostUnit: 'rutan-denpasar',
  guestRegionalOffice: 'jawa-tengah',
  hostRegionalOffice: 'bali',
  participantEmails: ['peserta@contoh.test'],
  joinedGuests: ['lapas-jayapura'],
  askedGuests: ['lapas-manado'],
  joinedOffices: ['papua-utara'],
};
const actor = (
  role: VisitActor['role'],
  unit: string | null,
  regionalOffice: string | null,
  email = 'lain@contoh.test',
): VisitActor & { email: string } => ({
  personId: 'p',
  email,
  role,
  unit,
  regionalOffice,
});

const submittedAt = new Date('2025-10-21T02:00:00Z');
const guests = ['guest officer', 'guest head'];

const people: [string, VisitActor & { email: string }, string[]][] = [
  ['guest officer', actor('officer', 'bapas-purwokerto', 'jawa-tengah'), ['guest']],
  ['guest head', actor('unit-head', 'bapas-purwokerto', 'jawa-tengah'), ['guest']],
  ['host officer', actor('officer', 'rutan-denpasar', 'bali'), ['host']],
  ['host head', actor('unit-head', 'rutan-denpasar', 'bali'), ['host']],
  ['guest region', actor('regional', null, 'jawa-tengah'), ['regional']],
  ['host region', actor('regional', null, 'bali'), ['regional']],
  ['joined officer', actor('officer', 'lapas-jayapura', 'papua-utara'), ['joined']],
  ['joined region', actor('regional', null, 'papua-utara'), ['regional']],
  ['asked officer', actor('officer', 'lapas-manado', 'sulawesi-utara'), []],
  ['asked region', actor('regional', null, 'sulawesi-utara'), []],
  ['other region', actor('regional', null, 'papua'), []],
  ['neighbour unit', actor('officer', 'rutan-banjarnegara', 'jawa-tengah'), []],
  ['regional without office', actor('regional', null, null), []],
  ['administrator', actor('administrator', null, null), []],
  ['participant', actor('officer', 'rutan-ambon', 'maluku', 'peserta@contoh.test'), []],
];

describe('Who stands where', () => {
  test.each(people)('%s', (_, who, sides) => {
    expect(actorSides({ ...parties, state: 'requested', submittedAt }, who)).toEqual(sides);
  });

  test('an office that leads or receives acts for itself; one that comes along oversees besides', () => {
    const sidesOf = (given: Partial<typeof parties>): string[] =>
      actorSides(
        { ...parties, ...given, state: 'requested', submittedAt },
        actor('regional', null, 'jawa-tengah'),
      );
    expect(sidesOf({ guestUnit: 'kanwil-jawa-tengah' })).toEqual(['guest']);
    expect(sidesOf({ hostUnit: 'kanwil-jawa-tengah' })).toEqual(['host']);
    expect(sidesOf({ joinedGuests: ['kanwil-jawa-tengah'] })).toEqual(['joined', 'regional']);
    expect(sidesOf({ guestUnit: 'kanwil-bali', guestRegionalOffice: 'bali' })).toEqual([]);
  });

  test.each(visitStates.filter((state) => state !== 'draft'))('who reads and edits in %s', (state) => {
    const visit = { ...parties, state, submittedAt };
    const readers = people.filter(([, who]) => mayRead(visit, who)).map(([name]) => name);
    const editors = people.filter(([, who]) => mayEdit(visit, who)).map(([name]) => name);
    const both = [...guests, 'host officer', 'host head'];
    const open = ['arranged', 'requested', 'counter-proposed', 'confirmed', 'held'].includes(state);
    expect(readers).toEqual([
      ...both,
      'guest region',
      'host region',
      'joined officer',
      'joined region',
      'administrator',
      'participant',
    ]);
    const deciding = people.filter(([, who]) => mayReadFacts(visit, who)).map(([name]) => name);
    expect(deciding.filter((name) => !readers.includes(name))).toEqual(['asked officer']);
    const bringing = people.filter(([, who]) => mayBring(visit, who)).map(([name]) => name);
    expect(bringing).toEqual(open ? ['joined officer'] : []);
    expect(editors).toEqual(open ? both : []);
    const agreed = ['confirmed', 'held', 'closed'].includes(state);
    const recording = people.filter(([, who]) => mayRecord(visit, who)).map(([name]) => name);
    expect(recording).toEqual(open || agreed ? both : []);
    const some = people.filter(([, who]) => mayRecordSome(visit, who)).map(([name]) => name);
    expect(some).toEqual(open || agreed ? [...both, 'joined officer'] : []);
    const alone = people.filter(([, who]) => recordsOnly(visit, who)).map(([name]) => name);
    expect(alone).toEqual(state === 'closed' ? both : []);
  });

  test.each(visitStates)('what was never submitted is the guest’s alone in %s', (state) => {
    const visit = { ...parties, state, submittedAt: null };
    const those = (may: (who: VisitActor & { email: string }) => boolean): string[] =>
      people.filter(([, who]) => may(who)).map(([name]) => name);
    expect(those((who) => actorSides(visit, who).length > 0)).toEqual(guests);
    expect(those((who) => mayRead(visit, who))).toEqual(guests);
    expect(those((who) => mayReadFacts(visit, who))).toEqual(guests);
    expect(guests).toEqual(expect.arrayContaining(those((who) => mayEdit(visit, who))));
  });
});
