import { Injectable } from '@nestjs/common';
import { AgendaFacts, ReadSessionQuestions } from '../../agendas/index.js';
import { FollowUpFacts } from '../../follow-ups/index.js';
import { NoteFacts } from '../../notes/index.js';
import { Site } from '../../platform/security/access-guard.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import {
  FileRepository,
  ParticipantRepository,
  VisitFactsQuery,
  type ParticipantRow,
} from '../../visits/index.js';
import { attendanceOf, sidesOf } from '../domain/attendance.js';
import {
  blankFacts,
  type LearningAnswer,
  type SummaryContent,
  type SummaryFacts,
  type SummaryTexts,
} from '../domain/summary.js';
import { FindKnownFacts } from '../queries/known-facts.js';

/** Puts answers to the learning questions of a visit, with the sessions at which they came up. */
@Injectable()
export class GatherLearning {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly questions: ReadSessionQuestions,
  ) {}

  async execute(visitId: string, answers: readonly LearningAnswer[]): Promise<SummaryContent['learning']> {
    const visit = await this.visits.byId(visitId);
    const given = new Map(answers.map(({ id, answer }) => [id, answer]));
    const placed = visit ? await this.questions.of(visit, false) : [];
    return placed.map(({ id, question, session }) => ({
      id,
      question,
      session: session?.title ?? '',
      answer: given.get(id) ?? '',
    }));
  }
}

/** What both units promised, and what others may copy of it. */
@Injectable()
export class GatherPromises {
  constructor(
    private readonly followUps: FollowUpFacts,
    private readonly notes: NoteFacts,
  ) {}

  async execute(visitId: string): Promise<Pick<SummaryContent, 'followUps' | 'practices'>> {
    const [followUps, practices] = await Promise.all([
      this.followUps.ofVisit(visitId),
      this.notes.ofVisit(visitId),
    ]);
    return {
      followUps: followUps.map(({ what, unitName, personName, dueOn }) => ({
        what,
        unitName,
        person: personName,
        dueOn,
      })),
      // A summary is mailed to people of many places.
      practices: practices
        .filter(({ state, visibility }) => state === 'published' && visibility === 'nation')
        .map(({ title }) => title),
    };
  }
}

/** What is known of a visit elsewhere, so that nobody types it again. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly known: FindKnownFacts,
    private readonly agendas: AgendaFacts,
    private readonly entries: OutgoingEntries,
  ) {}

  async execute(visitId: string, taking: Promise<readonly ParticipantRow[]>): Promise<SummaryFacts> {
    const [known, published, participants] = await Promise.all([
      this.known.ofVisit(visitId),
      this.agendas.published(visitId),
      taking,
    ]);
    if (!known) return blankFacts;
    const agenda = published.map((session) => ({
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      title: session.title,
      place: session.place,
      persons: [...session.persons],
    }));
    return { ...known.facts, agenda, sides: sidesOf(participants, known.names) };
  }

  /** Those of the chosen entries that may go out now, in their order. */
  async outgoing(visitId: string, chosen: readonly string[]): Promise<string[]> {
    return (await this.entries.among(visitId, chosen)).map(({ id }) => id);
  }
}

/** Puts together what people wrote of a visit and what the system knows of it. */
@Injectable()
export class GatherSummary {
  constructor(
    private readonly site: Site,
    private readonly participants: ParticipantRepository,
    private readonly files: FileRepository,
    private readonly promises: GatherPromises,
    private readonly learning: GatherLearning,
    private readonly facts: GatherFacts,
  ) {}

  async execute(visitId: string, texts: SummaryTexts, automatic: boolean): Promise<SummaryContent> {
    const { outcomes, decisions, notes, links } = texts;
    const taking = this.participants.ofVisit(visitId);
    const [learning, participants, entries, facts, promises, files] = await Promise.all([
      this.learning.execute(visitId, texts.answers),
      taking,
      this.facts.outgoing(visitId, texts.entries),
      this.facts.execute(visitId, taking),
      this.promises.execute(visitId),
      this.files.ofVisit(visitId),
    ]);
    return {
      outcomes,
      decisions,
      notes,
      links,
      learning,
      entries,
      ...facts,
      attendance: attendanceOf(participants),
      ...promises,
      files: files.map(({ id, name }) => ({
        title: name,
        url: `${this.site.publicUrl}/api/visits/${visitId}/files/${id}`,
      })),
      automatic,
    };
  }
}
