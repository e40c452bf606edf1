import { Injectable, type PipeTransform } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';

/** The number of a revision in an address; one that no revision has is an address that does not exist. */
@Injectable()
export class RevisionNumber implements PipeTransform<string, number> {
  /** @throws RequestError `not-found` */
  transform(given: string): number {
    if (!/^[1-9]\d{0,8}$/.test(given)) throw new RequestError('not-found');
    return Number(given);
  }
}
