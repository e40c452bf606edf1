import { OneOf, Whole } from '../../platform/http/view-fields.js';
import { filePlaces, type FilePlace } from '../../platform/files/object-store.js';

/** How the store of documents stands. */
export class FileStandingView {
  /** Where new documents go. */
  @OneOf('FilePlace', filePlaces)
  place: FilePlace;

  /** Documents that lie in the database still; 10,000 for that many or more. */
  @Whole()
  unmoved: number;

  /** Those that are missing or not as they were written. */
  @Whole()
  damaged: number;
}
