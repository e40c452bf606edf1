/**
 * What is kept on the device belongs to one person, and computers are shared: on every page, what was kept to be looked
 * at by others goes, and so does what was saved or is too old. What others have not sent stays, closed, until they come
 * back (`device-queue.ts`, `device-texts.ts`). No other module touches the browser's stores.
 */
import { keepsPages, notePresent } from './device-pages.js';
import { pagePerson } from './device-person.js';
import { tidyTexts } from './device-texts.js';

export async function settleDevice(): Promise<void> {
  if (pagePerson === undefined) return;
  tidyTexts();
  if (keepsPages()) await notePresent(pagePerson);
}
