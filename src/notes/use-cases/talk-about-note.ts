import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { NoteError } from '../domain/error-codes.js';
import { mayAnswer, mayRemoveComment, mayTalk } from '../domain/note-parts.js';
import type { NoteTalkKind } from '../domain/note.js';
import { NoteTalkRepository } from '../storage/note-talk-repository.js';
import { ReadNote } from './read-note.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** Somebody asked the authors of a note. */
    'note.asked': { commentId: string };
    /** A question about a note was answered; `by` is who did. */
    'note.answered': { commentId: string; by: string };
  }
}

/** Questions and comments about notes. */
@Injectable()
export class TalkAboutNote {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly announcer: Announcer,
    private readonly read: ReadNote,
    private readonly talk: NoteTalkRepository,
  ) {}

  /** @returns the comment's id. @throws NoteError `note-not-open` */
  async say(actor: Actor, noteId: string, kind: NoteTalkKind, body: string): Promise<string> {
    const note = await this.read.execute(actor, noteId);
    if (!mayTalk(note, actor)) throw new NoteError('note-not-open', { state: note.state });
    return this.database.transaction(async () => {
      const id = newId();
      await this.talk.add({ id, noteId, kind, body, authorId: actor.personId, at: this.clock.now() });
      if (kind === 'question') await this.announcer.announce('note.asked', { commentId: id });
      return id;
    });
  }

  /** Answers a question, or puts another answer in place of the one that stands. @throws NoteError `note-answer-none` */
  async answer(actor: Actor, noteId: string, id: string, answer: string): Promise<void> {
    const note = await this.read.execute(actor, noteId);
    if (!mayAnswer(note, actor)) throw new RequestError('not-allowed');
    await this.database.transaction(async () => {
      const { kind } = found(await this.talk.lock(noteId, id));
      if (kind !== 'question') throw new NoteError('note-answer-none');
      await this.talk.answer(id, answer, actor.personId, this.clock.now());
      await this.announcer.announce('note.answered', { commentId: id, by: actor.personId });
    });
  }

  async remove(actor: Actor, noteId: string, id: string): Promise<void> {
    const note = await this.read.execute(actor, noteId);
    await this.database.transaction(async () => {
      const { authorId } = found(await this.talk.lock(noteId, id));
      if (!mayRemoveComment(note, authorId, actor)) throw new RequestError('not-allowed');
      await this.talk.remove(id);
    });
  }
}
