import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitError } from '../domain/error-codes.js';
import { mayChangeOffice } from '../domain/policies.js';
import { OfficeRepository, type OfficeRow } from '../storage/office-repository.js';

/** What is given of a regional office; undefined stays as it is. */
export type OfficeChange = {
  [Field in 'name' | 'shortName' | 'email' | 'approvesInside' | 'approvesAcross']?:
    OfficeRow[Field] | undefined;
};

/** Changes a regional office: how it is called and reached, and which visits it must approve. */
@Injectable()
export class ChangeRegionalOffice {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficeRepository,
  ) {}

  /**
   * @param version what the caller saw
   * @throws UnitError `regional-office-changed`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(actor: Actor, code: string, version: number, change: OfficeChange): Promise<OfficeRow> {
    return this.database.transaction(async () => {
      const office = found(await this.offices.lock(code));
      if (!mayChangeOffice(code, actor)) throw new RequestError('not-allowed');
      if (office.version !== version) {
        throw new UnitError('regional-office-changed', { current: { version: office.version } });
      }
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed: OfficeRow = { ...office, ...given, version: version + 1 };
      await this.offices.save(changed);
      return changed;
    });
  }
}
