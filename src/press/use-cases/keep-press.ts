import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { draftPress } from '../domain/draft-press.js';
import { PressError } from '../domain/error-codes.js';
import { saysTheSame, type PressContent } from '../domain/press-kinds.js';
import { after } from '../domain/press-states.js';
import {
  PressRepository,
  unapproved,
  type PressPlace,
  type PressTextRow,
} from '../storage/press-repository.js';
import { ReadPress } from './read-press.js';

export type { PressPlace };

/** Saves what an office says; each time that it says something else is kept, and takes readiness and approval away. */
@Injectable()
export class KeepPress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly read: ReadPress,
    private readonly texts: PressRepository,
  ) {}

  /**
   * @param version what the writer saw, 0 for a text that nobody had saved
   * @returns the version that stands now
   * @throws PressError `press-changed`, `press-empty`; RequestError `not-found`, `not-allowed`
   */
  async save(actor: Actor, place: PressPlace, content: PressContent, version: number): Promise<number> {
    return this.database.transaction(async () => {
      const standing = await this.writable(actor, place, version);
      if (content.title.trim() === '' || content.body.trim() === '') throw new PressError('press-empty');
      return this.keep(actor, place, standing, content);
    });
  }

  /** Replaces a text by a new draft from the data; photos and captions stay. */
  async redraft(actor: Actor, place: PressPlace, version: number): Promise<number> {
    return this.database.transaction(async () => {
      const standing = await this.writable(actor, place, version);
      const { known, text } = await this.read.one(actor, place.visitId, place.organisation, place.kind);
      const draft = draftPress(place.kind, known.factsFor(place.organisation));
      return this.keep(actor, place, standing, { ...draft, photos: text.content.photos });
    });
  }

  /** Makes what a text said before the newest again. @throws RequestError `not-found` for a version that there is not */
  async restore(actor: Actor, place: PressPlace, before: number, version: number): Promise<number> {
    return this.database.transaction(async () => {
      const standing = found(await this.writable(actor, place, version));
      const content = found(await this.texts.revision(standing.id, before));
      return this.keep(actor, place, standing, content);
    });
  }

  /** The text, locked, for those who write it. */
  private async writable(actor: Actor, place: PressPlace, version: number): Promise<PressTextRow | null> {
    const { text } = await this.read.one(actor, place.visitId, place.organisation, place.kind);
    if (!text.mayWrite) throw new RequestError('not-allowed');
    const standing = await this.texts.lock(place);
    assertCurrent(standing, version);
    return standing;
  }

  private async keep(
    actor: Actor,
    place: PressPlace,
    standing: PressTextRow | null,
    { title, body, photos }: PressContent,
  ): Promise<number> {
    const content = { title, body, photos };
    const before = standing && (await this.texts.revision(standing.id, standing.version));
    if (standing && before && saysTheSame(before, content)) return standing.version;
    const version = (standing?.version ?? 0) + 1;
    const state = standing ? found(after(standing.state, 'save')) : unapproved.state;
    const text = { ...place, id: standing?.id ?? newId(), version, ...unapproved, state };
    if (standing) await this.texts.put(text);
    else if (!(await this.texts.begin(text))) throw new PressError('press-changed');
    const [writtenBy, writtenAt] = [actor.personId, this.clock.now()];
    await this.texts.keep({ textId: text.id, version, ...content, writtenBy, writtenAt });
    return version;
  }
}

/** @throws PressError `press-changed` naming the version that stands */
export function assertCurrent(standing: PressTextRow | null, version: number): void {
  const current = standing?.version ?? 0;
  if (version !== current) throw new PressError('press-changed', { current: { version: current } });
}
