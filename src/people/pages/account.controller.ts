import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { withoutEmptyNip } from '../../platform/pages/official-fields.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ApiTokens } from '../use-cases/api-tokens.js';
import { AskAddress } from '../use-cases/ask-address.js';
import { ChangeOwnAccount } from '../use-cases/change-own-account.js';
import { RequestPasswordLink } from '../use-cases/request-password-link.js';
import type { Refused } from './account-page.js';
import { clashBeside } from './person-post.js';
import { AddressChangeForm, OwnAccountForm, TokenForm } from './administration-forms.js';
import { peopleNoticeOf } from './people-words.js';
import { ShowAccount } from './show-account.js';

/** The own account. */
@PageController('akun')
@Allow(signedIn)
export class AccountPages {
  constructor(
    private readonly forms: Forms,
    private readonly show: ShowAccount,
    private readonly tokens: ApiTokens,
    private readonly changeOwn: ChangeOwnAccount,
    private readonly requestLink: RequestPasswordLink,
    private readonly askAddress: AskAddress,
  ) {}

  @Get()
  async look(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, await this.show.page(actor, { notice: peopleNoticeOf(query['info']) }));
  }

  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(
      OwnAccountForm,
      withoutEmptyNip(sent),
      ({ phone = null, position = null, rank = null, ...own }) =>
        this.changeOwn.execute(actor, { ...own, phone, position, rank }),
    );
    if (taken.faults) return this.refuse(reply, actor, { form: 'account', sent, faults: taken.faults });
    await seeOther(reply, '/akun?info=tersimpan');
  }

  /** Mails a link to the new address of the own account. */
  @Post('surel')
  async readdress(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(AddressChangeForm, sent, ({ email }) =>
      this.askAddress.execute(actor, actor.personId, email),
    );
    if (taken.faults) {
      return this.refuse(reply, actor, { form: 'address', sent, faults: clashBeside(taken.faults, 'email') });
    }
    await seeOther(reply, '/akun?info=surel');
  }

  /** Mails the link by which a password is changed. */
  @Post('sandi')
  async password(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.requestLink.execute(actor.email);
    await seeOther(reply, '/akun?info=sandi');
  }

  /** Makes a token; nothing but this answer shows its secret, so the browser is not sent on. */
  @Post('token')
  async issue(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(TokenForm, sent, ({ name, days }) =>
      this.tokens.issue(actor, name, days),
    );
    if (taken.faults) return this.refuse(reply, actor, { form: 'token', sent, faults: taken.faults });
    await html(reply, await this.show.page(actor, { fresh: taken.result }), 201);
  }

  @Post('token/:id/cabut')
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tokens.revoke(actor.personId, id);
    await seeOther(reply, '/akun?info=dicabut');
  }

  private async refuse(reply: FastifyReply, actor: Actor, refused: Refused): Promise<void> {
    const standing = refused.faults.isOutdated ? { page: await this.show.page(actor, {}) } : null;
    await html(reply, await this.show.page(actor, { refused }), refused.faults.status, standing);
  }
}
