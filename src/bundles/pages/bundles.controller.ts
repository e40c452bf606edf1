import { Body, Get, Injectable, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { BundleForms } from './bundle-forms.js';

/** Bundles of a visit or a trip. */
@Injectable()
abstract class PlaceBundlePages {
  protected abstract readonly section: 'kunjungan' | 'perjalanan';

  constructor(private readonly forms: BundleForms) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, section: this.section, id, reply }, info);
  }

  @Post()
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.ask({ actor, section: this.section, id, reply });
  }

  @Get(':bundleId/zip')
  async zip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.take({ actor, section: this.section, id, reply }, bundleId, null);
  }

  @Get(':bundleId/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Query() { jilid = '1' }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.take({ actor, section: this.section, id, reply }, bundleId, jilid);
  }

  @Post(':bundleId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.remove({ actor, section: this.section, id, reply }, bundleId);
  }
}

/** Bundles of a visit. */
@PageController('kunjungan/:id/bundel')
@Allow(signedIn)
export class VisitBundlePages extends PlaceBundlePages {
  protected readonly section = 'kunjungan';
}

/** Bundles of a trip. */
@PageController('perjalanan/:id/bundel')
@Allow(signedIn)
export class TripBundlePages extends PlaceBundlePages {
  protected readonly section = 'perjalanan';
}

/** Bundles of the years of a unit or a regional office. */
@PageController('upt/:code/bundel')
@Allow(signedIn)
export class UnitBundlePages {
  constructor(private readonly forms: BundleForms) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') id: string,
    @Query() { info, tahun }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, section: 'upt', id, year: tahun, reply }, info);
  }

  @Post()
  async ask(
    @CurrentActor() actor: Actor,
    @Param('code') id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.ask({ actor, section: 'upt', id, year: sent?.['tahun'], reply });
  }

  @Get(':bundleId/zip')
  async zip(
    @CurrentActor() actor: Actor,
    @Param('code') id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.take({ actor, section: 'upt', id, reply }, bundleId, null);
  }

  @Get(':bundleId/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('code') id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Query() { jilid = '1' }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.take({ actor, section: 'upt', id, reply }, bundleId, jilid);
  }

  @Post(':bundleId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('code') id: string,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.remove({ actor, section: 'upt', id, reply }, bundleId);
  }
}
