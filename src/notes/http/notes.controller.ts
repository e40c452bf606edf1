import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListNotes } from '../queries/list-notes.js';
import { ReadNote } from '../use-cases/read-note.js';
import { WriteNote } from '../use-cases/write-note.js';
import { ChangeNoteBody, NoteBody, NoteListQuery } from './note.dto.js';
import { presentNote } from './note.presenter.js';

@ApiTags('notes')
@Controller('api/notes')
@Allow(signedIn)
export class NotesController {
  constructor(
    private readonly write: WriteNote,
    private readonly read: ReadNote,
    private readonly list: ListNotes,
  ) {}

  /** Published notes of everybody and drafts of the own unit, the last changed first. */
  @Get()
  async index(@CurrentActor() actor: Actor, @Query() filter: NoteListQuery) {
    const page = await this.list.execute(actor, filter);
    return { items: page.items.map(presentNote), nextCursor: page.nextCursor };
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return presentNote(await this.read.execute(actor, id));
  }

  /** Writes a note of the own unit, as a draft unless it says `published`. */
  @Post()
  async post(@CurrentActor() actor: Actor, @Body() { unit, ...given }: NoteBody) {
    const id = await this.write.create(actor, unit, given);
    return presentNote(await this.read.execute(actor, id));
  }

  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...given }: ChangeNoteBody,
  ) {
    await this.write.change(actor, id, version, given);
    return presentNote(await this.read.execute(actor, id));
  }
}
