import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { letterKinds, type LetterKind } from '../domain/letter-kinds.js';

/** A version of an office's Word template. */
export class LetterTemplateView {
  @Uuid()
  id: string;

  /** Code of the office, or of its regional office. */
  organisation: string;

  @OneOf('LetterKind', letterKinds)
  kind: LetterKind;

  /** Which version, from 1. */
  @Whole()
  number: number;

  name: string;

  /** Bytes. */
  @Whole()
  size: number;

  note: string;
  isCurrent: boolean;
  uploadedBy: string;

  @Instant()
  uploadedAt: string;
}

/** What letters of one kind are written with. */
class KindTemplatesView {
  @OneOf('LetterKind', letterKinds)
  kind: LetterKind;

  /** The own current version, else the regional office's; null for the layout of Sambang. */
  applying: LetterTemplateView | null;

  /** The office's own, the newest first. */
  versions: LetterTemplateView[];
}

export class KindTemplatesList extends listOf(KindTemplatesView) {}

class InnerFieldView {
  /** As it stands in braces; a dot for a text that stands for itself. */
  name: string;
  says: string;
  example: string;
}

/** A placeholder of templates, or a list of them. */
export class TemplateFieldView {
  /** As it stands in braces. */
  name: string;
  says: string;
  /** Null for a list. */
  example: string | null;
  /** What stands inside a list; null for a value. */
  inside: InnerFieldView[] | null;
}

export class TemplateFieldList extends listOf(TemplateFieldView) {}
