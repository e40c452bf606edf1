import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListReference } from '../queries/list-reference.js';
import { FindDisplaced } from '../use-cases/find-displaced.js';
import { KeepPrograms } from '../use-cases/keep-programs.js';
import { NewProgramForm, RenameProgramForm } from './administration-forms.js';
import { ProgramsPage, type RefusedProgram } from './administration-programs-page.js';
import { administrationNoticeOf } from './administration-words.js';
import { DISPLACED, shownIn, wereShown } from './displaced-card.js';

/** The programs, as the administrator keeps them. */
@PageController('pengelolaan/program')
@Allow(allows('reference.keep'))
export class ProgramPages {
  constructor(
    private readonly forms: Forms,
    private readonly lists: ListReference,
    private readonly keep: KeepPrograms,
    private readonly displaced: FindDisplaced,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const programs = await this.lists.programs();
    await html(reply, ProgramsPage({ actor, programs, notice: administrationNoticeOf(query['info']) }));
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NewProgramForm, sent, ({ number = null, ...program }) =>
      this.keep.add(actor, { ...program, number }),
    );
    if (taken.faults) return this.refuse(reply, actor, { code: null, sent, faults: taken.faults });
    await seeOther(reply, '/pengelolaan/program?info=tersimpan');
  }

  @Post(':code')
  async rename(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(RenameProgramForm, sent, ({ title }) =>
      this.keep.rename(actor, code, title),
    );
    if (taken.faults) return this.refuse(reply, actor, { code, sent, faults: taken.faults });
    await seeOther(reply, '/pengelolaan/program?info=tersimpan');
  }

  @Post(':code/akhiri')
  async retire(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visits = await this.displaced.byProgram(code);
    const shown = shownIn(typed(sent, DISPLACED));
    if (!wereShown(visits, shown)) {
      const programs = await this.lists.programs();
      return html(reply, ProgramsPage({ actor, programs, displaced: { code, visits } }));
    }
    await this.keep.retire(actor, code, shown);
    await seeOther(reply, '/pengelolaan/program?info=berakhir');
  }

  @Post(':code/pakai')
  async offer(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep.offer(actor, code);
    await seeOther(reply, '/pengelolaan/program?info=dipakai');
  }

  private async refuse(reply: FastifyReply, actor: Actor, refused: RefusedProgram): Promise<void> {
    const programs = await this.lists.programs();
    await html(reply, ProgramsPage({ actor, programs, refused }), refused.faults.status);
  }
}
