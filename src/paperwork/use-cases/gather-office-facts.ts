import { Injectable } from '@nestjs/common';
import { Site } from '../../platform/security/access-guard.js';
import type { VisitFacts } from '../../visits/index.js';
import { shownCertificateCode } from '../domain/certificate-code.js';
import type { PaperCertificate, PaperFacts, PaperLetter } from '../domain/paper-facts.js';
import type { PaperNeed } from '../domain/paper-kinds.js';
import { signedPosition, signerOn } from '../domain/signers.js';
import { CertificateRepository } from '../storage/certificate-repository.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';
import { isStanding } from './keep-certificates.js';
import type { ReadableLetter } from './read-letters.js';

type OfficeFacts = Pick<PaperFacts, 'otherSigner' | 'certificates'> & Pick<PaperLetter, 'signatureMark'>;

/** Gathers what the offices of a letter say of it: how it is signed, by whom beside, and which certificates it issued. */
@Injectable()
export class GatherOfficeFacts {
  constructor(
    private readonly papers: OfficePaperRepository,
    private readonly certificates: CertificateRepository,
    private readonly site: Site,
  ) {}

  async execute(
    letter: ReadableLetter,
    visit: VisitFacts,
    needs: readonly PaperNeed[],
  ): Promise<OfficeFacts> {
    const [{ signatureMark }, otherSigner, certificates] = await Promise.all([
      this.papers.of(letter.organisation),
      needs.includes('otherSigner') ? this.otherSigner(letter, visit) : null,
      needs.includes('certificates') ? this.issued(letter) : [],
    ]);
    return { signatureMark, otherSigner, certificates };
  }

  /** Who signs for the other side on the day of the letter. */
  private async otherSigner(letter: ReadableLetter, { guestUnit, hostUnit }: VisitFacts) {
    const other = letter.organisation === hostUnit ? guestUnit : hostUnit;
    const signer = signerOn(await this.papers.signers(other), letter.datedOn ?? letter.snapshot.takenOn);
    return signer && { name: signer.name, position: signedPosition(signer) };
  }

  private async issued({ id }: ReadableLetter): Promise<PaperCertificate[]> {
    const all = await this.certificates.ofLetter(id);
    return all.filter(isStanding).map(({ code, name, position, office }) => ({
      ...{ name, position, office, code: shownCertificateCode(code) },
      url: `${this.site.publicUrl}/periksa/${code}`,
    }));
  }
}
