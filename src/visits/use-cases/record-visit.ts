import { sameHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { partyFault } from '../domain/party-limit.js';
import { isTooLongAgo, recordingSides } from '../domain/recorded-visit.js';
import { actorSides, type VisitParties } from '../domain/visit-policies.js';
import { begin, firstState } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { assertSoundTime } from './assert-sound-time.js';
import { BeginVisit, type NewVisit } from './begin-visit.js';
import { CheckHostRules } from './check-host-rules.js';
import { FindFreeTime } from './find-free-time.js';
import { HoldHostTime } from './hold-host-time.js';

const DAY_MS = 86_400_000;
/** How far around a taken time another is looked for, and how many are told. */
const DAYS_AHEAD = 21;
const MOST_FREE = 3;

/** The host's time that an entered visit takes, and what is free where it has none. */
@Injectable()
export class TakeHostTime {
  constructor(
    private readonly clock: Clock,
    private readonly hostTime: HoldHostTime,
    private readonly rules: CheckHostRules,
    private readonly free: FindFreeTime,
  ) {}

  /** @throws VisitError `time-too-far`, or `host-time-taken` with what is free near that time */
  async execute(visit: VisitRow & { timeZone: Zone }, isHost: boolean): Promise<void> {
    if (visit.endsAt <= this.clock.now()) return;
    await this.rules.assertNear(visit, visit);
    try {
      await this.hostTime.execute(null, visit, isHost ? 'host' : 'guest');
    } catch (thrown) {
      if (!(thrown instanceof VisitError) || thrown.code !== 'host-time-taken') throw thrown;
      throw new VisitError('host-time-taken', { ...thrown.facts, free: await this.around(visit) }, [
        { field: 'startsAt', message: 'waktu ini sudah terisi' },
      ]);
    }
  }

  private async around({ hostUnit, kind, startsAt, endsAt, partySize, mode }: VisitRow): Promise<string[]> {
    const minutes = Math.ceil((+endsAt - +startsAt) / 60_000);
    const from = new Date(Math.max(+this.clock.now(), +startsAt - DAY_MS));
    const to = new Date(+startsAt + DAYS_AHEAD * DAY_MS);
    const search = { from, to, minutes, party: partySize, kind, guest: null, mode };
    const { timeZone, windows } = await this.free.execute(hostUnit, search);
    return windows
      .slice(0, MOST_FREE)
      .map((window) => formatDateTimeRange(sameHours(window.startsAt, window.endsAt), timeZone));
  }
}

/** The regional offices of guest and host, and the host's zone. */
export interface KnownPlaces {
  guestOffice: string | null;
  hostOffice: string | null;
  timeZone: Zone;
}

/** What goes with an entered visit. */
export interface RecordTerms {
  /** Whether the others are told by mail of this one visit; they are unless it is said otherwise. */
  tells?: boolean;
  /** All that the key stands for, where it is more than the visit. */
  whole?: object;
  /** Whether its summary is written beside it. */
  isSummarised?: boolean;
  /** What is written beside the visit, in its transaction, when it is new. */
  beside?: (visitId: string) => Promise<void>;
  /** What the caller has just looked up of its units and programs, so that it is not asked again for each of many. */
  known?: KnownPlaces | undefined;
}

/** Enters a visit that was agreed upon elsewhere: one to come is confirmed at once, one that was is held. */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly begin: BeginVisit,
    private readonly hostTime: TakeHostTime,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
  ) {}

  /**
   * @param key sent again with the same content, it gives the same visit
   * @returns the id of the visit
   * @throws RequestError `not-allowed` for whoever is of neither unit and of neither regional office
   * @throws VisitError what speaks against it
   */
  async execute(
    actor: Actor,
    request: NewVisit,
    key: string | null,
    terms: RecordTerms = {},
  ): Promise<string> {
    if (request.guestUnit === request.hostUnit) throw new VisitError('host-equals-guest');
    assertSoundTime(request.startsAt, request.endsAt);
    const { tells = true, whole = request, beside, isSummarised, known } = terms;
    const { parties, timeZone } = partiesOf(request, known ?? (await this.lookUp(request)), this.clock.now());
    const side = recordingSides.find((each) => actorSides(parties, actor).includes(each));
    const state = side && begin('record', [side], { ...request, isSummarised }, this.clock.now());
    if (!side || !state) throw new RequestError('not-allowed');
    if (isTooLongAgo(request.startsAt, timeZone)) {
      throw new VisitError('recorded-too-early', {}, [
        { field: 'startsAt', message: 'terlalu lama berlalu' },
      ]);
    }
    if (!hasTrait(state, 'tookPlace') && request.participants.some(({ attendance }) => attendance)) {
      throw new VisitError('day-not-come');
    }
    return this.begin.once(actor, whole, key, async () => {
      const begun = { action: 'record', state, side, recordedBy: side, tells, known } as const;
      const visit = await this.begin.execute(actor, request, begun);
      const agreed = hasTrait(state, 'tookPlace')
        ? visit
        : await this.agree({ ...visit, timeZone }, side === 'host');
      await beside?.(visit.id);
      return agreed;
    });
  }

  private async lookUp({ guestUnit, hostUnit }: NewVisit): Promise<KnownPlaces> {
    const [guest, host] = await Promise.all([this.units.byCode(guestUnit), this.units.byCode(hostUnit)]);
    if (!guest) throw new VisitError('unknown-unit', { unit: guestUnit }, [unknown('guestUnit')]);
    if (!host) throw new VisitError('unknown-unit', { unit: hostUnit }, [unknown('hostUnit')]);
    const { timeZone, regionalOffice: hostOffice } = host;
    return { guestOffice: guest.regionalOffice, hostOffice, timeZone };
  }

  /** Takes the host's time; what was agreed upon elsewhere was agreed upon with its party. */
  private async agree(visit: VisitRow & { timeZone: Zone }, isHost: boolean): Promise<VisitRow> {
    await this.hostTime.execute(visit, isHost);
    const facts = found(await this.facts.byId(visit.id));
    if (!partyFault(facts)) return visit;
    const agreed = { ...visit, agreedParty: facts.partyCount };
    await this.visits.save(agreed, visit);
    return agreed;
  }
}

function partiesOf(
  { guestUnit, hostUnit }: NewVisit,
  { guestOffice, hostOffice, timeZone }: KnownPlaces,
  now: Date,
): { parties: VisitParties; timeZone: Zone } {
  const offices = { guestRegionalOffice: guestOffice, hostRegionalOffice: hostOffice };
  const units = { guestUnit, hostUnit, joinedGuests: [], askedGuests: [], joinedOffices: [] };
  return { parties: { state: firstState, submittedAt: now, ...units, ...offices }, timeZone };
}

const unknown = (field: string) => ({ field, message: 'tidak ada dalam daftar' });
