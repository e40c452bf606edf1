import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { OfficerFacts } from '../../people/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import { rankHosts, type Ranked } from '../domain/host-ranking.js';
import { gatherParty, type OwnPerson, type Party } from '../domain/party.js';
import { BookingChoices, type Choices } from '../queries/booking-choices.js';
import { FindHosts, type HostLine } from '../queries/find-hosts.js';
import { LookAtTime, type TimeView } from './look-at-time.js';

export type FoundHost = Ranked<HostLine>;

/** Everything that follows from what was typed so far. */
export interface BookingView {
  choices: Choices;
  /** The hosts to show; the chosen one is among them only when it fits. */
  hosts: FoundHost[];
  /** How many fit, and how many of them wrote about or received what is looked for. */
  found: number;
  experienced: number;
  /** The chosen host, or null. */
  host: FoundHost | null;
  /** Whether the own unit's place is known, without which there are no distances. */
  knowsDistance: boolean;
  /** Null while no host is chosen. */
  time: TimeView | null;
  officers: OwnPerson[];
  party: Party;
}

/** Works out a booking form: hosts that fit, free times, warnings, the party. */
@Injectable()
export class LookAtBooking {
  constructor(
    private readonly choices: BookingChoices,
    private readonly hosts: FindHosts,
    private readonly officers: OfficerFacts,
    private readonly time: LookAtTime,
  ) {}

  /** @throws RequestError `not-allowed` for whoever belongs to no unit */
  async execute(actor: Actor, input: BookingInput): Promise<BookingView> {
    const guest = actor.unit;
    if (guest === null) throw new RequestError('not-allowed');
    const { search } = input;
    const choices = await this.choices.execute();
    const { hosts, from } = await this.hosts.execute(actor, guest, search, input.host);
    const ranked = rankHosts(hosts, { from, withinKm: null, order: search.order });
    const fitting = rankHosts(
      hosts.filter(({ fits }) => fits),
      { from, withinKm: search.withinKm, order: search.order },
    );
    const host = ranked.find(({ code }) => code === input.host) ?? null;
    const officers = await this.officers.ofUnit(guest);
    const party = gatherParty(input.party, officers, actor.placeName);
    return {
      ...{ choices, host, officers, party },
      hosts: fitting.slice(0, search.shown),
      found: fitting.length,
      experienced: fitting.filter(({ notes, hosted }) => notes + hosted > 0).length,
      knowsDistance: from !== null,
      time: host && (await this.timeOf(guest, host, input, party)),
    };
  }

  private timeOf(guest: string, host: FoundHost, input: BookingInput, party: Party): Promise<TimeView> {
    const emails = party.members.flatMap(({ email }) => (email === null ? [] : [email]));
    const { time, week } = input;
    return this.time.execute({ guest, host, time, week, party: { size: party.size ?? 1, emails } });
  }
}
