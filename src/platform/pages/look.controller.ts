import { Body, Post, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Public } from '../security/access.js';
import { Site } from '../security/access-guard.js';
import { seeOther } from './html.js';
import { localPath } from './local-path.js';
import { LOOK_COOKIE, looks, type Look } from './look.js';
import { PageController } from './page-controller.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

class LookForm {
  @IsIn(looks)
  tampilan: Look;

  /** Where to go on; anything but a path of ours leads to the start page. */
  @IsOptional()
  @IsString()
  kembali?: string;
}

/** Keeps the look that somebody chose, in this browser. */
@PageController('tampilan')
export class LookPages {
  constructor(private readonly site: Site) {}

  @Post()
  @Public('a look belongs to the browser, not to an account')
  async choose(@Body() { tampilan, kembali }: LookForm, @Res() reply: FastifyReply): Promise<void> {
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: this.site.overTls } as const;
    if (tampilan === 'device') void reply.clearCookie(LOOK_COOKIE, options);
    else void reply.setCookie(LOOK_COOKIE, tampilan, { ...options, maxAge: YEAR_SECONDS });
    await seeOther(reply, localPath(kembali) ?? '/');
  }
}
