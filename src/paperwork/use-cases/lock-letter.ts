import { found, RequestError } from '../../platform/http/request-error.js';
import { PaperError } from '../domain/error-codes.js';
import type { LetterRepository, LetterRow } from '../storage/letter-repository.js';
import type { LetterAround } from './letter-places.js';

/** The line that is changed, as it was seen. */
export type SeenLetter = Pick<LetterRow, 'id' | 'version'>;

/** A line that the actor may change, locked. @throws PaperError `letter-changed`; RequestError `not-found`, `not-allowed` */
export async function lockLetter(
  letters: LetterRepository,
  around: LetterAround,
  { id, version }: SeenLetter,
): Promise<LetterRow> {
  const letter = found(await letters.lock(id));
  const { visitId, tripId } = around.place;
  if (letter.visitId !== visitId || letter.tripId !== tripId) throw new RequestError('not-found');
  if (!around.offices.includes(letter.organisation)) throw new RequestError('not-allowed');
  if (letter.version !== version) {
    throw new PaperError('letter-changed', { current: { version: letter.version } });
  }
  return letter;
}
