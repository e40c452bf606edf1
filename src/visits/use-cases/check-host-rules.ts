import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { localDate } from '../../platform/text/dates.js';
import { checkRequest, UnitFacts, type RequestFault } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { lastBookableDate } from '../domain/visit-time.js';
import type { VisitTime } from './visit-moves.js';

/** Holds the time a guest asks for against what the host has published. */
@Injectable()
export class CheckHostRules {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
  ) {}

  /**
   * @param party size of the guest's party
   * @throws VisitError with the first fault and, for each, a line of Indonesian at the field it is about
   */
  async execute(hostUnit: string, { startsAt, endsAt }: VisitTime, party: number): Promise<void> {
    const unit = await this.units.byCode(hostUnit);
    if (!unit) throw new VisitError('unknown-unit', { unit: hostUnit });
    const [from, to] = [localDate(startsAt, unit.timeZone), localDate(endsAt, unit.timeZone)];
    const facts = await this.units.hostingFacts(hostUnit, from, to);
    if (!facts) throw new VisitError('host-not-open');
    const { policy, closedDays, holidays, timeZone } = facts;
    const request = { startsAt, endsAt, party, now: this.clock.now(), timeZone };
    const faults = checkRequest(request, policy, closedDays, holidays);
    const [first] = faults;
    if (first) throw new VisitError(first.code, first, faults.map(fieldFault));
  }

  /**
   * Holds any time that is asked for or offered against the furthest that anything is booked.
   *
   * @throws VisitError `time-too-far` with the latest date
   */
  async assertNear(hostUnit: string, { startsAt }: VisitTime): Promise<void> {
    const unit = await this.units.byCode(hostUnit);
    if (!unit) throw new VisitError('unknown-unit', { unit: hostUnit });
    const date = localDate(startsAt, unit.timeZone);
    const facts = await this.units.hostingFacts(hostUnit, date, date);
    const longest = facts?.policy.longestNoticeDays ?? 0;
    const latestDate = lastBookableDate(this.clock.now(), longest, unit.timeZone);
    if (date <= latestDate) return;
    throw new VisitError('time-too-far', { latestDate }, [{ field: 'startsAt', message: tooFar }]);
  }
}

const tooFar = 'terlalu jauh dari hari ini';

const messages = {
  'host-not-open': 'UPT tujuan belum menerima kunjungan',
  'notice-too-short': 'Terlalu dekat dengan hari ini',
  'notice-too-long': 'Terlalu jauh dari hari ini',
  'party-too-large': 'Melebihi rombongan terbesar UPT tujuan',
  'host-closed': 'UPT tujuan tutup pada hari itu',
  'outside-hosting-hours': 'Di luar jam kunjungan UPT tujuan',
} as const satisfies Record<RequestFault['code'], string>;

const fields = { 'host-not-open': 'hostUnit', 'party-too-large': 'partySize' } as const;

function fieldFault({ code }: RequestFault): { field: string; message: string } {
  const field = code === 'host-not-open' || code === 'party-too-large' ? fields[code] : 'startsAt';
  return { field, message: messages[code] };
}
