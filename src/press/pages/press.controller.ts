import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { draftPress } from '../domain/draft-press.js';
import { PressTexts } from '../queries/press-texts.js';
import { ReadPress } from '../use-cases/read-press.js';
import { TakePress, takenFormats } from '../use-cases/take-press.js';
import { PressForms } from './press-forms.js';
import { PressRoomPage } from './press-room-page.js';
import { pressNotices } from './press-words.js';

/** The texts that the parties of a visit write for the press and for their superiors. */
@PageController('kunjungan/:id/siaran-pers')
@Allow(signedIn)
export class PressPages {
  constructor(
    private readonly read: ReadPress,
    private readonly texts: PressTexts,
    private readonly files: TakePress,
    private readonly forms: PressForms,
  ) {}

  @Get()
  async room(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const room = await this.read.execute(actor, id);
    const notice = typeof info === 'string' ? pressNotices[info] : undefined;
    await html(reply, PressRoomPage({ actor, room, notice }));
  }

  @Get(':office/:kind')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, visitId, organisation, kind, reply }, info);
  }

  @Get(':office/:kind/unduh')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Query() { format }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = takenFormats.find((each) => each === format) ?? 'docx';
    void reply.header('cache-control', 'no-store');
    await sendDownload(reply, await this.files.execute(actor, { visitId, organisation, kind }, known));
  }

  @Get(':office/:kind/versi')
  async versions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, ...room } = await this.read.one(actor, id, organisation, kind);
    if (!text.saved) throw new RequestError('not-found');
    // What was written before is for those who saw it being written.
    const all = await this.texts.versionsOf(text.saved.id);
    const versions = text.readsDraft ? all : all.slice(0, 1);
    // What compares texts is loaded by the first that asks for it.
    const { VersionsPage } = await import('./versions-page.js');
    await html(reply, VersionsPage({ actor, room, text, versions }));
  }

  @Get(':office/:kind/tulis-ulang')
  async redraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, ...room } = await this.read.one(actor, id, organisation, kind);
    if (!text.saved || !text.mayWrite) throw new RequestError('not-found');
    const draft = draftPress(text.kind, room.known.factsFor(organisation));
    const { RedraftPage } = await import('./versions-page.js');
    await html(reply, RedraftPage({ actor, room, text, draft }));
  }
}

/** What is done with a text. */
@PageController('kunjungan/:id/siaran-pers/:office/:kind')
@Allow(signedIn)
export class PressDeedPages {
  constructor(private readonly forms: PressForms) {}

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.save({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('tulis-ulang')
  async redraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.redraft({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('pulihkan')
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.restore({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('periksa')
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.say({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('setujui')
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.approve({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('siap')
  async makeReady(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.makeReady({ actor, visitId, organisation, kind, sent, reply });
  }

  @Post('tarik')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('office') organisation: string,
    @Param('kind') kind: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.takeBack({ actor, visitId, organisation, kind, sent, reply });
  }
}
