import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText, IsListOf } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { agendaTemplates, type AgendaTemplateName } from '../domain/templates.js';
import { PlaceQuestions } from '../use-cases/place-questions.js';
import { LayOutAgenda } from '../use-cases/lay-out-agenda.js';
import { rearrange, settled } from './agenda-actions.js';
import { AgendaEditorPage } from './agenda-editor-page.js';
import { AgendaPrintPage } from './agenda-print-page.js';
import { ALL_DAYS } from './agenda-template-card.js';
import { AgendaReadPage } from './agenda-read-page.js';
import { sentRows } from './agenda-rows.js';
import { SendAgenda } from './send-agenda.js';
import { ShowAgenda, type ShownAgenda } from './show-agenda.js';
import { agendaNotices } from './agenda-words.js';

class TemplateForm {
  @IsIn(Object.keys(agendaTemplates))
  template: AgendaTemplateName;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  version: number;

  /** The one day that gets it, or all. */
  @IsOptional()
  @Matches(/^(?:semua|\d{4}-\d{2}-\d{2})$/)
  date?: string;
}

class QuestionPlace {
  @IsUUID()
  id: string;

  @IsText(40)
  session: string;
}

class QuestionPlacesForm {
  @IsListOf(() => QuestionPlace, 5)
  items: QuestionPlace[];
}

/** The rows of the form: each question with its choice. */
const questionPlaces = (sent: SentForm | undefined): SentForm => ({
  items: [0, 1, 2, 3, 4]
    .map((at) => ({ id: typed(sent, `question${at}`), session: typed(sent, `session${at}`) }))
    .filter(({ id }) => id !== ''),
});

/** The agenda as it is shown again with the places that were chosen for its questions. */
function withSentPlaces(shown: ShownAgenda, sent: SentForm | undefined): ShownAgenda {
  const { items } = questionPlaces(sent) as { items: { id: string; session: string }[] };
  const titles = new Map(shown.agenda.items.map(({ id, title }) => [id, title]));
  const questions = shown.questions.map((question) => {
    const chosen = items.find(({ id }) => id === question.id)?.session;
    const title = titles.get(chosen ?? '');
    const session = chosen && title !== undefined ? { id: chosen, title } : null;
    return chosen === undefined ? question : { ...question, session };
  });
  return { ...shown, questions };
}

const stores = ['simpan', 'terbit'];

/** The sessions of a visit: read, worked on, printed. */
@PageController('kunjungan/:id/acara')
@Allow(signedIn)
export class AgendaPages {
  constructor(
    private readonly view: ShowAgenda,
    private readonly forms: Forms,
    private readonly send: SendAgenda,
    private readonly layOut: LayOutAgenda,
    private readonly place: PlaceQuestions,
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
      const page = { ...rearrange(action, rows, visit, zone), faults: null };
      return html(reply, AgendaEditorPage({ shown, typed: page }));
    }
    const followed = settled(rows, zone);
    const { faults } = await this.send.execute(shown, action, followed, version);
    if (faults) {
      const page = { rows, faults, said: '' };
      const standing = faults.isOutdated
        ? { page: AgendaEditorPage({ shown: await this.editable(actor, id) }) }
        : null;
      return html(reply, AgendaEditorPage({ shown, typed: page }), faults.status, standing);
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
    const { faults } = await this.forms.take(TemplateForm, sent, ({ template, version, date = ALL_DAYS }) =>
      this.layOut.execute(actor, id, template, version, date === ALL_DAYS ? null : date),
    );
    if (faults) {
      const now = faults.isOutdated ? await this.editable(actor, id) : shown;
      const standing = faults.isOutdated ? { page: null } : null;
      return html(reply, AgendaEditorPage({ shown: now, templateFaults: faults }), faults.status, standing);
    }
    await seeOther(reply, `/kunjungan/${id}/acara?info=templat`);
  }

  @Post('pertanyaan')
  async placeQuestions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.editable(actor, id);
    const { faults } = await this.forms.take(QuestionPlacesForm, questionPlaces(sent), ({ items }) =>
      this.place.execute(
        actor,
        id,
        items.map((item) => ({ id: item.id, session: item.session || null })),
      ),
    );
    if (faults) {
      const page = AgendaEditorPage({ shown: withSentPlaces(shown, sent), templateFaults: faults });
      return html(reply, page, faults.status);
    }
    await seeOther(reply, `/kunjungan/${id}/acara?info=pertanyaan#pertanyaan`);
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
