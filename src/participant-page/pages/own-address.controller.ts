import { Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { Forms } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { TakeOwnAddress } from '../../visits/index.js';
import { OwnAddressPage } from './own-address-page.js';

const NOT_FOUND = 404;

/** Where the mail to another address of a participant leads. Showing it changes nothing: scanners open every address. */
@PageController('jawab/alamat/:token')
@Public('the address is the secret, and participants need no account')
export class OwnAddressPages {
  constructor(
    private readonly forms: Forms,
    private readonly address: TakeOwnAddress,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.address.find(token);
    await html(asPersonal(reply), OwnAddressPage({ asked }), asked ? 200 : NOT_FOUND);
  }

  @Post()
  async take(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.address.find(token);
    if (!asked) return html(asPersonal(reply), OwnAddressPage({ asked }), NOT_FOUND);
    const taken = await this.forms.press(() => this.address.execute(token));
    if (!taken.faults) return seeOther(reply, `${new URL(taken.result).pathname}?info=alamat`);
    const { detail, status } = taken.faults;
    await html(asPersonal(reply), OwnAddressPage({ asked, fault: detail }), status);
  }
}
