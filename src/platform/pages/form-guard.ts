import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RequestError } from '../http/request-error.js';
import { ACCESS, type Access } from '../security/access.js';
import { Authenticator, isSafeMethod } from '../security/access-guard.js';
import { takeMark, type MarkedRequest } from './form-mark.js';
import { PAGE } from './page-controller.js';
import { takeChoices } from './two-versions.js';

/**
 * Takes a form only from the person it was rendered for: at a computer that several share, somebody else may have
 * signed in meanwhile in another tab. Stands after the access guard. Public forms (answers, feedback, signing in)
 * belong to whoever holds them.
 */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  /** @throws RequestError `form-of-another` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MarkedRequest>();
    const declared = [context.getHandler(), context.getClass()];
    if (isSafeMethod(request.method) || !this.reflector.getAllAndOverride(PAGE, declared)) return true;
    const { person } = takeMark(request);
    takeChoices(request.body);
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, declared);
    const { actor } = request;
    if (access.public || !actor || person === actor.personId) return true;
    // A program with a token of its own fills in no forms of others; a browser's form always says whose it is.
    if (person === null && request.headers.authorization !== undefined) return true;
    const author = person === null ? null : await this.authenticator.nameOf(person);
    throw new RequestError('form-of-another', { author, reader: actor.name });
  }
}
