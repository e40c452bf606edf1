import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hasTrait, ParticipantRepository, wasThere, type ParticipantRow } from '../../visits/index.js';
import { certificateCodeOf, CODE_OCTETS, readCertificateCode } from '../domain/certificate-code.js';
import { PaperError } from '../domain/error-codes.js';
import { CertificateRepository, type CertificateRow } from '../storage/certificate-repository.js';
import { ReadLetters, type ReadableLetter } from './read-letters.js';

/** What was issued with a letter, and to how many more it can be. */
export interface LetterCertificates {
  letter: ReadableLetter;
  /** What the letter's visit is called. */
  title: string;
  issued: CertificateRow[];
  /** Those who were there and have none that stands. */
  lacking: ParticipantRow[];
}

/** Issues certificates to those who were there, each with a code by which anybody checks it. */
@Injectable()
export class KeepCertificates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly read: ReadLetters,
    private readonly certificates: CertificateRepository,
    private readonly participants: ParticipantRepository,
  ) {}

  /** @throws RequestError `not-found` also for a letter that is no certificate, `not-allowed` */
  async of(actor: Actor, letterId: string): Promise<LetterCertificates> {
    const { letter, around } = await this.read.one(actor, letterId);
    const [visit] = around.visits;
    if (letter.kind !== 'piagam' || letter.direction !== 'out' || !visit) throw new RequestError('not-found');
    if (!letter.mayTake) throw new RequestError('not-allowed');
    const [issued, people] = await Promise.all([
      this.certificates.ofLetter(letterId),
      hasTrait(visit.state, 'tookPlace') ? this.participants.ofVisit(visit.id) : [],
    ]);
    const standing = new Set(issued.filter(isStanding).map(({ participantId }) => participantId));
    const lacking = people.filter(
      ({ id, attendance }) => attendance !== null && wasThere(attendance) && !standing.has(id),
    );
    return { letter, title: around.title, issued, lacking };
  }

  /**
   * To all who were there and have none.
   *
   * @returns how many were issued
   * @throws PaperError `nobody-attended` before anybody was marked as being there; RequestError as `of`
   */
  issue(actor: Actor, letterId: string): Promise<number> {
    return this.database.transaction(async () => {
      const { letter, issued, lacking } = await this.of(actor, letterId);
      if (!letter.mayChange) throw new RequestError('not-allowed');
      if (issued.length + lacking.length === 0) throw new PaperError('nobody-attended');
      const now = { issuedBy: actor.personId, issuedAt: this.clock.now(), withdrawnAt: null };
      return this.certificates.add(
        lacking.map(({ id, name, position, office }) => ({
          code: certificateCodeOf(randomBytes(CODE_OCTETS)),
          ...{ letterId, participantId: id, name, position, office },
          ...now,
        })),
      );
    });
  }

  /** Its code proves nothing from now on; nothing for one that was withdrawn. @throws RequestError as `of` */
  async withdraw(actor: Actor, letterId: string, typed: string): Promise<void> {
    await this.database.transaction(async () => {
      const { letter, issued } = await this.of(actor, letterId);
      if (!letter.mayChange) throw new RequestError('not-allowed');
      const certificate = found(issued.find(({ code }) => code === readCertificateCode(typed)));
      if (isStanding(certificate)) await this.certificates.withdraw(certificate.code, this.clock.now());
    });
  }
}

/** Whether its code proves it. */
export const isStanding = ({ withdrawnAt }: Pick<CertificateRow, 'withdrawnAt'>): boolean =>
  withdrawnAt === null;
