import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
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
import { valuesIn } from '../../platform/text/field-description.js';
import { detailFields } from '../domain/letter-details.js';
import { letterFields } from '../domain/letter-fields.js';
import { KeepLetters } from '../use-cases/keep-letters.js';
import { TakePaper } from '../use-cases/take-paper.js';
import { LookAtLetterNips, ReadLetters } from '../use-cases/read-letters.js';
import {
  ChangeLetterBody,
  LetterDetailsBody,
  LetterMinutesBody,
  NewLetterBody,
  PaperQuery,
  SeenLetterBody,
} from './letters.dto.js';
import { presentLetter } from './letters.presenter.js';
import type { LetterList, LetterPeopleList, RegisteredLetterView } from './letters.view.js';
import { SeenVersionQuery } from './office-papers.dto.js';

/** The register of letters of visits and trips. */
@ApiTags('papers')
@Controller('api')
@Allow(signedIn)
export class LettersController {
  constructor(
    private readonly read: ReadLetters,
    private readonly keep: KeepLetters,
    private readonly look: LookAtLetterNips,
    private readonly papers: TakePaper,
  ) {}

  /** Letters of the own office and those that other parties sent, with those of the trip that the visit is a leg of. */
  @Get('visits/:id/letters')
  async ofVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
  ): Promise<LetterList> {
    const { letters } = await this.read.execute(actor, { visitId, tripId: null });
    return { items: letters.map((letter) => presentLetter(letter, actor)) };
  }

  @Get('trips/:id/letters')
  async ofTrip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tripId: string,
  ): Promise<LetterList> {
    const { letters } = await this.read.execute(actor, { visitId: null, tripId });
    return { items: letters.map((letter) => presentLetter(letter, actor)) };
  }

  /** Writes a letter into the register of the own office. */
  @Post('visits/:id/letters')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Body() body: NewLetterBody,
  ): Promise<RegisteredLetterView> {
    return this.show(actor, await this.keep.add(actor, { visitId, tripId: null }, body));
  }

  @Post('trips/:id/letters')
  async addToTrip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tripId: string,
    @Body() body: NewLetterBody,
  ): Promise<RegisteredLetterView> {
    return this.show(actor, await this.keep.add(actor, { visitId: null, tripId }, body));
  }

  /** Changes a letter that was not sent; of one that was, its files alone. */
  @Patch('letters/:id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeLetterBody,
  ): Promise<RegisteredLetterView> {
    const { place } = await this.read.one(actor, id);
    const { version, draws, renews, generatedFile, signedFile } = body;
    const edit = { ...valuesIn(letterFields, body), draws, renews, generatedFile, signedFile };
    await this.keep.change(actor, place, { id, version }, edit);
    return this.show(actor, id);
  }

  /** Changes what the kind of the letter says of itself alone; a field of another kind is refused. */
  @Put('letters/:id/details')
  async changeDetails(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LetterDetailsBody,
  ): Promise<RegisteredLetterView> {
    const { place } = await this.read.one(actor, id);
    const edit = { details: valuesIn(detailFields, body) };
    await this.keep.change(actor, place, { id, version: body.version }, edit);
    return this.show(actor, id);
  }

  /** Replaces the minutes of a notula. */
  @Put('letters/:id/minutes')
  async changeMinutes(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, items }: LetterMinutesBody,
  ): Promise<RegisteredLetterView> {
    const { place } = await this.read.one(actor, id);
    await this.keep.change(actor, place, { id, version }, { minutes: items });
    return this.show(actor, id);
  }

  /** Marks it as sent: from then on the other parties of the visit read it. */
  @Post('letters/:id/send')
  @HttpCode(200)
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: SeenLetterBody,
  ): Promise<RegisteredLetterView> {
    const { place } = await this.read.one(actor, id);
    await this.keep.send(actor, place, { id, version });
    return this.show(actor, id);
  }

  @Delete('letters/:id')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    const { place } = await this.read.one(actor, id);
    await this.keep.remove(actor, place, { id, version });
  }

  /** Signer and party with their NIP whole, for the own office and the Kanwil; who looked is kept for administrators. */
  @Post('letters/:id/nip-looks')
  @HttpCode(200)
  async whole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<LetterPeopleList> {
    const { signer, party } = await this.look.execute(actor, id);
    const people = [...(signer ? [signer] : []), ...party];
    return { items: people.map(({ name, nip, rank, position }) => ({ name, nip, rank, position })) };
  }

  /**
   * The paper of a letter as a Word document or PDF, for the own office and the Kanwil over it. NIP stand on it whole; who took
   * it is kept for administrators. A kind that has no paper, and what came from outside, is not found.
   */
  @Get('letters/:id/paper')
  @AnswersFile(exportTypes.docx, exportTypes.pdf)
  async paper(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: PaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    await sendDownload(reply, await this.papers.execute(actor, id, format));
  }

  private async show(actor: Actor, id: string): Promise<RegisteredLetterView> {
    const { letter } = await this.read.one(actor, id);
    return presentLetter(letter, actor);
  }
}
