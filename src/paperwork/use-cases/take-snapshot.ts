import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import type { LetterSnapshot } from '../domain/letter-snapshot.js';
import { signedPosition, signerOn } from '../domain/signers.js';
import { OfficeAddresses } from '../queries/office-address.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';

/** Writes down what is true of an office and its party, for a letter in which it stays. */
@Injectable()
export class TakeSnapshot {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly addresses: OfficeAddresses,
    private readonly papers: OfficePaperRepository,
  ) {}

  /** @param datedOn the date of the letter, by which it is signed; null for today's */
  async execute(
    organisation: string,
    datedOn: string | null,
    party: LetterSnapshot['party'],
  ): Promise<LetterSnapshot> {
    const [unit, address, papers, signers] = await Promise.all([
      this.units.byCode(organisation),
      this.addresses.of(organisation),
      this.papers.of(organisation),
      this.papers.signers(organisation),
    ]);
    const { code, name, place, phone, email, timeZone } = found(unit);
    const takenOn = localDate(this.clock.now(), timeZone);
    const signer = signerOn(signers, datedOn ?? takenOn);
    return {
      takenOn,
      office: {
        ...{ code, name, phone, email, ...address },
        letterhead: papers.letterhead,
        emblem: papers.emblem,
        place: papers.placeOfSigning ?? place,
      },
      signer: signer && {
        ...{ name: signer.name, nip: signer.nip, rank: signer.rank },
        position: signedPosition(signer),
      },
      party,
    };
  }
}
