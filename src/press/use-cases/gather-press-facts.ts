import { Injectable } from '@nestjs/common';
import { dateWords } from '../../platform/text/calendar-words.js';
import { AgendaFacts } from '../../agendas/index.js';
import { FollowUpFacts } from '../../follow-ups/index.js';
import { amountWords, priceWords, ReadResults } from '../../results/index.js';
import { PublishedSummary, type ToldContent } from '../../summaries/index.js';
import { TripPlaces } from '../../trips/index.js';
import { UnitFacts } from '../../units/index.js';
import { OutgoingEntries, type OutgoingEntry } from '../../visit-days/index.js';
import { ParticipantRepository, ProgramChoices, type VisitFacts } from '../../visits/index.js';
import { cleaned } from '../domain/cleaned.js';
import { countParties } from '../domain/parties.js';
import type { ApprovedQuote, PressFacts, PressLeg, PressOffice } from '../domain/press-facts.js';
import { QuoteRepository, type PressQuote } from '../storage/quote-repository.js';

export type { PressQuote };

/** What texts of a visit are written from, and what the coach holds them against. */
export interface KnownOfVisit {
  /** Of each party, by its code. */
  offices: ReadonlyMap<string, PressOffice>;
  factsFor: (organisation: string) => PressFacts;
  quotes: PressQuote[];
  photos: OutgoingEntry[];
  /** Names of those who take part and let nobody quote them. */
  names: string[];
}

/** What happened at a visit, and what was promised there. */
@Injectable()
export class FindWhatHappened {
  constructor(
    private readonly agendas: AgendaFacts,
    private readonly summaries: PublishedSummary,
    private readonly followUps: FollowUpFacts,
    private readonly results: ReadResults,
    private readonly entries: OutgoingEntries,
    private readonly trips: TripPlaces,
  ) {}

  async of(visitId: string) {
    const [sessions, published, followUps, { results, products }, entries, [trip]] = await Promise.all([
      this.agendas.published(visitId),
      this.summaries.ofVisit(visitId),
      this.followUps.ofVisit(visitId),
      this.results.of({ visitId, noteId: null }),
      this.entries.ofVisit(visitId),
      this.trips.ofVisits([visitId]),
    ]);
    const photos = entries.filter(({ kind }) => kind === 'photo');
    const leg: PressLeg | null =
      trip && trip.place !== null && trip.count > 1
        ? { title: trip.title, place: trip.place, count: trip.count }
        : null;
    return {
      ...{ sessions, summary: published?.content ?? null, followUps, photos, leg },
      results: results.map(({ what, amount, measure, measuredOn }) => ({
        what,
        amount: amountWords(amount, measure),
        on: dateWords(measuredOn),
      })),
      products: products.map(({ name, maker, price, soldBy }) => ({
        name,
        maker,
        price: priceWords(price, soldBy),
      })),
    };
  }
}

/** Gathers what is known of a visit, so that nobody types it again. Whoever asks has made sure that it may be seen. */
@Injectable()
export class GatherPressFacts {
  constructor(
    private readonly units: UnitFacts,
    private readonly programs: ProgramChoices,
    private readonly participants: ParticipantRepository,
    private readonly happened: FindWhatHappened,
    private readonly quotes: QuoteRepository,
  ) {}

  async execute(visit: VisitFacts): Promise<KnownOfVisit> {
    const codes = [visit.guestUnit, ...visit.joinedGuests, visit.hostUnit];
    const [units, programs, people, happened, quotes] = await Promise.all([
      this.units.byCodes([...new Set(codes)]),
      this.programs.execute(),
      this.participants.ofVisit(visit.id),
      this.happened.of(visit.id),
      this.quotes.ofVisit(visit.id),
    ]);
    const office = (code: string, name = units.get(code)?.name ?? code): PressOffice => ({
      code,
      name,
      place: units.get(code)?.place || null,
    });
    const host = office(visit.hostUnit, visit.hostUnitName);
    const guests = [
      office(visit.guestUnit, visit.guestUnitName),
      ...visit.joinedGuests.map((code) => office(code)),
    ] as const satisfies [PressOffice, ...PressOffice[]];
    const approved = quotes.filter(({ state }) => state === 'approved').map(quoted);
    const speakers = new Set(approved.map(({ speaker }) => speaker.toLowerCase()));
    const names = people.map(({ name }) => name).filter((name) => !speakers.has(name.toLowerCase()));
    const facts: Omit<PressFacts, 'office'> = {
      ...aboutVisit(visit),
      ...{ host, guests, ...countParties(people, guests, host), leg: happened.leg },
      programs: programs
        .filter(({ code }) => visit.programs.includes(code))
        .map(({ framework, number, title }) => ({ framework, number, title })),
      sessions: happened.sessions.map(({ kind, title }) => ({ kind, title })),
      ...toldBy(happened.summary),
      followUps: happened.followUps.map(({ what, unitName, dueOn }) => ({ what, office: unitName, dueOn })),
      ...{ results: happened.results, products: happened.products },
      quotes: approved,
      photos: happened.photos.length,
    };
    return {
      offices: new Map([...guests, host].map((each) => [each.code, each])),
      factsFor: (code) => cleaned({ ...facts, office: office(code) }, names),
      quotes,
      photos: happened.photos,
      names,
    };
  }
}

const quoted = ({ organisation, speaker, position, words }: PressQuote): ApprovedQuote => ({
  office: organisation,
  ...{ speaker, position, words },
});

const aboutVisit = (visit: VisitFacts) => {
  const { kind, title, purpose, topics, mode, place, startsAt, endsAt, ownHours, timeZone } = visit;
  return {
    ...{ kind, title, purpose, topics, mode, place, zone: timeZone },
    time: { startsAt, endsAt, ownHours },
  };
};

/** What the summary that is out says; nothing of it before. */
const toldBy = (summary: ToldContent | null): Pick<PressFacts, 'summary' | 'learned'> => ({
  summary: summary && { outcomes: summary.outcomes, decisions: summary.decisions },
  learned: (summary?.learning ?? []).map(({ question, answer }) => ({ question, answer })),
});
