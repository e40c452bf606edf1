import { Get, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tableFormatNames, type TableFormat } from '../../platform/documents/document-format.js';
import { tableLimits } from '../../platform/documents/read-table.js';
import { sendDownload } from '../../platform/http/download.js';
import { readUpload } from '../../platform/http/upload.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { ImportError } from '../domain/error-codes.js';
import { rowStates, sentBack, type RowState } from '../domain/import-states.js';
import { importKinds, type ImportKind } from '../domain/import-tables.js';
import { importableBy } from '../domain/may-import.js';
import { ImportFiles } from '../use-cases/import-files.js';
import { ReadFile } from '../use-cases/read-file.js';
import { ReadImport } from '../use-cases/read-import.js';
import { ConfirmImport } from '../use-cases/work-import.js';
import { ImportPage } from './import-page.js';
import { ImportsPage } from './imports-page.js';

const kinds = Object.fromEntries(importKinds.map((kind) => [kind, kind])) as Record<ImportKind, ImportKind>;
const ROWS_SHOWN = 50;
/** Seconds after which the page of an import that is under way asks again. */
const ASK_AGAIN = 2;

/** The file comes outside the form's fields. */
class UploadForm {
  @IsIn(importKinds)
  jenis: ImportKind;
}

class FileQuery {
  @IsOptional()
  @IsIn(tableFormatNames)
  format?: TableFormat;
}

/** Files of people and visits: brought, looked through, and made. */
@PageController('impor')
@Allow((actor) => importableBy(actor).length > 0)
export class ImportPages {
  constructor(
    private readonly forms: Forms,
    private readonly bring: ReadFile,
    private readonly read: ReadImport,
    private readonly confirm: ConfirmImport,
    private readonly files: ImportFiles,
  ) {}

  @Get()
  async index(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.list(reply, actor, null, null);
  }

  @Post()
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const upload = await readUpload(request, { field: 'file', largest: tableLimits.bytes });
    const taken = await this.forms.take(UploadForm, { jenis: upload.fields['jenis'] }, ({ jenis }) => {
      if (upload.isTooLarge) throw new ImportError('import-too-large');
      if (!upload.file) throw new ImportError('import-file-missing');
      return this.bring.execute(actor, jenis, upload.file);
    });
    if (taken.faults) return this.list(reply, actor, upload.fields['jenis'] ?? null, taken.faults);
    await seeOther(reply, `/impor/${taken.result}`);
  }

  /** A file with the headings and an example. */
  @Get('contoh/:kind')
  async template(
    @Param('kind', new ParseEnumPipe(kinds)) kind: ImportKind,
    @Query() { format = 'xlsx' }: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.template(kind, format));
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, id, query, null);
  }

  @Post(':id/jalankan')
  async run(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.press(() => this.confirm.execute(actor, id));
    if (taken.faults) return this.page(reply, actor, id, {}, taken.faults);
    await seeOther(reply, `/impor/${id}`);
  }

  /** The rows that were not made, with the reason of each. */
  @Get(':id/ditolak')
  async refused(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format = 'xlsx' }: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.sentBack(actor, id, format));
  }

  private async list(
    reply: FastifyReply,
    actor: Actor,
    kind: string | null,
    faults: FormFaults | null,
  ): Promise<void> {
    const [own, allowed] = [await this.read.list(actor), importableBy(actor)];
    await html(reply, ImportsPage({ actor, own, kinds: allowed, kind, faults }), faults?.status);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    query: SentForm,
    faults: FormFaults | null,
  ): Promise<void> {
    const shown = await this.read.execute(actor, id);
    const view = typed(query, 'lihat');
    const states = viewOf(view);
    const after = Math.max(0, Math.trunc(Number(typed(query, 'cursor'))) || 0);
    const page = await this.read.rows(actor, id, { states, after, limit: ROWS_SHOWN });
    // Without script, too, the page goes on by itself.
    if (shown.file.state === 'confirmed') void reply.header('refresh', ASK_AGAIN);
    const cursor = after === 0 ? undefined : String(after);
    await html(reply, ImportPage({ actor, ...shown, ...page, view, cursor, faults }), faults?.status);
  }
}

function viewOf(view: string): readonly RowState[] {
  if (view === 'ditolak') return sentBack;
  const state = rowStates.find((each) => each === view);
  return state ? [state] : rowStates;
}
