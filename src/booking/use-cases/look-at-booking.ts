import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { OfficerFacts } from '../../people/index.js';
import { usageAsked } from '../../units/index.js';
import { partySize } from '../../visits/index.js';
import { kindOf, modeOf, type BookingInput } from '../domain/booking-input.js';
import { rankHosts, type Ranked } from '../domain/host-ranking.js';
import { gatherParty, type OwnPerson, type Party } from '../domain/party.js';
import { BookingChoices, type Choices } from '../queries/booking-choices.js';
import { FindHosts, type HostLine } from '../queries/find-hosts.js';
import { paceOf } from '../domain/repeat.js';
import { LookAtGuests, type JoiningGuests, type LeadingGuest } from './look-at-guests.js';
import { LookAtRepeat, type RepeatView } from './look-at-repeat.js';
import { LookAtTime, type TimeView } from './look-at-time.js';

export type FoundHost = Ranked<HostLine>;

/** Everything that follows from what was typed so far. */
export interface BookingView extends LeadingGuest {
  joining: JoiningGuests;
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
  /** Null for a single visit, and while no host is chosen. */
  repeat: RepeatView | null;
  officers: OwnPerson[];
  party: Party;
}

/** Works out a booking form: hosts that fit, free times, warnings, the party. */
@Injectable()
export class LookAtBooking {
  constructor(
    private readonly choices: BookingChoices,
    private readonly guests: LookAtGuests,
    private readonly hosts: FindHosts,
    private readonly officers: OfficerFacts,
    private readonly time: LookAtTime,
    private readonly repeat: LookAtRepeat,
  ) {}

  /**
   * @param arranges whether a regional office arranges it for a unit that it chooses
   * @throws RequestError `not-allowed` for whoever belongs to no organisation, or to no regional office
   */
  async execute(actor: Actor, input: BookingInput, arranges = false): Promise<BookingView> {
    const asking = await this.guests.leading(actor, input, arranges);
    const { guest } = asking;
    const { search } = input;
    const filter = { ...search, usesSambang: usageAsked(search.usage), visitKind: kindOf(input) };
    const [choices, { hosts, from }, officers] = await Promise.all([
      this.choices.execute(),
      this.hosts.execute(actor, guest?.code ?? '', filter, input.host),
      guest === null ? [] : this.officers.ofUnit(guest.code),
    ]);
    const ranked = rankHosts(hosts, { from, withinKm: null, order: search.order });
    const fitting = rankHosts(
      hosts.filter(({ fits }) => fits),
      { from, withinKm: search.withinKm, order: search.order },
    );
    const host = ranked.find(({ code }) => code === input.host) ?? null;
    const party = gatherParty(input.party, officers, guest?.name ?? null);
    const [time, joining] = await Promise.all([
      host && guest && this.timeOf(guest.code, host, input, party),
      this.guests.joining(input, guest?.code, host?.code),
    ]);
    return {
      ...{ choices, host, officers, party, time, joining, ...asking },
      hosts: fitting.slice(0, search.shown),
      found: fitting.length,
      experienced: fitting.filter(({ notes, hosted }) => notes + hosted > 0).length,
      knowsDistance: from !== null,
      repeat: asking.arranges || !host || !time ? null : await this.repeatOf(host, time, input, party),
    };
  }

  private timeOf(guest: string, host: FoundHost, input: BookingInput, party: Party): Promise<TimeView> {
    const emails = party.members.flatMap(({ email }) => (email === null ? [] : [email]));
    const { time, week } = input;
    const repeats = paceOf(input.repeat, input.content.kind) !== null;
    const wish = { guest, host, kind: kindOf(input), mode: modeOf(input), time, week, repeats };
    return this.time.execute({ ...wish, party: { size: sizeOf(party), emails } });
  }

  private async repeatOf(
    host: FoundHost,
    { chosen }: TimeView,
    { repeat, content }: BookingInput,
    party: Party,
  ): Promise<RepeatView | null> {
    const pace = paceOf(repeat, content.kind);
    return pace && this.repeat.execute(host, chosen, pace, repeat, sizeOf(party));
  }
}

/** How many guests the host is asked for. */
const sizeOf = ({ size, members }: Party): number =>
  partySize(size ?? 1, members.filter(({ side }) => side === 'guest').length);
