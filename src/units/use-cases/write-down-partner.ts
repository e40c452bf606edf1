import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitError } from '../domain/error-codes.js';
import { organisationCode, partnerKey } from '../domain/partner-names.js';
import { NamedUnits } from '../queries/named-units.js';
import { PartnerRepository } from '../storage/partner-repository.js';

/** A partner as somebody names it. */
export interface NamedPartner {
  name: string;
  place: string;
  /** Where it is new: that of whoever writes it down. */
  timeZone: Zone;
}

/** Writes an outside partner down, once: by a name that is known the partner is found that goes by it. */
@Injectable()
export class WriteDownPartner {
  constructor(
    private readonly database: Database,
    private readonly partners: PartnerRepository,
    private readonly named: NamedUnits,
  ) {}

  /**
   * @throws UnitError `partner-name-empty` for a name without letters, `partner-is-organisation` for that of a UPT, a
   *   Kanwil or a directorate
   */
  execute({ name, place, timeZone }: NamedPartner): Promise<{ code: string; name: string }> {
    const key = partnerKey(name);
    if (key === '') throw new UnitError('partner-name-empty', {}, [{ field: 'partnerName', message: EMPTY }]);
    return this.database.transaction(async () => {
      const known = await this.partners.byKey(key);
      if (known) return known;
      const { unit: office } = (await this.named.finder())(name);
      if (office?.kind === 'partner') return office;
      if (office) throw isOffice(office);
      const partner = { name: name.trim(), place: place.trim(), timeZone };
      const code = organisationCode('partner', name);
      return (
        (await this.add(code, partner, key)) ??
        found(await this.add(`${code}-${newId().slice(-8)}`, partner, key))
      );
    });
  }

  /** The partner, or the one that somebody else wrote down by the same name just now; null where the code is another's. */
  private async add(
    code: string,
    partner: NamedPartner,
    key: string,
  ): Promise<{ code: string; name: string } | null> {
    const isAdded = await this.partners.add({ code, ...partner }, key);
    return isAdded ? { code, name: partner.name } : this.partners.byKey(key);
  }
}

const EMPTY = 'Tulis namanya dengan huruf';

function isOffice({ code, name }: { code: string; name: string }): UnitError {
  const message = `${name} ada dalam daftar; carilah, lalu ajak sebagai kantor`;
  return new UnitError('partner-is-organisation', { organisation: code }, [
    { field: 'partnerName', message },
  ]);
}
