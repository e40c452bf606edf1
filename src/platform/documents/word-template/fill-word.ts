import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { BLANK } from '../../text/paper.js';
import { xmlContent } from '../xml-content.js';
import type { WordPackage } from './word-package.js';

/** What is filled in: values by their whole names, lists of such, and items that are texts themselves. */
export interface WordValues {
  [name: string]: string | readonly (WordValues | string)[];
}

/** A name that the library could not fill in, and why. */
export interface FillFault {
  id: string;
  name: string;
}

/** Thrown for a template that cannot be filled in, with all faults at once. */
export class UnfillableWord extends Error {
  constructor(readonly faults: readonly FillFault[]) {
    super(`cannot fill in: ${faults.map(({ id, name }) => `${id} ${name}`).join(', ')}`);
  }
}

/** Names are looked up as they are: nothing is worked out, and nothing but own values is found. */
const parser = (name: string) => ({
  get: (scope: unknown): unknown => {
    if (name === '.') return scope;
    const isHeld = typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name);
    return isHeld ? (scope as WordValues)[name] : undefined;
  },
});

/**
 * Fills in a Word template: `{nama}`, `{#daftar}…{/daftar}` and `{^daftar}…{/daftar}` for an empty one. Values are escaped;
 * an empty one is the place where it is filled in by hand.
 *
 * @throws UnfillableWord
 */
export function fillWord({ entries }: WordPackage, given: WordValues): Buffer {
  const zip = new PizZip();
  for (const { name, content } of entries) zip.file(name, content, { binary: true });
  try {
    const document = new Docxtemplater(zip, {
      ...{ parser, paragraphLoop: true, linebreaks: true, errorLogging: false },
      nullGetter: ({ module }: { module?: string }) => (module ? '' : BLANK),
    });
    document.render(xmlContent(given));
    return document.toBuffer({ compression: 'DEFLATE' });
  } catch (thrown) {
    throw new UnfillableWord(faultsOf(thrown));
  }
}

interface Thrown {
  properties?: { id?: unknown; xtag?: unknown; errors?: unknown };
}

function faultsOf(thrown: unknown): FillFault[] {
  const { properties } = thrown as Thrown;
  if (properties === undefined) throw thrown;
  const { errors, id, xtag } = properties;
  if (Array.isArray(errors)) return errors.flatMap(faultsOf);
  return [{ id: typeof id === 'string' ? id : 'unknown', name: typeof xtag === 'string' ? xtag : '' }];
}
