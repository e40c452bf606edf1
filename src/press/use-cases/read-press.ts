import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hasDayCome, mayRead, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import { allHold, judge, type JudgedPoint } from '../domain/coach-points.js';
import { draftPress } from '../domain/draft-press.js';
import { PressError } from '../domain/error-codes.js';
import { pressKinds, type PressContent, type PressKind } from '../domain/press-kinds.js';
import type { PressOffice } from '../domain/press-facts.js';
import {
  hasTexts,
  headsParty,
  mayReadDraft,
  mayReadText,
  partiesOf,
  writesFor,
} from '../domain/press-policies.js';
import { PressTexts, type PressText } from '../queries/press-texts.js';
import { GatherPressFacts, type KnownOfVisit } from './gather-press-facts.js';

/** A text as somebody may see it: as it was saved, or as it is drafted while nobody has. */
export interface ReadableText {
  office: PressOffice;
  kind: PressKind;
  content: PressContent;
  /** Null while it is only drafted. */
  saved: PressText | null;
  points: JudgedPoint[];
  /** Whether it was said to be ready, and all still holds. */
  isReady: boolean;
  mayWrite: boolean;
  mayApprove: boolean;
  /** Whether the reader sees it while it is being written. */
  readsDraft: boolean;
}

/** The texts of a visit that somebody may see. */
export interface PressRoom {
  visit: VisitFacts;
  known: KnownOfVisit;
  texts: ReadableText[];
  /** Parties whose texts the reader writes, and which the reader heads. */
  writes: string[];
  heads: string[];
}

/** Reads the press texts of visits. */
@Injectable()
export class ReadPress {
  constructor(
    private readonly clock: Clock,
    private readonly visits: VisitFactsQuery,
    private readonly texts: PressTexts,
    private readonly gather: GatherPressFacts,
  ) {}

  /**
   * @throws RequestError `not-found` also for those who may not see the visit
   * @throws PressError `press-not-open` before its day, and of what was not agreed upon
   */
  async execute(actor: Actor, visitId: string): Promise<PressRoom> {
    const visit = found(await this.visits.byId(visitId));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    if (!hasTexts(visit, hasDayCome(visit, this.clock.now()))) throw new PressError('press-not-open');
    const [saved, words, known] = await Promise.all([
      this.texts.ofVisit(visitId),
      this.texts.wordsOf(visitId),
      this.gather.execute(visit),
    ]);
    const [writes, heads] = [
      writesFor(visit, actor),
      partiesOf(visit).filter((code) => headsParty(code, actor)),
    ];
    const texts = partiesOf(visit).flatMap((organisation) =>
      pressKinds.flatMap((kind): ReadableText[] => {
        const own = saved.find((text) => text.organisation === organisation && text.kind === kind) ?? null;
        const text = readable({
          known,
          organisation,
          kind,
          saved: own,
          said: words.get(own?.id ?? '') ?? [],
        });
        if (!mayReadText(visit, { organisation, isReady: text.isReady }, actor)) return [];
        const mayWrite = writes.includes(organisation);
        const readsDraft = mayReadDraft(visit, organisation, actor);
        return [{ ...text, mayWrite, mayApprove: heads.includes(organisation), readsDraft }];
      }),
    );
    return { visit, known, texts, writes, heads };
  }

  /** One text. @throws RequestError `not-found` also for those who may not see it */
  async one(
    actor: Actor,
    visitId: string,
    organisation: string,
    kind: string,
  ): Promise<PressRoom & { text: ReadableText }> {
    const room = await this.execute(actor, visitId);
    const text = room.texts.find((each) => each.office.code === organisation && each.kind === kind);
    return { ...room, text: found(text) };
  }
}

interface Around {
  known: KnownOfVisit;
  organisation: string;
  kind: PressKind;
  saved: PressText | null;
  said: Parameters<typeof judge>[1];
}

function readable({
  known,
  organisation,
  kind,
  saved,
  said,
}: Around): Omit<ReadableText, 'mayWrite' | 'mayApprove' | 'readsDraft'> {
  const facts = known.factsFor(organisation);
  const content = saved ?? draftPress(kind, facts);
  const cleared = known.photos.map(({ id }) => id);
  const { title, body, photos } = content;
  const points = judge({ kind, content: { title, body, photos }, facts, names: known.names, cleared }, said);
  return {
    office: found(known.offices.get(organisation)),
    kind,
    content: { title, body, photos },
    saved,
    points,
    isReady: saved?.state === 'ready' && allHold(points),
  };
}
