import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { withoutEmptyNip } from '../../platform/pages/official-fields.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListPeople } from '../queries/list-people.js';
import { PlaceChoices } from '../queries/place-choices.js';
import { ExportPeople } from '../use-cases/export-people.js';
import { InvitePerson } from '../use-cases/invite-person.js';
import { InviteForm, PeopleExportPageQuery, PeoplePageQuery } from './administration-forms.js';
import { AdministrationPage } from './administration-page.js';
import { InvitePage } from './invite-page.js';
import { peopleNoticeOf } from './people-words.js';
import { clashBeside, chosenPost } from './person-post.js';

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** The page of what is looked after, above the people. */
    administration: { actor: Actor };
  }
}

/** Who has an account, and inviting others. */
@PageController('pengelolaan')
@Allow(allows('people.manage'))
export class AdministrationPages {
  constructor(
    private readonly forms: Forms,
    private readonly people: ListPeople,
    private readonly places: PlaceChoices,
    private readonly invitePerson: InvitePerson,
    private readonly parts: PageParts,
    private readonly exports: ExportPeople,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { cari, upt, cursor, limit, info }: PeoplePageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.people.execute(actor, { unit: upt || null, words: cari, cursor, limit });
    const { units } = await this.places.execute(actor);
    const chosen = { cari, upt, cursor };
    const parts = await this.parts.render('administration', { actor });
    await html(
      reply,
      AdministrationPage({ actor, page, units, chosen, notice: peopleNoticeOf(info), parts }),
    );
  }

  /** All people whom the list shows under these filters, as a file. */
  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { cari, upt, format }: PeopleExportPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, { unit: upt || null, words: cari }, format));
  }

  @Get('orang/undang')
  async showInvitation(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, actor, undefined, null);
  }

  @Post('orang/undang')
  async invite(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(InviteForm, withoutEmptyNip(sent), (form) =>
      this.invitePerson.execute(actor, { ...form, ...chosenPost(actor, form) }),
    );
    if (taken.faults) return this.answer(reply, actor, sent, clashBeside(taken.faults, 'email'));
    await seeOther(reply, `/pengelolaan/orang/${taken.result}?info=diundang`);
  }

  private async answer(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    faults: FormFaults | null,
  ): Promise<void> {
    const places = await this.places.execute(actor);
    await html(reply, InvitePage({ actor, places, sent, faults }), faults?.status ?? 200);
  }
}
