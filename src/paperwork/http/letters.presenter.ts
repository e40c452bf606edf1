import type { Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { maskNip } from '../../platform/text/nip.js';
import type { Zone } from '../../platform/text/zones.js';
import type { SignedCopy } from '../domain/signed-copy.js';
import type { ReadableLetter } from '../use-cases/read-letters.js';
import type { LetterPersonView, RegisteredLetterView } from './letters.view.js';

const presentCopy = (
  { name, mediaType, size, addedAt }: SignedCopy,
  timeZone: Zone,
): NonNullable<RegisteredLetterView['signedCopy']> => ({
  ...{ name, mediaType, size },
  addedAt: toOffsetIso(addedAt, timeZone),
});

const maskedPerson = ({ name, nip, rank, position }: LetterPersonView): LetterPersonView => ({
  ...{ name, rank, position },
  nip: nip && maskNip(nip),
});

/** A line of the register as the API tells it; NIP masked. */
export function presentLetter(
  letter: ReadableLetter,
  { timeZone }: Pick<Actor, 'timeZone'>,
): RegisteredLetterView {
  const { id, organisation, kind, direction, number, datedOn, nature, attachment, subject, version } = letter;
  const { takenOn, office, signer, party } = letter.snapshot;
  const { emblem: _, ...shown } = office;
  return {
    ...{ id, organisation, kind, direction, number, datedOn, nature, attachment, subject, version },
    classification: letter.classification,
    copies: letter.copies,
    basis: letter.basis,
    dipa: letter.dipa,
    signing: letter.signing,
    details: { ...letter.details, authorityNip: maskNip(letter.details.authorityNip) },
    minutes: letter.minutes,
    isDrawn: letter.drawnNumber !== null,
    generatedFile: letter.generatedFile,
    signedFile: letter.signedFile,
    signedCopy: letter.copy && presentCopy(letter.copy, timeZone),
    sentAt: letter.sentAt && toOffsetIso(letter.sentAt, timeZone),
    isOfTrip: letter.isOfTrip,
    hasPaper: letter.mayTake,
    mayChange: letter.mayChange,
    snapshot: {
      takenOn,
      office: shown,
      signer: signer && maskedPerson(signer),
      party: party.map(maskedPerson),
    },
  };
}
