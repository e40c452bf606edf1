import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { withoutEmptyNip } from '../../platform/pages/official-fields.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { AskAddress } from '../use-cases/ask-address.js';
import { ChangePerson } from '../use-cases/change-person.js';
import { HandOver } from '../use-cases/hand-over.js';
import { SendLinkAgain } from '../use-cases/send-link-again.js';
import { AddressChangeForm, ChangePersonForm } from './administration-forms.js';
import { peopleNoticeOf } from './people-words.js';
import { chosenSuccessors, HandoverForm } from './handover-forms.js';
import { chosenPost, clashBeside } from './person-post.js';
import { ShowPerson } from './show-person.js';

/** Somebody else's account. */
@PageController('pengelolaan/orang/:id')
@Allow(allows('people.manage'))
export class PersonPages {
  constructor(
    private readonly forms: Forms,
    private readonly show: ShowPerson,
    private readonly changePerson: ChangePerson,
    private readonly sendAgain: SendLinkAgain,
    private readonly handOver: HandOver,
    private readonly askAddress: AskAddress,
  ) {}

  @Get()
  async look(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = peopleNoticeOf(query['info']);
    await html(reply, await this.show.page(actor, await this.show.visible(actor, id), { notice }));
  }

  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.show.visible(actor, id);
    const taken = await this.forms.take(
      ChangePersonForm,
      withoutEmptyNip(sent),
      ({ name, position = null, rank = null, nip, phone = null, version, ...post }) =>
        this.changePerson.execute(actor, id, {
          ...{ name, position, rank, phone, version },
          ...(nip !== undefined && { nip }),
          ...chosenPost(actor, post),
          successors: chosenSuccessors(post),
        }),
    );
    if (taken.faults) {
      const { faults } = taken;
      const standing = faults.isOutdated ? { page: await this.show.page(actor, person, {}) } : null;
      const page = await this.show.page(actor, person, { form: 'change', sent, faults });
      return html(reply, page, faults.status, standing);
    }
    await seeOther(reply, `/pengelolaan/orang/${id}?info=tersimpan`);
  }

  /** Suspends the account, and gives what hangs on its holder to who was chosen, in one step. */
  @Post('tangguhkan')
  async suspend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.show.managed(actor, id);
    const taken = await this.forms.take(HandoverForm, sent, (form) =>
      this.changePerson.execute(actor, id, {
        suspended: true,
        version: null,
        successors: chosenSuccessors(form),
      }),
    );
    if (taken.faults) {
      const { faults } = taken;
      return html(
        reply,
        await this.show.page(actor, person, { form: 'suspend', sent, faults }),
        faults.status,
      );
    }
    await seeOther(reply, `/pengelolaan/orang/${id}?info=ditangguhkan`);
  }

  /** Gives what hangs on somebody to colleagues; the account stays as it is. */
  @Post('serah-terima')
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.show.managed(actor, id);
    const taken = await this.forms.take(HandoverForm, sent, (form) =>
      this.handOver.execute(actor, id, chosenSuccessors(form)),
    );
    if (taken.faults) {
      const { faults } = taken;
      return html(
        reply,
        await this.show.page(actor, person, { form: 'handover', sent, faults }),
        faults.status,
      );
    }
    const info = taken.result.length > 0 ? 'diserahkan' : 'tidak-diserahkan';
    await seeOther(reply, `/pengelolaan/orang/${id}?info=${info}`);
  }

  /** Mails a link to the new address of the account. */
  @Post('surel')
  async readdress(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.show.managed(actor, id);
    const taken = await this.forms.take(AddressChangeForm, sent, ({ email }) =>
      this.askAddress.execute(actor, id, email),
    );
    if (taken.faults) {
      const faults = clashBeside(taken.faults, 'email');
      return html(
        reply,
        await this.show.page(actor, person, { form: 'address', sent, faults }),
        faults.status,
      );
    }
    await seeOther(reply, `/pengelolaan/orang/${id}?info=surel`);
  }

  @Post('pulihkan')
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.changePerson.execute(actor, id, { suspended: false, version: null });
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
}
