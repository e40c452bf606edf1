import {
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { tableLimits } from '../../platform/documents/read-table.js';
import { sendDownload } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { readDocument } from '../../platform/http/upload.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ImportError } from '../domain/error-codes.js';
import { rowStates } from '../domain/import-states.js';
import { importKinds, type ImportKind } from '../domain/import-tables.js';
import { ImportFiles } from '../use-cases/import-files.js';
import { ReadFile } from '../use-cases/read-file.js';
import { ReadImport, type ShownImport } from '../use-cases/read-import.js';
import { ConfirmImport } from '../use-cases/work-import.js';
import { ImportFileQuery, ImportRowsQuery } from './import.dto.js';
import type { ImportRowPage, ImportView } from './import.view.js';

const kinds = Object.fromEntries(importKinds.map((kind) => [kind, kind])) as Record<ImportKind, ImportKind>;
const ROWS_SHOWN = 100;

@ApiTags('imports')
@Controller('api/imports')
@Allow(signedIn)
export class ImportsController {
  constructor(
    private readonly bring: ReadFile,
    private readonly read: ReadImport,
    private readonly confirm: ConfirmImport,
    private readonly files: ImportFiles,
  ) {}

  /** Reads a file of XLSX or CSV and says of each row what it would make; nothing is made before it is confirmed. */
  @Post(':kind')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async post(
    @CurrentActor() actor: Actor,
    @Param('kind', new ParseEnumPipe(kinds)) kind: ImportKind,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    const file = await readDocument(request, tableLimits.bytes);
    if (!file) throw new ImportError('import-file-missing');
    return present(await this.read.execute(actor, await this.bring.execute(actor, kind, file)));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return present(await this.read.execute(actor, id));
  }

  /** The rows in the order of the file. */
  @Get(':id/rows')
  async rows(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { state, after = 0, limit = ROWS_SHOWN }: ImportRowsQuery,
  ): Promise<ImportRowPage> {
    const states = state ? [state] : rowStates;
    const { rows, next } = await this.read.rows(actor, id, { states, after, limit });
    return {
      items: rows.map(({ number, state: is, says, madeId }) => ({ number, state: is, says, madeId })),
      nextAfter: next,
    };
  }

  /** Has the rows made that can be; how far that is, the import tells. */
  @Post(':id/confirm')
  @HttpCode(200)
  async run(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.confirm.execute(actor, id);
    return present(await this.read.execute(actor, id));
  }

  /** The rows that were not made, with the reason of each. */
  @Get(':id/refused')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async refused(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ImportFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.sentBack(actor, id, format));
  }
}

function present({ file, counts }: ShownImport): ImportView {
  const { id, kind, fileName, state, createdAt, finishedAt } = file;
  return {
    ...{ id, kind, fileName, state, rows: { ...counts } },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
