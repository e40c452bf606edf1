import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { noteActions } from '../domain/note-states.js';
import { FindNotes } from '../queries/find-notes.js';
import { ListNotes } from '../queries/list-notes.js';
import { ExportNotes } from '../use-cases/export-notes.js';
import { ReadNote } from '../use-cases/read-note.js';
import { TakeNoteStep } from '../use-cases/take-note-step.js';
import { WriteNote } from '../use-cases/write-note.js';
import { ChangeNoteBody, NoteBody, NoteExportQuery, NoteListQuery, NoteStepBody } from './note.dto.js';
import { presentFound, presentNote } from './note.presenter.js';
import type { NotePage, NoteStandingView, NoteView } from './note.view.js';

@ApiTags('notes')
@Controller('api/notes')
@Allow(signedIn)
export class NotesController {
  constructor(
    private readonly write: WriteNote,
    private readonly read: ReadNote,
    private readonly list: ListNotes,
    private readonly find: FindNotes,
    private readonly steps: TakeNoteStep,
    private readonly exports: ExportNotes,
  ) {}

  /**
   * Notes the caller may read, the last changed first; those with the words of `query`, the best match first, with
   * their hits, how many there are (`total`), and what was looked for instead of misspelt words (`corrected`).
   */
  @Get()
  async index(@CurrentActor() actor: Actor, @Query() { query, ...filter }: NoteListQuery): Promise<NotePage> {
    if (query) return presentFound(await this.find.execute(actor, query, filter), actor);
    const page = await this.list.execute(actor, filter);
    return { items: page.items.map((note) => presentNote(note, actor)), nextCursor: page.nextCursor };
  }

  /**
   * The same notes as a file, 5,000 at the most, of `query` the 250 best; the file's name says when there are more.
   */
  @Get('export')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { query, format, ...filter }: NoteExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, { ...filter, words: query }, format));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteView> {
    return presentNote(await this.read.execute(actor, id), actor);
  }

  /** Writes a note of the own unit, as a draft unless it names another state. */
  @Post()
  async post(@CurrentActor() actor: Actor, @Body() { unit, ...given }: NoteBody): Promise<NoteView> {
    const id = await this.write.create(actor, unit, given);
    return presentNote(await this.read.execute(actor, id), actor);
  }

  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, reason, ...given }: ChangeNoteBody,
  ): Promise<NoteView> {
    await this.write.change(actor, id, version, given, reason);
    return presentNote(await this.read.execute(actor, id), actor);
  }

  /**
   * Takes one step: propose, publish, withdraw, return, renew, archive. Answers where the note stands then; whoever
   * returned it to a draft may not read it any more.
   */
  @Post(':id/steps/:action')
  @HttpCode(200)
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('action') action: string,
    @Body() { version, reason = '' }: NoteStepBody,
  ): Promise<NoteStandingView> {
    const known = noteActions.find((name) => name === action);
    if (!known) throw new RequestError('not-found');
    return this.steps.execute(actor, id, known, version, reason);
  }
}
