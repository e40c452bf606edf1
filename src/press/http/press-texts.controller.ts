import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { pressKinds, wholeText } from '../domain/press-kinds.js';
import { KeepPress, type PressPlace } from '../use-cases/keep-press.js';
import { ReadPress, type ReadableText } from '../use-cases/read-press.js';
import { ReadyPress } from '../use-cases/ready-press.js';
import { PressApprovalBody, PressPointBody, PressTextBody, SeenPressBody } from './press.dto.js';
import type { PressTextList, PressTextView } from './press.view.js';

function present(text: ReadableText, { timeZone }: Pick<Actor, 'timeZone'>): PressTextView {
  const { office, kind, content, saved, points, isReady, mayWrite } = text;
  return {
    ...{ organisation: office.code, kind, isReady, mayWrite },
    state: saved?.state ?? null,
    version: saved?.version ?? 0,
    title: content.title,
    body: content.body,
    photos: content.photos.map(({ id, caption }) => ({ id, caption })),
    whole: wholeText(kind, content),
    points: points.map(({ code, aspect, says, byRule, waivable, findings, holds, word }) => ({
      ...{ code, aspect, says, byRule, waivable, findings, holds },
      reason: word?.reason ?? null,
    })),
    approver: saved?.approver ?? '',
    writtenAt: saved && toOffsetIso(saved.writtenAt, timeZone),
    writtenByName: saved?.writtenByName ?? null,
  };
}

/** What the parties of a visit write for the press and for their superiors. */
@ApiTags('press')
@Controller('api/visits/:id/press')
@Allow(signedIn)
export class PressTextsController {
  constructor(
    private readonly read: ReadPress,
    private readonly keep: KeepPress,
    private readonly ready: ReadyPress,
  ) {}

  /** The texts of the own office, drafted from data until somebody saved them, and those of others that are ready. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PressTextList> {
    const { texts } = await this.read.execute(actor, id);
    return { items: texts.map((text) => present(text, actor)) };
  }

  /** Saves a text of the own office. One that says something else is a draft again. */
  @Put(':office/:kind')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Param('kind') kind: string,
    @Body() { version, title, body, photos }: PressTextBody,
  ): Promise<PressTextView> {
    const place = placeOf(id, office, kind);
    const content = {
      title,
      body,
      photos: photos.map((photo) => ({ id: photo.id, caption: photo.caption })),
    };
    await this.keep.save(actor, place, content, version);
    return this.show(actor, place);
  }

  /** Says of a point that it holds, or why it does not matter. */
  @Post(':office/:kind/points')
  @HttpCode(200)
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Param('kind') kind: string,
    @Body() { version, point, says, reason = '' }: PressPointBody,
  ): Promise<PressTextView> {
    const place = placeOf(id, office, kind);
    await this.ready.say(actor, place, version, { point, says, reason });
    return this.show(actor, place);
  }

  /** Approves a text as the head of the office, or writes down that the head did. */
  @Post(':office/:kind/approve')
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Param('kind') kind: string,
    @Body() { version, approver = '' }: PressApprovalBody,
  ): Promise<PressTextView> {
    const place = placeOf(id, office, kind);
    await this.ready.approve(actor, place, version, approver);
    return this.show(actor, place);
  }

  /** Marks a text as ready to be shared: from then on the other parties read it. */
  @Post(':office/:kind/ready')
  @HttpCode(200)
  async makeReady(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Param('kind') kind: string,
    @Body() { version }: SeenPressBody,
  ): Promise<PressTextView> {
    const place = placeOf(id, office, kind);
    await this.ready.makeReady(actor, place, version);
    return this.show(actor, place);
  }

  /** Makes a draft of it again. */
  @Post(':office/:kind/take-back')
  @HttpCode(200)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Param('kind') kind: string,
    @Body() { version }: SeenPressBody,
  ): Promise<PressTextView> {
    const place = placeOf(id, office, kind);
    await this.ready.takeBack(actor, place, version);
    return this.show(actor, place);
  }

  private async show(actor: Actor, { visitId, organisation, kind }: PressPlace): Promise<PressTextView> {
    const { text } = await this.read.one(actor, visitId, organisation, kind);
    return present(text, actor);
  }
}

const placeOf = (visitId: string, organisation: string, kind: string): PressPlace => ({
  visitId,
  organisation,
  kind: found(pressKinds.find((each) => each === kind)),
});
