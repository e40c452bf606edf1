import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Site } from '../../platform/security/access-guard.js';
import { CheckInError } from '../domain/error-codes.js';
import { isCheckInOpen, isPrintedFresh, isSessionLive, isStepFresh, stepAt } from '../domain/code-times.js';
import { personalCodeOf } from '../domain/personal-code.js';
import { FindCheckInFacts, type CheckInFacts } from '../queries/check-in-facts.js';
import { personalOctets, readCode, writeCode, type ReadCode } from './sign-codes.js';

/** A scan at the door: whoever holds it was there in time, and may send what was chosen later. */
export interface CheckInSession {
  facts: CheckInFacts;
  scannedAt: Date;
  /** Of this scan alone. */
  device: string;
  /** The session as a form or a cookie carries it. */
  token: string;
}

const SECOND_MS = 1000;
const NONCE_OCTETS = 8;

/** The codes at a visit's door, and what a scan of one gives. */
@Injectable()
export class CheckInCodes {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly facts: FindCheckInFacts,
  ) {}

  /** The address that the screen shows now. */
  screenAddress({ key, visitId }: CheckInFacts): string {
    return this.addressOf(writeCode(key, { kind: 'screen', visitId, number: stepAt(this.clock.now()) }));
  }

  /** The address that stands on paper. */
  paperAddress({ key, visitId }: CheckInFacts): string {
    return this.addressOf(writeCode(key, { kind: 'paper', visitId, number: 0 }));
  }

  /**
   * What somebody gets who scans a code now; who scanned before goes on with that scan.
   *
   * @param before the session that the browser has, if any
   * @throws CheckInError `code-worn-out`, `check-in-closed`
   */
  async scan(text: string, before: string | undefined): Promise<CheckInSession> {
    const now = this.clock.now();
    const code = readCode(text);
    if (!code || code.kind === 'session') throw new CheckInError('code-worn-out');
    const earlier = await this.session(before, code.visitId);
    if (earlier) return earlier;
    const facts = await this.facts.of(code.visitId);
    if (!facts || !code.proves(facts.key) || !isFresh(code, facts, now))
      throw new CheckInError('code-worn-out');
    if (!isCheckInOpen(facts, now)) throw new CheckInError('check-in-closed');
    const number = Math.floor(now.getTime() / SECOND_MS);
    const device = randomBytes(NONCE_OCTETS).toString('hex');
    const { visitId, key } = facts;
    return {
      facts,
      scannedAt: now,
      device,
      token: writeCode(key, { kind: 'session', visitId, number, nonce: device }),
    };
  }

  /** The scan that a token tells of, where it is one of this visit and may still be sent; null otherwise. */
  async session(token: string | undefined, visitId?: string): Promise<CheckInSession | null> {
    const read = token === undefined ? null : readCode(token);
    if (!token || read?.kind !== 'session' || (visitId !== undefined && read.visitId !== visitId))
      return null;
    const scannedAt = new Date(read.number * SECOND_MS);
    if (!isSessionLive(scannedAt, this.clock.now())) return null;
    const facts = await this.facts.of(read.visitId);
    return facts && read.proves(facts.key) ? { facts, scannedAt, device: read.nonce, token } : null;
  }

  /** The code by which a participant says at the door who it is. */
  personalCode({ key, visitId }: CheckInFacts, participantId: string): string {
    return personalCodeOf(personalOctets(key, visitId, participantId));
  }

  private addressOf(code: string): string {
    return `${this.site.publicUrl}/hadir/${code}`;
  }
}

const isFresh = ({ kind, number }: ReadCode, facts: CheckInFacts, now: Date): boolean =>
  kind === 'screen' ? isStepFresh(number, now) : facts.paperOpen && isPrintedFresh(facts, now);
