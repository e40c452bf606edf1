import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { mayDo, type FollowUpVerb } from '../domain/follow-up-policies.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { CommentFollowUp } from '../use-cases/comment-follow-up.js';
import { ConfirmReplication } from '../use-cases/confirm-replication.js';
import { WriteFollowUp } from '../use-cases/write-follow-up.js';
import {
  ChangeForm,
  CommentForm,
  PostponeForm,
  ReplicationForm,
  FollowUpStepForm,
  WithdrawForm,
} from './follow-up-forms.js';
import { ShowFollowUp } from './show-follow-up.js';

/** Where a form of one follow-up goes: the last part of its address, and what one must be allowed to send it. */
const forms = {
  langkah: 'move',
  ubah: 'change',
  tunda: 'postpone',
  tanggapan: 'comment',
  replikasi: 'confirm-replication',
  tarik: 'withdraw-replication',
} as const satisfies Record<string, FollowUpVerb>;

/** Of two practices one would be lost. */
const twoPractices = (): RequestError =>
  new RequestError('validation-failed', {}, [
    { field: 'practice', message: 'kosongkan, atau pilih “Tidak ada dalam daftar” di atasnya' },
  ]);

/** One promise: carrying it on, talking about it, and judging whether it is a replication. */
@PageController('tindak-lanjut/:id')
@Allow(signedIn)
export class FollowUpPages {
  constructor(
    private readonly view: ShowFollowUp,
    private readonly read: ReadFollowUp,
    private readonly write: WriteFollowUp,
    private readonly comments: CommentFollowUp,
    private readonly replications: ConfirmReplication,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, await this.view.page(actor, id));
  }

  @Post(':form')
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('form') form: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = (Object.keys(forms) as (keyof typeof forms)[]).find((name) => name === form);
    if (!known || known === 'tarik') throw new RequestError('not-found');
    await this.answer(reply, actor, id, known, sent);
  }

  @Post('replikasi/tarik')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, actor, id, 'tarik', sent);
  }

  private async answer(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    form: keyof typeof forms,
    sent: SentForm | undefined,
  ): Promise<void> {
    if (!mayDo(forms[form], await this.read.fact(actor, id), actor)) throw new RequestError('not-allowed');
    const { faults } = await this.take(actor, id, form, sent);
    if (!faults) return seeOther(reply, `/tindak-lanjut/${id}`);
    const standing = faults.isOutdated ? await this.view.standing(actor, id, form === 'ubah') : null;
    await html(reply, await this.view.page(actor, id, { form, sent, faults }), faults.status, standing);
  }

  private take(
    actor: Actor,
    id: string,
    form: keyof typeof forms,
    sent: SentForm | undefined,
  ): Promise<Taken<unknown>> {
    const { forms: shapes, write, comments, replications } = this;
    switch (form) {
      case 'langkah':
        return shapes.take(FollowUpStepForm, sent, ({ version, ...change }) =>
          write.change(actor, id, version, change),
        );
      case 'ubah':
        return shapes.take(ChangeForm, sent, ({ version, person, ...change }) =>
          write.change(actor, id, version, { ...change, personName: person }),
        );
      case 'tunda':
        return shapes.take(PostponeForm, sent, ({ version, ...given }) =>
          write.postpone(actor, id, version, given),
        );
      case 'tanggapan':
        return shapes.take(CommentForm, sent, ({ body }) => comments.execute(actor, id, body));
      case 'replikasi':
        return shapes.take(ReplicationForm, sent, async ({ version, ...given }) => {
          if (given.note !== undefined && given.practice !== undefined) throw twoPractices();
          return replications.confirm(actor, id, version, given);
        });
      case 'tarik':
        return shapes.take(WithdrawForm, sent, ({ version, reason }) =>
          replications.withdraw(actor, id, version, reason),
        );
    }
  }
}
