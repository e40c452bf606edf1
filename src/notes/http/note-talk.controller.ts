import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MadeView } from '../../platform/http/made.view.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadNoteContents } from '../use-cases/read-note-contents.js';
import { ReadNoteRevisions } from '../use-cases/read-note-revisions.js';
import { TalkAboutNote } from '../use-cases/talk-about-note.js';
import { UseNote } from '../use-cases/use-note.js';
import { NoteAnswerBody, NoteCommentBody, NoteUseBody } from './note-talk.dto.js';
import { presentComment, presentRevision, presentUse } from './note.presenter.js';
import type { NoteCommentList, NoteRevisionList, NoteUseList } from './note.view.js';

/** What others ask and say about a note, who uses it, and what it said before. */
@ApiTags('notes')
@Controller('api/notes/:id')
@Allow(signedIn)
export class NoteTalkController {
  constructor(
    private readonly contents: ReadNoteContents,
    private readonly revisions: ReadNoteRevisions,
    private readonly talk: TalkAboutNote,
    private readonly use: UseNote,
  ) {}

  @Get('comments')
  async comments(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NoteCommentList> {
    const { comments } = await this.contents.execute(actor, id);
    return { items: comments.map(presentComment) };
  }

  /** Asks the authors something, or says something to all readers. */
  @Post('comments')
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { kind, body }: NoteCommentBody,
  ): Promise<MadeView> {
    return { id: await this.talk.say(actor, id, kind, body) };
  }

  /** Answers a question: for the people of the note's unit. */
  @Put('comments/:commentId/answer')
  @HttpCode(204)
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Body() { answer }: NoteAnswerBody,
  ): Promise<void> {
    await this.talk.answer(actor, id, commentId, answer);
  }

  @Delete('comments/:commentId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
  ): Promise<void> {
    await this.talk.remove(actor, id, commentId);
  }

  /** Units that say that they use it. */
  @Get('uses')
  async uses(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteUseList> {
    const { uses } = await this.contents.execute(actor, id);
    return { items: uses.map(presentUse) };
  }

  /** The caller's unit uses it. */
  @Put('uses/own')
  @HttpCode(204)
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { since }: NoteUseBody,
  ): Promise<void> {
    await this.use.start(actor, id, since);
  }

  @Delete('uses/own')
  @HttpCode(204)
  async stop(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.use.stop(actor, id);
  }

  /** What it said at each version, the last first: for its unit and its regional office. */
  @Get('revisions')
  async history(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NoteRevisionList> {
    const { revisions } = await this.revisions.execute(actor, id);
    return { items: revisions.map(presentRevision) };
  }
}
