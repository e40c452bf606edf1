import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { renderEmblem } from '../../platform/pictures/render-emblem.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { kindsWith, UnitFacts, type UnitFact } from '../../units/index.js';
import { PaperError } from '../domain/error-codes.js';
import { assertPattern } from '../domain/number-pattern.js';
import type { GivenOffice } from '../domain/office-fields.js';
import { mayKeepPapers } from '../domain/policies.js';
import { MOST_SIGNERS, signerFaults, type SignerTerms } from '../domain/signers.js';
import {
  OfficePaperRepository,
  type OfficePaperRow,
  type SignerRow,
} from '../storage/office-paper-repository.js';

/** What is known of a signer that is changed: its id and the version that was seen. */
export type SeenSigner = Pick<SignerRow, 'id' | 'version'>;

/** What stands on an office's papers, and who signs for it. */
export interface OfficePapers {
  office: UnitFact;
  papers: OfficePaperRow;
  signers: SignerRow[];
}

/** Keeps what stands on the papers of an office, and who signs for it. */
@Injectable()
export class KeepOfficePapers {
  constructor(
    private readonly database: Database,
    private readonly units: UnitFacts,
    private readonly papers: OfficePaperRepository,
  ) {}

  /** @throws RequestError `not-found` for what has no papers of its own, `not-allowed` */
  async read(actor: Actor, code: string): Promise<OfficePapers> {
    const office = await this.office(actor, code);
    const [papers, signers] = await Promise.all([this.papers.of(code), this.papers.signers(code)]);
    return { office, papers, signers };
  }

  /**
   * @param version what the caller saw
   * @throws PaperError `office-papers-changed`, `number-pattern-unsound`; RequestError `not-found`, `not-allowed`
   */
  async change(actor: Actor, code: string, version: number, given: GivenOffice): Promise<void> {
    await this.office(actor, code);
    assertPattern(given.numberPattern ?? null);
    await this.database.transaction(async () => {
      const papers = await this.papers.lock(code);
      if (papers.version !== version) {
        throw new PaperError('office-papers-changed', { current: { version: papers.version } });
      }
      const told = Object.entries(given).filter(([, value]) => value !== undefined);
      await this.papers.save({ ...papers, ...Object.fromEntries(told), version: version + 1 });
    });
  }

  /** The emblem as PNG. @throws RequestError `not-found`, `not-allowed` */
  async openEmblem(actor: Actor, code: string): Promise<Buffer> {
    await this.office(actor, code);
    const { emblem } = await this.papers.of(code);
    return found(emblem === null ? null : await this.papers.emblem(emblem));
  }

  /**
   * @param content a picture; null takes the emblem away
   * @throws PaperError `emblem-unreadable`; RequestError `not-found`, `not-allowed`
   */
  async changeEmblem(actor: Actor, code: string, content: Buffer | null): Promise<void> {
    await this.office(actor, code);
    const emblem = content && (await renderEmblem(content));
    if (content && !emblem) throw new PaperError('emblem-unreadable');
    await this.database.transaction(() => this.papers.saveEmblem(code, emblem));
  }

  /** @returns its id. @throws PaperError `signer-unsound`, `signers-overlap`, `signers-full`; RequestError as `change` */
  async addSigner(actor: Actor, code: string, terms: SignerTerms): Promise<string> {
    await this.office(actor, code);
    return this.database.transaction(async () => {
      await this.papers.lock(code);
      if ((await this.papers.signers(code)).length >= MOST_SIGNERS) throw new PaperError('signers-full');
      const id = newId();
      await this.putSigner({ id, organisation: code, version: 1, ...terms });
      return id;
    });
  }

  /** @param terms a NIP that is left out stays. @throws as `addSigner`, and PaperError `signer-changed` */
  async changeSigner(
    actor: Actor,
    code: string,
    seen: SeenSigner,
    terms: Omit<SignerTerms, 'nip'> & { nip?: string | null | undefined },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const signer = await this.lockSigner(actor, code, seen);
      const { nip = signer.nip, ...others } = terms;
      await this.putSigner({ ...signer, ...others, nip, version: signer.version + 1 });
    });
  }

  /** @throws PaperError `signer-changed`; RequestError as `change` */
  async removeSigner(actor: Actor, code: string, seen: SeenSigner): Promise<void> {
    await this.database.transaction(async () => {
      await this.papers.removeSigner((await this.lockSigner(actor, code, seen)).id);
    });
  }

  private async lockSigner(actor: Actor, code: string, { id, version }: SeenSigner): Promise<SignerRow> {
    await this.office(actor, code);
    const signer = await this.papers.lockSigner(id);
    if (signer?.organisation !== code) throw new RequestError('not-found');
    if (signer.version !== version) {
      throw new PaperError('signer-changed', { current: { version: signer.version } });
    }
    return signer;
  }

  /** Whose dates meet those of another of its kind, the database refuses. */
  private async putSigner(signer: SignerRow): Promise<void> {
    const faults = signerFaults(signer);
    if (faults.length > 0) throw new PaperError('signer-unsound', {}, faults);
    await this.papers.putSigner(signer);
  }

  /** The office, for those who keep its papers. @throws RequestError `not-found` for what has none of its own, `not-allowed` */
  async office(actor: Actor, code: string): Promise<UnitFact> {
    const office = found(await this.units.byCode(code));
    if (!kindsWith('mayLead').includes(office.kind)) throw new RequestError('not-found');
    if (!mayKeepPapers(office, actor)) throw new RequestError('not-allowed');
    return office;
  }
}
