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
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListFollowUps } from '../queries/list-follow-ups.js';
import { ExportFollowUps } from '../use-cases/export-follow-ups.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { WriteFollowUp } from '../use-cases/write-follow-up.js';
import {
  ChangeFollowUpBody,
  FollowUpBody,
  FollowUpExportQuery,
  FollowUpListQuery,
  PostponeBody,
} from './follow-up.dto.js';
import { presentFollowUpComment, presentFollowUp, presentFollowUpHistory } from './follow-up.presenter.js';
import type { FollowUpPage, FollowUpView, WholeFollowUpView } from './follow-up.view.js';

@ApiTags('follow-ups')
@Controller('api/follow-ups')
@Allow(signedIn)
export class FollowUpsController {
  constructor(
    private readonly write: WriteFollowUp,
    private readonly read: ReadFollowUp,
    private readonly list: ListFollowUps,
    private readonly exports: ExportFollowUps,
  ) {}

  /** Follow-ups of visits the caller may see, the first due first unless asked otherwise. */
  @Get()
  async index(@CurrentActor() actor: Actor, @Query() filter: FollowUpListQuery): Promise<FollowUpPage> {
    const page = await this.list.execute(actor, filter);
    return { items: page.items.map((fact) => presentFollowUp(fact, actor)), nextCursor: page.nextCursor };
  }

  /** The same follow-ups as a file, 5,000 at the most; the file's name says when there are more. */
  @Get('export')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { format, ...filter }: FollowUpExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, filter, format));
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WholeFollowUpView> {
    const { history, comments, files: _, ...fact } = await this.read.execute(actor, id);
    return {
      ...presentFollowUp(fact, actor),
      history: history.map(presentFollowUpHistory),
      comments: comments.map(presentFollowUpComment),
    };
  }

  /** Writes down what one of a visit's units promised. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() { person, ...given }: FollowUpBody,
  ): Promise<FollowUpView> {
    const id = await this.write.create(actor, { ...given, personName: person });
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }

  /** Carries a follow-up on: for the responsible unit. */
  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, person, ...change }: ChangeFollowUpBody,
  ): Promise<FollowUpView> {
    await this.write.change(actor, id, version, { ...change, personName: person });
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }

  /** Moves the due date to a later day and says why: for the responsible unit. */
  @Post(':id/postpone')
  @HttpCode(200)
  async postpone(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...given }: PostponeBody,
  ): Promise<FollowUpView> {
    await this.write.postpone(actor, id, version, given);
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }
}
