import { Injectable } from '@nestjs/common';
import { AgendaFacts, type PublishedSession } from '../../agendas/index.js';
import { OwnCheckIns, type OwnCheckIn } from '../../check-in/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { isAhead, isAskedStill, standingLine } from '../domain/own-standing.js';
import { nowAndNext, type NowAndNext } from '../domain/now-and-next.js';
import { FindPageSurroundings, type PageSurroundings } from '../queries/page-surroundings.js';
import { OpenOwnPage, type OwnPage } from './open-own-page.js';
import { ReadAfterVisit, type AfterVisit } from './read-after-visit.js';

/** What somebody sees of a visit by a link of the own. */
export interface ParticipantPage extends Pick<OwnPage, 'visit' | 'participant'>, AfterVisit {
  now: Date;
  surroundings: PageSurroundings;
  /** What is to be said at the door; null on another day, and of who was seen. */
  door: OwnCheckIn | null;
  /** Where the person stands, in a sentence. */
  standing: string;
  /** Whether an answer is still of use. */
  isAsked: boolean;
  /** Whether there is something to come to: it stands and is not over. */
  isAhead: boolean;
  /** As published; of somebody who comes for some sessions, those. */
  sessions: PublishedSession[];
  /** On a day of the visit. */
  today: NowAndNext<PublishedSession> | null;
}

/** Puts together a participant's page; showing it changes nothing, since scanners of mail open every address. */
@Injectable()
export class ReadParticipantPage {
  constructor(
    private readonly clock: Clock,
    private readonly own: OpenOwnPage,
    private readonly surroundings: FindPageSurroundings,
    private readonly agendas: AgendaFacts,
    private readonly after: ReadAfterVisit,
    private readonly door: OwnCheckIns,
  ) {}

  /**
   * Null for a link that opens nothing.
   *
   * @param scanned the scan at the door that the browser has, if any
   */
  async execute(secret: string, scanned?: string): Promise<ParticipantPage | null> {
    const own = await this.own.execute(secret);
    if (!own) return null;
    const { visit, participant } = own;
    const [surroundings, sessions, after, door] = await Promise.all([
      this.surroundings.of(participant.id),
      this.sessionsOf(visit.id, participant.id),
      this.after.execute(participant),
      this.door.of(participant, scanned),
    ]);
    if (!surroundings) return null;
    const now = this.clock.now();
    const facts = { ...participant, state: visit.state, endsAt: visit.endsAt };
    return {
      ...{ now, visit, participant, surroundings, sessions, door },
      standing: standingLine(facts, now),
      isAsked: isAskedStill(facts, now),
      isAhead: isAhead(facts, now),
      today: nowAndNext(visit, sessions, now),
      ...after,
    };
  }

  private async sessionsOf(visitId: string, participantId: string): Promise<PublishedSession[]> {
    const [published, attended] = await Promise.all([
      this.agendas.published(visitId),
      this.agendas.attendedIn(visitId),
    ]);
    const chosen = attended.get(participantId);
    return chosen ? published.filter(({ id }) => chosen.includes(id)) : published;
  }
}
