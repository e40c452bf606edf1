import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AgendaBody, given, PublishBody, TemplateBody } from '../use-cases/agenda.dto.js';
import { LayOutAgenda } from '../use-cases/lay-out-agenda.js';
import { PublishAgenda } from '../use-cases/publish-agenda.js';
import { ReadAgenda } from '../use-cases/read-agenda.js';
import { SaveAgenda } from '../use-cases/save-agenda.js';
import { presentAgenda } from './agenda.presenter.js';
import type { AgendaView } from './agenda.view.js';

@ApiTags('agendas')
@Controller('api/visits/:id/agenda')
@Allow(signedIn)
export class AgendasController {
  constructor(
    private readonly read: ReadAgenda,
    private readonly save: SaveAgenda,
    private readonly layOut: LayOutAgenda,
    private readonly publish: PublishAgenda,
  ) {}

  /** To the two units' people the sessions they work on, to everybody else the published ones. */
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AgendaView> {
    return presentAgenda(await this.read.execute(actor, id));
  }

  /** Replaces the whole agenda. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { items, version }: AgendaBody,
  ): Promise<AgendaView> {
    await this.save.execute(actor, id, items.map(given), version);
    return presentAgenda(await this.read.execute(actor, id));
  }

  @Post('from-template')
  @HttpCode(200)
  async fromTemplate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { template, version, date }: TemplateBody,
  ): Promise<AgendaView> {
    await this.layOut.execute(actor, id, template, version, date ?? null);
    return presentAgenda(await this.read.execute(actor, id));
  }

  /** Shows the agenda to everybody in the visit; participants are mailed what is new to them. */
  @Post('publish')
  @HttpCode(200)
  async postPublication(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: PublishBody,
  ): Promise<AgendaView> {
    await this.publish.execute(actor, id, version);
    return presentAgenda(await this.read.execute(actor, id));
  }
}
