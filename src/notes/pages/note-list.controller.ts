import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { mayWrite } from '../domain/note.js';
import { FindNotes } from '../queries/find-notes.js';
import { ListNotes } from '../queries/list-notes.js';
import { NoteChoices } from '../queries/note-choices.js';
import { ExportNotes } from '../use-cases/export-notes.js';
import { NoteListPage } from './note-list-page.js';
import { chosenOf, filterOf, NoteListExportQuery, NoteListPageQuery } from './note-list-query.js';

const PAGE_SIZE = 24;

/** Best-practice notes as they are looked through and searched. */
@PageController('praktik-baik')
@Allow(signedIn)
export class NoteListPages {
  constructor(
    private readonly list: ListNotes,
    private readonly find: FindNotes,
    private readonly lists: NoteChoices,
    private readonly exports: ExportNotes,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() query: NoteListPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { ...filterOf(query), limit: PAGE_SIZE, cursor: query.cursor };
    const finding = query.cari ? this.find.execute(actor, query.cari, asked) : null;
    const [found, page, choices] = await Promise.all([
      finding,
      finding ?? this.list.execute(actor, asked),
      this.lists.execute(),
    ]);
    const writes = actor.unit !== null && mayWrite(actor.unit, actor);
    await html(
      reply,
      NoteListPage({ actor, page, found, choices, chosen: chosenOf(query), mayWrite: writes }),
    );
  }

  /** All notes that the list shows under these filters, as a file. */
  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { format, ...query }: NoteListExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { ...filterOf(query), words: query.cari };
    await sendDownload(reply, await this.exports.execute(actor, wanted, format));
  }
}
