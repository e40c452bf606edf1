import { Injectable } from '@nestjs/common';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { kindWords, VisitFactsQuery } from '../../visits/index.js';
import { readCertificateCode } from '../domain/certificate-code.js';
import { CertificateRepository } from '../storage/certificate-repository.js';
import { LetterRepository } from '../storage/letter-repository.js';
import { isStanding } from './keep-certificates.js';

/** What is proved by a code: all that stands on the certificate, and nothing else. */
export interface CheckedCertificate {
  code: string;
  /** False for one that was withdrawn. */
  isValid: boolean;
  name: string;
  position: string | null;
  office: string | null;
  /** Who issued it. */
  issuer: string;
  number: string;
  /** `YYYY-MM-DD`. */
  datedOn: string | null;
  /** What they took part in, where and when, in words. */
  activity: string;
  host: string;
  when: string;
}

/** Tells anybody who has its code whether a certificate was issued. */
@Injectable()
export class CheckCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly letters: LetterRepository,
    private readonly visits: VisitFactsQuery,
  ) {}

  /** Null for a code that was never given. */
  async execute(typed: string): Promise<CheckedCertificate | null> {
    const code = readCertificateCode(typed);
    const certificate = code === null ? null : await this.certificates.byCode(code);
    const letter = certificate && (await this.letters.byId(certificate.letterId));
    const visit = letter?.visitId ? await this.visits.byId(letter.visitId) : null;
    if (!certificate || !letter || !visit) return null;
    const { name, position, office } = certificate;
    return {
      ...{ code: certificate.code, isValid: isStanding(certificate), name, position },
      office: office ?? visit.guestUnitName,
      issuer: letter.snapshot.office.name,
      ...{ number: letter.number, datedOn: letter.datedOn },
      activity: `${kindWords[visit.kind]} “${visit.title}”`,
      host: visit.hostUnitName,
      when: formatDateTimeRange(visit, visit.timeZone),
    };
  }
}
