import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { shownCertificateCode } from '../domain/certificate-code.js';
import { CheckCertificate } from '../use-cases/check-certificate.js';
import { KeepCertificates } from '../use-cases/keep-certificates.js';
import type { CertificateList, CheckedCertificateView } from './letters.view.js';

/** Certificates of a letter, for the office whose it is. */
@ApiTags('papers')
@Controller('api')
@Allow(signedIn)
export class CertificatesController {
  constructor(
    private readonly keep: KeepCertificates,
    private readonly checks: CheckCertificate,
  ) {}

  @Get('letters/:id/certificates')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificateList> {
    const { issued, lacking } = await this.keep.of(actor, id);
    return {
      lacking: lacking.length,
      items: issued.map(({ code, name, position, office, issuedAt, withdrawnAt }) => ({
        ...{ code: shownCertificateCode(code), name, position, office },
        issuedAt: toOffsetIso(issuedAt, actor.timeZone),
        withdrawnAt: withdrawnAt && toOffsetIso(withdrawnAt, actor.timeZone),
      })),
    };
  }

  /** Issues one to each who was there and has none. */
  @Post('letters/:id/certificates')
  @HttpCode(200)
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CertificateList> {
    await this.keep.issue(actor, id);
    return this.list(actor, id);
  }

  /** From then on its code proves nothing. */
  @Post('letters/:id/certificates/:code/withdraw')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code') code: string,
  ): Promise<CertificateList> {
    await this.keep.withdraw(actor, id, code);
    return this.list(actor, id);
  }

  /** What a code proves, to anybody who has it. */
  @Get('certificates/:code')
  @Public('whoever is shown a certificate checks it by its code, which nobody guesses')
  async check(@Param('code') code: string): Promise<CheckedCertificateView> {
    return found(await this.checks.execute(code));
  }
}
