import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { agendaTemplates, type AgendaTemplateName } from '../domain/templates.js';
import { LayOutAgenda } from '../use-cases/lay-out-agenda.js';
import { rearrange, settled } from './agenda-actions.js';
import { AgendaEditorPage } from './agenda-editor-page.js';
import { AgendaPrintPage } from './agenda-print-page.js';
import { AgendaReadPage } from './agenda-read-page.js';
import { sentRows } from './agenda-rows.js';
import { SendAgenda } from './send-agenda.js';
import { AgendaView, type ShownAgenda } from './agenda-view.js';
import { agendaNotices } from './agenda-words.js';

class TemplateForm {
  @IsIn(Object.keys(agendaTemplates))
  template: AgendaTemplateName;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  version: number;
}

const stores = ['simpan', 'terbit', 'ganti'];

/** The sessions of a visit: read, worked on, printed. */
@PageController('kunjungan/:id/acara')
@Allow(signedIn)
export class AgendaPages {
  constructor(
    private readonly view: AgendaView,
    private readonly forms: Forms,
    private readonly send: SendAgenda,
    private readonly layOut: LayOutAgenda,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.view.of(actor, id);
    const notice = Object.entries(agendaNotices).find(([name]) => name === info)?.[1];
    await html(reply, shown.mayEdit ? AgendaEditorPage({ shown, notice }) : AgendaReadPage({ shown }));
  }

  /** A button of the editor: stores what was typed, or shows it rearranged. */
  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.editable(actor, id);
    const { zone, visit } = shown;
    const action = typed(sent, 'aksi') || 'simpan';
    const version = Number(typed(sent, 'version') || Number.NaN);
    const rows = sentRows(sent, zone);
    if (!stores.includes(action)) {
      const kept = Number.isSafeInteger(version) ? version : shown.agenda.version;
      const page = { ...rearrange(action, rows, visit, zone), version: kept, faults: null };
      return html(reply, AgendaEditorPage({ shown, typed: page }));
    }
    const followed = settled(rows, zone);
    const { faults } = await this.send.execute(shown, action, followed, version);
    if (faults) {
      const page = { rows, version, faults, said: '' };
      return html(reply, AgendaEditorPage({ shown, typed: page }), faults.status);
    }
    await seeOther(reply, `/kunjungan/${id}/acara?info=${action === 'terbit' ? 'terbit' : 'disimpan'}`);
  }

  @Post('templat')
  async fromTemplate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.editable(actor, id);
    const { faults } = await this.forms.take(TemplateForm, sent, ({ template, version }) =>
      this.layOut.execute(actor, id, template, version),
    );
    if (faults) return html(reply, AgendaEditorPage({ shown, templateFaults: faults }), faults.status);
    await seeOther(reply, `/kunjungan/${id}/acara?info=templat`);
  }

  /** On paper. */
  @Get('cetak')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, AgendaPrintPage({ shown: await this.view.of(actor, id) }));
  }

  private async editable(actor: Actor, id: string): Promise<ShownAgenda> {
    const shown = await this.view.of(actor, id);
    if (!shown.mayEdit) throw new RequestError('not-allowed');
    return shown;
  }
}
