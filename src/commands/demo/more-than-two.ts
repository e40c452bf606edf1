import { sameHours } from '../../platform/text/day-hours.js';
import { ChangePerson } from '../../people/index.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { RecordWholeVisit } from '../../records/index.js';
import { CreateSeries, ReadSeries, StepSeries } from '../../series/index.js';
import { CreateTrip, ReadTrip } from '../../trips/index.js';
import { AnswerGuestInvitation, AskGuests, ChangeParticipants, TakeStep } from '../../visits/index.js';
import { headOf, LEAVING, officerNameOf, officerOf } from './accounts.js';
import { workingDaysAround, type OnWorkingDay, type StoryStep } from './stage.js';
import { party, VisitScript } from './visit-script.js';

/** Visits that are not one guest's at one host's on one day, and what becomes of somebody's things, up to now. */
export function moreThanTwo(now: Date, isHoliday: IsHoliday): StoryStep[] {
  const at = workingDaysAround(now, isHoliday);
  const scenes = [jointVisit, trip, series, recordedVisit, handOver];
  return scenes.flatMap((scene) => scene(at)).filter((step) => step.at <= now);
}

/** Three units go together; one of those asked cannot. */
function jointVisit(at: OnWorkingDay): StoryStep[] {
  const [leading, host, joining, declining] = [
    'bapas-purwokerto',
    'lapas-magelang',
    'rutan-purbalingga',
    'lapas-batang',
  ] as const;
  const script = new VisitScript({
    ...{ guest: leading, host, participants: party(leading, host) },
    ...{ startsAt: at(9, '09.00'), endsAt: at(9, '11.00') },
    details: { title: 'Pengolahan pupuk organik', topics: ['Ketahanan pangan'], programs: ['akselerasi-2'] },
  });
  script.asked(at(-7, '09.00'));
  script.add(at(-7, '09.20'), `${leading} asks ${joining} and ${declining} to come along`, async (stage) => {
    for (const organisation of [joining, declining]) {
      await stage.use(AskGuests).execute(stage.actor(officerOf(leading)), script.visitId, { organisation });
    }
    return undefined;
  });
  script.step(at(-6, '10.00'), 'host', 'accept');
  script.add(at(-5, '08.30'), `${joining} joins and brings its people`, async (stage) => {
    const actor = stage.actor(officerOf(joining));
    await stage.use(AnswerGuestInvitation).execute(actor, script.visitId, joining, 'join', { partySize: 3 });
    const person = { name: officerNameOf(joining), email: officerOf(joining), role: 'member' } as const;
    await stage.use(ChangeParticipants).add(actor, script.visitId, { ...person, side: 'guest' });
    return undefined;
  });
  script.add(at(-4, '14.00'), `${declining} does not come along`, async (stage) => {
    const actor = stage.actor(officerOf(declining));
    await stage
      .use(AnswerGuestInvitation)
      .execute(actor, script.visitId, declining, 'decline', { reason: 'Bersamaan dengan pemeriksaan BPK' });
    return undefined;
  });
  return script.steps;
}

/** One party sees two hosts on two days; the first has accepted. */
function trip(at: OnWorkingDay): StoryStep[] {
  const guest = 'rutan-banjarnegara';
  const actorOf = officerOf(guest);
  const leg = (hostUnit: string, day: number) => ({
    ...{ hostUnit, programs: [], mode: 'on-site' as const, meetingLink: null },
    ...sameHours(at(day, '09.00'), at(day, '11.00')),
  });
  const legs = [leg('lapas-ambarawa', 16), leg('rutan-salatiga', 17)];
  let id = '';
  return [
    {
      at: at(-3, '09.30'),
      tell: `${guest} plans a trip to ${legs.map(({ hostUnit }) => hostUnit).join(' and ')}`,
      act: async (stage) => {
        const details = { title: 'Pembangunan zona integritas menuju WBK', topics: ['WBK'] };
        const members = party(guest, guest)
          .slice(0, 2)
          .map(({ name, email }) => ({ name, email }));
        const plan = { kind: 'study-visit', details, legs, party: members } as const;
        id = await stage.use(CreateTrip).execute(stage.actor(actorOf), plan, true);
        return undefined;
      },
    },
    {
      at: at(-2, '10.15'),
      tell: 'lapas-ambarawa accepts its leg of the trip',
      act: async (stage) => {
        const found = await stage.use(ReadTrip).execute(stage.actor(actorOf), id);
        const visit = found.legs.find((one) => one.visit.hostUnit === 'lapas-ambarawa')?.visit;
        if (!visit) throw new Error('The trip has no leg at lapas-ambarawa');
        const host = stage.actor(officerOf('lapas-ambarawa'));
        await stage.use(TakeStep).execute(host, visit.id, 'accept', undefined, {});
        return visit.reference;
      },
    },
  ];
}

/** A coordination meeting every second week, agreed for all its dates. */
function series(at: OnWorkingDay): StoryStep[] {
  const [guest, host] = ['bapas-purwokerto', 'rutan-banyumas'] as const;
  const startsAt = at(7, '09.00');
  let id = '';
  return [
    {
      at: at(-3, '13.00'),
      tell: `${guest} asks ${host} for a meeting every second week`,
      act: async (stage) => {
        const rule = { frequency: 'weekly', every: 2, ordinal: null } as const;
        const until = addDays(localDate(startsAt, 'Asia/Jakarta'), 84);
        const meeting = {
          ...{ guestUnit: guest, hostUnit: host, kind: 'coordination' as const },
          ...{ ...sameHours(startsAt, at(7, '10.30')), participants: party(guest, host) },
          details: { title: 'Koordinasi pembimbingan klien', topics: ['Litmas'] },
        };
        const asked = { ...meeting, rule: { ...rule, until } };
        id = await stage.use(CreateSeries).execute(stage.actor(officerOf(guest)), asked, null, true);
        return undefined;
      },
    },
    {
      at: at(-2, '08.30'),
      tell: `${host} accepts all dates`,
      act: async (stage) => {
        const actor = stage.actor(officerOf(host));
        const { version } = (await stage.use(ReadSeries).execute(actor, id)).series;
        const all = { step: 'accept', scope: {}, reason: null, time: null } as const;
        const outcomes = await stage.use(StepSeries).execute(actor, id, version, all);
        return `${outcomes.filter(({ refusal }) => refusal === null).length} dates are confirmed`;
      },
    },
  ];
}

/** Agreed upon by telephone, and entered a week after it was; the other unit finds it right. */
function recordedVisit(at: OnWorkingDay): StoryStep[] {
  const [guest, host] = ['rutan-purbalingga', 'rutan-wonosobo'] as const;
  let id = '';
  return [
    {
      at: at(-10, '09.00'),
      tell: `${guest} enters a visit to ${host} that was agreed upon by telephone`,
      act: async (stage) => {
        const visit = {
          ...{ guestUnit: guest, hostUnit: host, kind: 'working-visit' as const },
          ...sameHours(at(-15, '09.00'), at(-15, '11.30')),
          details: { title: 'Kerajinan batik warga binaan', topics: ['Kemandirian'], partySize: 4 },
          participants: party(guest, host).map((one) => ({ ...one, attendance: 'present' as const })),
        };
        const summary = {
          outcomes: 'Melihat rangkaian kerja dari pola sampai pewarnaan, dan cara menjualnya lewat koperasi.',
          decisions: 'Rutan Wonosobo meminjamkan alat canting untuk pelatihan pertama.',
          notes: '',
        };
        const promise = {
          ...{ unit: guest, personName: officerNameOf(guest) },
          what: 'Mengadakan pelatihan batik angkatan pertama',
          dueOn: localDate(at(30, '09.00'), 'Asia/Jakarta'),
        };
        const whole = { visit, summary, followUps: [promise], mails: true };
        id = await stage.use(RecordWholeVisit).execute(stage.actor(officerOf(guest)), whole, null);
        return undefined;
      },
    },
    {
      at: at(-9, '10.00'),
      tell: `${host} finds it right`,
      act: async (stage) => {
        await stage.use(TakeStep).execute(stage.actor(officerOf(host)), id, 'vouch', undefined, {});
        return undefined;
      },
    },
  ];
}

/** Somebody retires; the visit that depended on that person goes on with a colleague. */
function handOver(at: OnWorkingDay): StoryStep[] {
  const [guest, host] = ['bapas-purwokerto', 'rutan-kebumen'] as const;
  const { name, email } = LEAVING;
  const script = new VisitScript({
    ...{ guest, host, startsAt: at(12, '09.00'), endsAt: at(12, '11.00') },
    details: { title: 'Layanan pengaduan', topics: ['Layanan publik'] },
    participants: [{ name, email, side: 'guest', role: 'leader' }, ...party(guest, host).slice(1)],
  });
  script.asked(at(-8, '11.00')).step(at(-7, '11.00'), 'host', 'accept');
  script.add(
    at(-2, '15.00'),
    `${name} retires, and a colleague takes over what hangs on the account`,
    async (stage) => {
      const head = stage.actor(headOf(guest));
      const [leaving, taking] = [stage.actor(email), stage.actor(officerOf(guest))];
      const successors = { all: taking.personId, each: new Map<string, string>() };
      await stage
        .use(ChangePerson)
        .execute(head, leaving.personId, { version: null, suspended: true, successors });
      return undefined;
    },
  );
  return script.steps;
}
