import { IsIn } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsText } from '../../platform/http/fields.js';
import { readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { readWeekLines } from '../domain/hosting-lines.js';
import { kindFields, plainRule, type KindField, type KindRule } from '../domain/kind-rules.js';
import { visitKinds, type VisitKind } from '../domain/visit-kinds.js';

/** What a field of the rules for a kind is called in the form. */
export const kindFieldName = (kind: VisitKind, field: KindField | 'windows'): string => `${kind}-${field}`;

/** The rules for one kind as they are typed. */
export class KindForm extends bodyOf(kindFields) {
  @IsIn(visitKinds)
  kind: VisitKind;

  /** Days with their hours, a line each. */
  @IsText(2000)
  windows = '';
}

const names: readonly (KindField | 'windows')[] = [...(Object.keys(kindFields) as KindField[]), 'windows'];

/** What was sent of the kinds that the form has, in the shape of `KindForm`, and what was sent beside it. */
export function readKinds(sent: SentForm): { kinds: SentForm[]; rest: SentForm } {
  const rest = { ...sent };
  const kinds = visitKinds.flatMap((kind) => {
    const own: SentForm = {};
    for (const name of names) {
      const field = kindFieldName(kind, name);
      if (field in rest) own[name] = rest[field];
      delete rest[field];
    }
    // A box that is not ticked sends nothing; the days are sent whenever the form has them.
    return 'windows' in own ? [{ ...readFields(kindFields, own), kind }] : [];
  });
  return { kinds, rest };
}

/** The rules that were typed, with a fault for each that cannot be read. */
export function kindRulesOf(forms: readonly KindForm[]): {
  kinds: KindRule[];
  faults: { field: string; message: string }[];
} {
  const faults: { field: string; message: string }[] = [];
  const kinds = forms.map(({ kind, windows: lines, ...given }): KindRule => {
    const { windows, fault } = readWeekLines(lines);
    if (fault) faults.push({ field: kindFieldName(kind, 'windows'), message: fault });
    return { ...plainRule(kind), ...given, windows };
  });
  return { kinds, faults };
}

/** A fault of the rules for a kind (`kinds.0.largestParty`, `kinds.coordination.windows`) at its field of the form. */
export const atKindField = (field: string): string =>
  field.replace(/^kinds\.([\w-]+)\.(\w+)(?:\.\d+)?$/, (_, which: string, name: string) => {
    const kind = visitKinds.find((each, index) => each === which || String(index) === which);
    return `${kind}-${name}`;
  });

export const kindText = (sent: SentForm | undefined, name: string, stored: string): string =>
  sent ? typed(sent, name) : stored;
