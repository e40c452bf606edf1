import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MadeView } from '../../platform/http/made.view.js';
import { validationPipe } from '../../platform/http/validation.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ChangeEntry } from '../use-cases/change-entry.js';
import { KeepEntry } from '../use-cases/keep-entry.js';
import { ReadEntries } from '../use-cases/read-entries.js';
import { EntryNoteBody, PhotoFields, deviceTimesOf } from '../use-cases/entry.dto.js';
import { presentEntry } from './entry.presenter.js';
import { photoOf, readPhotoForm } from '../use-cases/photo-form.js';
import type { EntryList } from './entry.view.js';

const photoSchema = {
  type: 'object',
  required: ['photo'],
  properties: {
    photo: { type: 'string', format: 'binary' },
    id: { type: 'string', format: 'uuid' },
    text: { type: 'string' },
    clearance: { type: 'string', enum: ['ya'] },
    enteredAt: { type: 'string', format: 'date-time' },
    sentAt: { type: 'string', format: 'date-time' },
  },
};

/** Notes and photos of the day. */
@ApiTags('entries')
@Controller('api/visits/:id/entries')
@Allow(signedIn)
export class EntriesController {
  private readonly pipe = validationPipe();

  constructor(
    private readonly read: ReadEntries,
    private readonly keep: KeepEntry,
    private readonly change: ChangeEntry,
  ) {}

  @Get()
  async index(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EntryList> {
    const { entries, visit } = await this.read.list(actor, id);
    return { items: entries.map((entry) => presentEntry(entry, visit.timeZone)) };
  }

  /** Keeps a note; the same `id` again is the same note. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EntryNoteBody,
  ): Promise<MadeView> {
    return { id: await this.keep.note(actor, id, { id: body.id, text: body.text, ...deviceTimesOf(body) }) };
  }

  /** Keeps a photo of at most 10 MiB (JPEG, PNG, WebP) as WebP without metadata; the same `id` again is the same photo. */
  @Post('photos')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: photoSchema })
  async postPhoto(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<MadeView> {
    const sent = await readPhotoForm(request);
    const form = (await this.pipe.transform(sent.fields, {
      type: 'body',
      metatype: PhotoFields,
    })) as PhotoFields;
    const content = photoOf(sent);
    const { text = '', clearance } = form;
    const given = { id: form.id, text, ...deviceTimesOf(form), content, cleared: clearance === 'ya' };
    return { id: await this.keep.photo(actor, id, given) };
  }

  /** The photo as WebP. */
  @Get(':entryId/photo')
  @AnswersFile('image/webp')
  async photo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.read.photo(actor, id, entryId, 'photo');
    await reply.type('image/webp').header('cache-control', 'no-store').send(content);
  }

  /** Gives the clearance that a photo lacks: its own unit's, or at an LPKA that of the head of the host. */
  @Post(':entryId/clearance')
  @HttpCode(204)
  async clear(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
  ): Promise<void> {
    await this.change.clear(actor, id, entryId);
  }

  @Delete(':entryId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
  ): Promise<void> {
    await this.change.remove(actor, id, entryId);
  }
}
