import { Injectable } from '@nestjs/common';
import { participantChanges } from '../domain/field-changes.js';
import { aspectsChanged } from '../domain/visit-aspects.js';
import {
  ParticipantRepository,
  visitAspectsByParticipantField,
  type ParticipantRow,
} from '../storage/participant-repository.js';
import { ActAsParticipant, type OwnChange } from './act-as-participant.js';
import { AskOwnAddress } from './ask-own-address.js';
import { assertNew } from './change-participants.js';
import { ParticipantRenames } from './participant-renames.js';

/** What participants may put right of themselves, at once; a NIP that is left out stays. */
export type OwnData = Pick<ParticipantRow, 'name' | 'position' | 'office' | 'rank' | 'phone'> &
  Partial<Pick<ParticipantRow, 'nip'>>;

/**
 * Lets a participant, with or without an account, put right what a visit knows of the person: a line of history tells
 * officers; answers, links and feeds stay, and what was promised under the old name goes by the new one. Another mail
 * address counts once its owner said so.
 */
@Injectable()
export class CorrectOwnData {
  constructor(
    private readonly act: ActAsParticipant,
    private readonly participants: ParticipantRepository,
    private readonly renames: ParticipantRenames,
    private readonly address: AskOwnAddress,
  ) {}

  /**
   * @param given with the mail address; null leaves it as it is
   * @returns whether the owner of another address is asked for it
   * @throws VisitError `participant-twice`, `address-asked-too-often`
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(
    visitId: string,
    participantId: string,
    { email, ...given }: OwnData & { email: string | null },
  ): Promise<{ isAsked: boolean }> {
    let isAsked = false;
    await this.act.execute(visitId, participantId, async ({ participant, others }) => {
      const corrected = { ...participant, ...given };
      if (corrected.name !== participant.name) assertNew(corrected, others);
      isAsked = email !== null && email !== participant.email;
      if (email !== null && isAsked) await this.address.execute(corrected, email, others);
      return this.correct(participant, corrected);
    });
    return { isAsked };
  }

  private async correct(standing: ParticipantRow, corrected: ParticipantRow): Promise<OwnChange | null> {
    const changes = participantChanges(standing, corrected);
    if (changes.length === 0) return null;
    await this.participants.save(corrected);
    if (corrected.name !== standing.name) {
      const { visitId, name: to } = corrected;
      await this.renames.happened({ visitId, from: standing.name, to });
    }
    const beside = aspectsChanged(visitAspectsByParticipantField, standing, corrected);
    return { name: corrected.name, action: 'correct-own-data', reason: null, beside, changes };
  }
}
