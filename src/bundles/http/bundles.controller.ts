import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { keptUntil } from '../domain/bundle.js';
import { AskForBundle, RemoveBundle } from '../use-cases/ask-for-bundle.js';
import type { BundleSubject } from '../use-cases/bundle-places.js';
import { ReadBundles, type ShownBundle } from '../use-cases/read-bundles.js';
import { sendBundle } from '../use-cases/send-bundle.js';
import { BundleVolumeQuery, BundleYearBody } from './bundles.dto.js';
import type { BundleList, BundleView } from './bundles.view.js';

function present({ bundle, progress, missing, zip, pdfs }: ShownBundle, { timeZone }: Actor): BundleView {
  const { waiting, done, missing: lacking } = progress;
  return {
    id: bundle.id,
    visitId: bundle.visitId,
    tripId: bundle.tripId,
    organisation: bundle.subject,
    year: bundle.year,
    title: bundle.title,
    state: bundle.state,
    done: done + lacking,
    parts: waiting + done + lacking,
    missing: missing.map(({ name, reason }) => ({ name, reason })),
    zipSize: zip,
    pdfs: pdfs.map((size, index) => ({ volume: index + 1, size })),
    askedAt: toOffsetIso(bundle.askedAt, timeZone),
    keptUntil: toOffsetIso(keptUntil(bundle.askedAt), timeZone),
  };
}

const ofVisit = (visitId: string): BundleSubject => ({
  place: { visitId, tripId: null, year: null },
  subject: null,
});
const ofTrip = (tripId: string): BundleSubject => ({
  place: { visitId: null, tripId, year: null },
  subject: null,
});
const ofYear = (subject: string, year: number): BundleSubject => ({
  place: { visitId: null, tripId: null, year },
  subject,
});

/** Bundles of papers, for those who may take the papers: the own office of a party, and the Kanwil over it. */
@ApiTags('bundles')
@Controller('api')
@Allow(signedIn)
export class BundlesController {
  constructor(
    private readonly read: ReadBundles,
    private readonly ask: AskForBundle,
    private readonly removing: RemoveBundle,
  ) {}

  /** Bundles of a visit that the own office asked for. */
  @Get('visits/:id/bundles')
  listOfVisit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BundleList> {
    return this.list(actor, ofVisit(id));
  }

  /** Asks for the papers of a visit; they are put together in turn, one bundle an office. */
  @Post('visits/:id/bundles')
  askOfVisit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BundleView> {
    return this.asked(actor, ofVisit(id));
  }

  /** Bundles of a trip that the own office asked for. */
  @Get('trips/:id/bundles')
  listOfTrip(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BundleList> {
    return this.list(actor, ofTrip(id));
  }

  /** Asks for the papers of a trip with those of its legs. */
  @Post('trips/:id/bundles')
  askOfTrip(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BundleView> {
    return this.asked(actor, ofTrip(id));
  }

  /** Bundles of a year of an organisation that the own office asked for. */
  @Get('units/:code/bundles/:year')
  listOfYear(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<BundleList> {
    return this.list(actor, ofYear(code, year));
  }

  /** Asks for the papers of all visits of a year that took place; for its own people and its Kanwil. */
  @Post('units/:code/bundles')
  askOfYear(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { year }: BundleYearBody,
  ): Promise<BundleView> {
    return this.asked(actor, ofYear(code, year));
  }

  /** How far a bundle is. */
  @Get('bundles/:id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BundleView> {
    return present(await this.read.one(actor, id), actor);
  }

  /** The ZIP, with `SHA256SUMS.txt` as `sha256sum --check` reads it. */
  @Get('bundles/:id/zip')
  @AnswersFile('application/zip')
  async zip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendBundle(reply, await this.read.open(actor, id, null));
  }

  /** All papers as one PDF with bookmarks. */
  @Get('bundles/:id/pdf')
  @AnswersFile('application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { volume = 1 }: BundleVolumeQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendBundle(reply, await this.read.open(actor, id, volume));
  }

  /** Removes a bundle, also one that is being made. */
  @Delete('bundles/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removing.execute(actor, id);
  }

  private async list(actor: Actor, of: BundleSubject): Promise<BundleList> {
    const { bundles } = await this.read.of(actor, of);
    return { items: bundles.map((bundle) => present(bundle, actor)) };
  }

  private async asked(actor: Actor, of: BundleSubject): Promise<BundleView> {
    return this.show(actor, await this.ask.execute(actor, of));
  }
}
