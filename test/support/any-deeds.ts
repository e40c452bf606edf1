import fc from 'fast-check';
import { officeOf, officeOver, units, type Doer, type Doers, type Known } from './doers.js';

/** Numbers by which a deed chooses among what there is. */
interface Choice {
  who: number;
  which: number;
  other: number;
  day: number;
  hour: number;
}

/** A deed of somebody: what it sends, as whom. `visit` is the one that it is about, where there is any. */
interface Scene extends Choice {
  doer: Doer;
  visit: Known | undefined;
}

const at = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item;

/** An hour of a day, which hosts of all zones receive guests in; some of them overlap. */
function timeOf({ day, hour }: Pick<Choice, 'day' | 'hour'>): { startsAt: string; endsAt: string } {
  const starts = Date.UTC(2025, 10, 4 + day, 2, 30 * hour);
  return { startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + 3_600_000).toISOString() };
}

interface DeedOf {
  weight: number;
  /** Which visits it fits; null for what begins one, or is about none. */
  about: ((visit: Known) => boolean) | null;
  act: (doers: Doers, scene: Scene) => Promise<void>;
}

/** Today, or one of the days of the visits. */
const from = (day: number) => ({
  effectiveOn: day === 0 ? '2025-10-20' : `2025-11-0${3 + day}`,
  reason: 'Penataan organisasi',
});

const common = { kind: 'study-visit', title: 'Kunjungan', purpose: 'Belajar', topics: ['kebun'] } as const;

/** A step of a visit, taken by one side or the other. */
const stepBy =
  (
    name: string,
    side: (visit: Known, other: number) => string,
    more: (scene: Scene) => object = () => ({}),
  ) =>
  (doers: Doers, scene: Scene): Promise<void> => {
    const { id = '', version } = scene.visit ?? {};
    const by = scene.visit && side(scene.visit, scene.other);
    const body = { version, reason: 'Ada apel', ...more(scene) };
    return doers.send(
      name,
      'post',
      `/api/visits/${id}/${name}`,
      doers.as(by, scene.doer, scene.who === 7),
      body,
    );
  };
const guestOf = ({ guest }: Known): string => guest;
const either = ({ guest, host }: Known, other: number): string => (other % 2 === 0 ? host : guest);
const eitherOffice = (visit: Known, other: number): string => officeOver(either(visit, other));

/** A step about joining, taken by one of those whom it is about. */
const joining =
  (name: string, whose: 'asked' | 'joined', body: object): DeedOf['act'] =>
  (doers, scene) => {
    const { id = '' } = scene.visit ?? {};
    const others = scene.visit?.[whose] ?? [];
    return doers.send(
      name,
      'post',
      `/api/visits/${id}/guests/${name}`,
      doers.as(at(others, scene.other), scene.doer, scene.who === 7),
      body,
    );
  };

const inState =
  (...states: string[]) =>
  ({ state }: Known): boolean =>
    states.includes(state);
const open = inState('arranged', 'requested', 'counter-proposed');

/** Everything that people do to visits. */
const deeds = {
  ask: {
    weight: 2,
    about: null,
    act: (doers, { doer, who, other, day, hour }) =>
      doers.send('ask', 'post', '/api/visits', doer.header, {
        ...{ ...common, ...timeOf({ day, hour }), programs: ['akselerasi-2'] },
        ...{ guestUnit: doer.unit ?? at(units, who), hostUnit: at(units, other) },
      }),
  },
  trip: {
    weight: 2,
    about: null,
    act: (doers, { doer, other, day, hour }) => {
      const hosts = units.filter((each) => each !== doer.unit);
      const legs = [0, 1].map((leg) => ({
        ...{ hostUnit: at(hosts, other + leg), programs: [] },
        ...timeOf({ day: day + leg, hour }),
      }));
      return doers.send('trip', 'post', '/api/trips', doer.header, {
        ...common,
        legs,
        party: [{ name: 'Sari' }],
      });
    },
  },
  arrange: {
    weight: 1,
    about: null,
    act: (doers, scene) => {
      const guestUnit = at(units, scene.who);
      const by = doers.all.find(({ name }) => name === officeOf[guestUnit])?.header ?? scene.doer.header;
      const body = { ...common, ...timeOf(scene), guestUnit, hostUnit: at(units, scene.other) };
      return doers.send('arrange', 'post', '/api/arranged-visits', by, body);
    },
  },
  record: {
    weight: 1,
    about: null,
    act: (doers, { doer, who, other, day, hour }) =>
      doers.send('record', 'post', '/api/recorded-visits', doer.header, {
        ...{ ...common, ...timeOf({ day, hour }) },
        ...{ guestUnit: doer.unit ?? at(units, who), hostUnit: at(units, other) },
      }),
  },
  'close-day': {
    weight: 1,
    about: null,
    act: (doers, { other, day }) =>
      doers.change('close-day', at(units, other), () => ({
        closedDays: [{ date: `2025-11-0${4 + day}`, reason: 'Apel' }],
      })),
  },
  capacity: {
    weight: 1,
    about: null,
    act: (doers, { other, which }) => {
      const unit = at(units, other);
      const capacity = 1 + (which % 2);
      doers.mostAtOnce.set(unit, Math.max(capacity, doers.mostAtOnce.get(unit) ?? 1));
      return doers.change('capacity', unit, (policy) => ({ hostingPolicy: { ...policy, capacity } }));
    },
  },
  'close-unit': {
    weight: 1,
    about: null,
    act: (doers, { other, day, who }) => {
      const change = { kind: 'closed', unit: at(units, other), callsOff: who % 2 === 0, ...from(day) };
      return doers.endUnit('close-unit', change);
    },
  },
  'merge-units': {
    weight: 1,
    about: null,
    act: (doers, { other, day, who }) => {
      // Units of one region alone merge.
      const ofOne = units.filter((each) => officeOf[each] === 'jawa-tengah');
      const [unit, successor] = [at(ofOne, other), at(ofOne, other + 1)];
      const change = { kind: 'merged', unit, successor, callsOff: who % 2 === 0, ...from(day) };
      return doers.endUnit('merge-units', change);
    },
  },
  'pass-time': {
    weight: 1,
    about: null,
    act: async ({ app, done }, { day }) => {
      app.clock.set(new Date(app.clock.now().getTime() + (1 + day) * 3 * 3_600_000));
      await app.settle();
      done.set('pass-time', 1);
    },
  },
  submit: { weight: 3, about: inState('draft'), act: stepBy('submit', guestOf) },
  agree: {
    weight: 3,
    about: inState('draft', 'requested'),
    // Everything between the request and the host's word, by whose turn each is.
    act: async (doers, { visit }) => {
      if (!visit) return;
      const { id, guest, host } = visit;
      const turns = [
        ['submit', guest],
        ['approve', officeOver(guest)],
        ['approve', officeOver(host)],
        ['accept', host],
      ] as const;
      for (const [step, name] of turns) {
        const version = (await doers.visits()).find((each) => each.id === id)?.version;
        const turn = doers.all.find((each) => each.name === name);
        if (turn) await doers.send('agree', 'post', `/api/visits/${id}/${step}`, turn.header, { version });
      }
    },
  },
  accept: { weight: 1, about: open, act: stepBy('accept', either) },
  propose: { weight: 3, about: open, act: stepBy('propose', either, timeOf) },
  decline: { weight: 1, about: open, act: stepBy('decline', either) },
  reschedule: { weight: 1, about: inState('confirmed'), act: stepBy('reschedule', either, timeOf) },
  cancel: { weight: 3, about: inState('confirmed'), act: stepBy('cancel', either) },
  withdraw: {
    weight: 3,
    about: open,
    act: stepBy('withdraw', ({ guest }, other) => (other === 0 ? officeOver(guest) : guest)),
  },
  approve: { weight: 3, about: open, act: stepBy('approve', eitherOffice) },
  object: { weight: 3, about: inState('confirmed', 'held', 'closed'), act: stepBy('object', either) },
  'invite-guest': {
    weight: 3,
    about: () => true,
    act: (doers, scene) => {
      const { id = '', guest } = scene.visit ?? {};
      const body = { organisation: at(units, scene.other) };
      return doers.send(
        'invite-guest',
        'post',
        `/api/visits/${id}/guests`,
        doers.as(guest, scene.doer, scene.who === 7),
        body,
      );
    },
  },
  'come-along': {
    weight: 3,
    about: inState('requested', 'confirmed'),
    act: async (doers, { visit, other }) => {
      const organisation = at(units, other);
      const of = (place: string | undefined) => doers.all.find(({ name }) => name === place)?.header;
      const [asking, coming] = [of(visit?.guest), of(organisation)];
      if (!visit || !asking || !coming) return;
      const path = `/api/visits/${visit.id}/guests`;
      await doers.send('come-along', 'post', path, asking, { organisation });
      await doers.send('come-along', 'post', `${path}/join`, coming, { partySize: 2 });
    },
  },
  join: {
    weight: 2,
    about: ({ state, asked }) => state !== 'draft' && asked.length > 0,
    act: joining('join', 'asked', { partySize: 3 }),
  },
  leave: {
    weight: 2,
    about: ({ joined }) => joined.length > 0,
    act: joining('leave', 'joined', { reason: 'Ada apel' }),
  },
  'take-back': {
    weight: 4,
    about: ({ asked }) => asked.length > 0,
    act: (doers, scene) => {
      const { id = '', guest, asked = [] } = scene.visit ?? {};
      const path = `/api/visits/${id}/guests/${at(asked, scene.other)}/take-back`;
      return doers.send('take-back', 'post', path, doers.as(guest, scene.doer, scene.who === 7), {});
    },
  },
} as const satisfies Record<string, DeedOf>;

export const deedNames = Object.keys(deeds) as (keyof typeof deeds)[];

/** What is done, and the numbers that choose to what. */
export interface Deed extends Choice {
  what: keyof typeof deeds;
}

const isEnding = (name: Deed['what']): boolean => name === 'close-unit' || name === 'merge-units';

const deedOf = (names: readonly Deed['what'][]): fc.Arbitrary<Deed> =>
  fc.record({
    what: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: deeds[name].weight }))),
    who: fc.nat(7),
    which: fc.nat(30),
    other: fc.nat(4),
    day: fc.nat(3),
    hour: fc.nat(2),
  });

/** What people do to visits, a unit or two that end, and what they do afterwards. */
export const anySequence: fc.Arbitrary<Deed[]> = fc
  .tuple(
    fc.array(deedOf(deedNames.filter((name) => !isEnding(name))), { minLength: 40, maxLength: 60 }),
    fc.array(deedOf(deedNames.filter(isEnding)), { minLength: 1, maxLength: 2 }),
    fc.array(deedOf(deedNames.filter((name) => !isEnding(name))), { minLength: 5, maxLength: 15 }),
  )
  .map((parts) => parts.flat());

/** Does it, to a visit that it fits where there is one. */
export async function carryOut(doers: Doers, { what, ...choice }: Deed): Promise<void> {
  const { about, act } = deeds[what];
  const known = about === null ? [] : await doers.visits();
  const fit = known.filter((visit) => about?.(visit));
  // Now and then also what it does not fit.
  const from = fit.length === 0 || choice.who === 7 ? known : fit;
  if (about !== null && from.length === 0) return;
  await act(doers, { ...choice, doer: at(doers.all, choice.who), visit: from[choice.which % from.length] });
}
