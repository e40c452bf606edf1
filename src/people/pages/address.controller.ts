import { Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { TakeAddress } from '../use-cases/take-address.js';
import { AddressDonePage, AddressPage } from './address-pages.js';

const GONE = 410;

/** The page behind the link that a new address of an account is confirmed by. */
@PageController('alamat/:token')
@Public('the owner of a mailbox shows it by the link that was mailed there')
export class AddressPages {
  constructor(private readonly take: TakeAddress) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.take.find(token);
    if (!asked) return html(reply, AddressDonePage({ isDone: false }), GONE);
    await html(reply, AddressPage({ token, asked }));
  }

  @Post()
  async confirm(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.take.find(token))) return html(reply, AddressDonePage({ isDone: false }), GONE);
    await this.take.execute(token);
    await html(reply, AddressDonePage({ isDone: true }));
  }
}
