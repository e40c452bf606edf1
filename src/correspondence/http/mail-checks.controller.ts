import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { MailChecks } from '../../platform/mail-checks/mail-checks.js';
import { Allow } from '../../platform/security/access.js';
import { allows } from '../../platform/security/capabilities.js';
import { CheckMailAgain } from '../use-cases/check-mail-again.js';
import { presentCheck } from './mail.presenter.js';
import type { MailChecksView } from './mail.view.js';

@Controller('api/mails/checks')
@Allow(allows('mails.oversee'))
export class MailChecksController {
  constructor(
    private readonly checks: MailChecks,
    private readonly again: CheckMailAgain,
  ) {}

  /** Whether mail can be sent and read, by what was found last: at a start, each hour, and when somebody asked. */
  @Get()
  async list(): Promise<MailChecksView> {
    return { items: (await this.checks.all()).map(presentCheck) };
  }

  /** Has all of that looked at anew, and answers after three seconds at the most with what is known then. */
  @Post()
  @HttpCode(200)
  async check(): Promise<MailChecksView> {
    return { items: (await this.again.execute()).map(presentCheck) };
  }
}
