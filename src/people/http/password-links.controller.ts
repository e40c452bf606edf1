import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '../../platform/security/access.js';
import { RequestPasswordLink } from '../use-cases/request-password-link.js';
import { SetPassword } from '../use-cases/set-password.js';
import { ForgottenBody, PasswordBody } from './people.dto.js';

@Controller('api/password-links')
@Public('who has no password yet, or forgot it, cannot sign in')
export class PasswordLinksController {
  constructor(
    private readonly requestLink: RequestPasswordLink,
    private readonly setPassword: SetPassword,
  ) {}

  /** Mails a link when the address has an account; the answer does not tell. */
  @Post()
  @HttpCode(202)
  async forgotten(@Body() body: ForgottenBody): Promise<void> {
    await this.requestLink.execute(body.email);
  }

  /** Sets the password by a link and ends all sessions; the first administrator also gives name and address. */
  @Post(':token')
  @HttpCode(204)
  async set(@Param('token') token: string, @Body() body: PasswordBody): Promise<void> {
    await this.setPassword.execute(token, body);
  }
}
