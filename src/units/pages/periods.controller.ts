import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { changesUnits } from '../domain/policies.js';
import { PeriodForms } from './period-pages.js';

/** The periods of every unit, as the administrator keeps them. */
@PageController('pengelolaan/masa')
@Allow(allows('reference.keep'))
export class NationalPeriodPages {
  constructor(private readonly forms: PeriodForms) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, unit: null, id: null, reply }, info);
  }

  @Get(':id')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, unit: null, id, reply }, undefined);
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.save({ actor, unit: null, id: null, sent, reply });
  }

  @Post(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.save({ actor, unit: null, id, sent, reply });
  }

  @Post(':id/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.remove({ actor, unit: null, id, sent, reply });
  }
}

/** The periods of one unit, as its own people, its Kanwil and administrators keep them. */
@PageController('upt/:code/masa')
@Allow(changesUnits)
export class UnitPeriodPages {
  constructor(private readonly forms: PeriodForms) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, unit, id: null, reply }, info);
  }

  @Get(':id')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, unit, id, reply }, undefined);
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.save({ actor, unit, id: null, sent, reply });
  }

  /** What a new period would make, before it is saved. */
  @Post('pratinjau')
  async previewNew(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.preview({ actor, unit, id: null, sent, reply });
  }

  @Post(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.save({ actor, unit, id, sent, reply });
  }

  /** What a change of a period would make, before it is saved. */
  @Post(':id/pratinjau')
  async previewChange(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.preview({ actor, unit, id, sent, reply });
  }

  @Post(':id/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('code') unit: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.remove({ actor, unit, id, sent, reply });
  }
}
