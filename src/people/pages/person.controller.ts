import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows, can } from '../../platform/security/capabilities.js';
import { maySee } from '../domain/policies.js';
import { FindAccount, type AccountFacts } from '../queries/account-facts.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import { PlaceChoices } from '../queries/place-choices.js';
import { ChangePerson } from '../use-cases/change-person.js';
import { SendLinkAgain } from '../use-cases/send-link-again.js';
import { ChangePersonForm } from './administration-forms.js';
import { noticeOf } from './people-words.js';
import { PersonPage } from './person-page.js';
import { chosenPost } from './person-post.js';

/** Somebody else's account. */
@PageController('pengelolaan/orang/:id')
@Allow(allows('people.manage'))
export class PersonPages {
  constructor(
    private readonly forms: Forms,
    private readonly accounts: FindAccount,
    private readonly places: PlaceChoices,
    private readonly changePerson: ChangePerson,
    private readonly sendAgain: SendLinkAgain,
    private readonly tokens: ListApiTokens,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.visible(actor, id);
    const places = await this.places.execute(actor);
    const tokens = can(actor, 'people.keep-tokens') ? await this.tokens.execute(id) : [];
    const notice = noticeOf(query['info']);
    await html(reply, PersonPage({ actor, person, places, tokens, notice, faults: null }));
  }

  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.visible(actor, id);
    const taken = await this.forms.take(
      ChangePersonForm,
      sent,
      ({ name, position = null, phone = null, version, ...post }) =>
        this.changePerson.execute(actor, id, { name, position, phone, version, ...chosenPost(actor, post) }),
    );
    if (taken.faults) {
      const { faults } = taken;
      const places = await this.places.execute(actor);
      return html(reply, PersonPage({ actor, person, places, sent, faults }), faults.status);
    }
    await seeOther(reply, `/pengelolaan/orang/${id}?info=tersimpan`);
  }

  @Post('tangguhkan')
  async suspend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.changePerson.execute(actor, id, { suspended: true });
    await seeOther(reply, `/pengelolaan/orang/${id}?info=ditangguhkan`);
  }

  @Post('pulihkan')
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.changePerson.execute(actor, id, { suspended: false });
    await seeOther(reply, `/pengelolaan/orang/${id}?info=pulih`);
  }

  /** Mails a fresh link: the invitation again, or one for a new password. */
  @Post('tautan')
  async link(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sendAgain.execute(actor, id);
    await seeOther(reply, `/pengelolaan/orang/${id}?info=terkirim`);
  }

  private async visible(actor: Actor, id: string): Promise<AccountFacts> {
    const person = await this.accounts.byId(id);
    return found(person && maySee(actor, person) ? person : null);
  }
}
