import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { DayTime, Stretch } from '../../platform/text/day-hours.js';
import { localDate } from '../../platform/text/dates.js';
import { checkRequest, termsOf, UnitFacts, type RequestFault } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { lastBookableDate } from '../domain/visit-time.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { CheckReferences } from './check-references.js';

/** What of a visit its host's rules look at, beside the time. */
type AskedVisit = Pick<VisitFacts, 'hostUnit' | 'kind' | 'partyCount' | 'agreedParty' | 'timeZone'>;

/** Holds the time a guest asks for against what the host has published. */
@Injectable()
export class CheckHostRules {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly references: CheckReferences,
  ) {}

  /**
   * @param longest how many days ahead what the visit is a part of may be asked for; 0 for one that stands alone
   * @throws VisitError with the first fault and, for each, a line of Indonesian at the field it is about
   */
  async execute(
    visit: AskedVisit,
    { startsAt, endsAt, ownHours }: DayTime,
    longest: number | Promise<number>,
  ): Promise<void> {
    const { hostUnit, kind, partyCount: party, agreedParty, timeZone } = visit;
    const [from, to] = [localDate(startsAt, timeZone), localDate(endsAt, timeZone)];
    const [facts, ahead] = await Promise.all([this.units.hostingFacts(hostUnit, from, to), longest]);
    if (!facts) throw new VisitError('host-not-open');
    const request = { startsAt, endsAt, ownHours, party, kind, now: this.clock.now(), timeZone, ahead };
    const isAgreed = agreedParty !== null && party <= agreedParty;
    const faults = checkRequest(request, facts).filter(
      ({ code }) => !(isAgreed && code === 'party-too-large'),
    );
    const [first] = faults;
    if (first) throw new VisitError(first.code, first, faults.map(fieldFault));
  }

  /** @throws VisitError `unit-not-there` where guest or host is no more at that time */
  assertGoingOn(
    { guestUnit, hostUnit, timeZone }: Pick<VisitFacts, 'guestUnit' | 'hostUnit' | 'timeZone'>,
    { startsAt }: Stretch,
  ): Promise<void> {
    return this.references.goingOnAt([guestUnit, hostUnit], startsAt, timeZone);
  }

  /**
   * Holds any time that is asked for or offered against the furthest that anything is booked.
   *
   * @throws VisitError `time-too-far` with the latest date
   */
  async assertNear(
    { hostUnit, kind, timeZone }: Pick<AskedVisit, 'hostUnit' | 'kind' | 'timeZone'>,
    { startsAt }: Stretch,
  ): Promise<void> {
    const date = localDate(startsAt, timeZone);
    const facts = await this.units.hostingFacts(hostUnit, date, date);
    const longest = facts ? termsOf(facts.policy, facts.kinds, kind).longestNoticeDays : 0;
    const latestDate = lastBookableDate(this.clock.now(), longest, timeZone);
    if (date <= latestDate) return;
    throw new VisitError('time-too-far', { latestDate }, [{ field: 'startsAt', message: tooFar }]);
  }
}

const tooFar = 'terlalu jauh dari hari ini';

const messages = {
  'host-not-open': 'UPT tujuan belum menerima kunjungan',
  'kind-not-received': 'UPT tujuan tidak menerima bentuk kunjungan ini',
  'shorter-than-received': 'Lebih singkat dari yang diterima UPT tujuan',
  'longer-than-received': 'Lebih lama dari yang diterima UPT tujuan',
  'notice-too-short': 'Terlalu dekat dengan hari ini',
  'notice-too-long': 'Terlalu jauh dari hari ini',
  'party-too-large': 'Melebihi rombongan terbesar UPT tujuan',
  'host-closed': 'UPT tujuan tutup pada hari itu',
  'outside-hosting-hours': 'Di luar jam kunjungan UPT tujuan',
} as const satisfies Record<RequestFault['code'], string>;

const fields: Partial<Record<RequestFault['code'], string>> = {
  'host-not-open': 'hostUnit',
  'kind-not-received': 'kind',
  'party-too-large': 'partySize',
  'shorter-than-received': 'endsAt',
  'longer-than-received': 'endsAt',
};

const fieldFault = ({ code }: RequestFault): { field: string; message: string } => ({
  field: fields[code] ?? 'startsAt',
  message: messages[code],
});
