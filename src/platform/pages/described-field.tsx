import type { VNode } from 'preact';
import type { FieldDescription } from '../text/field-description.js';
import { DateField } from './calendar-fields.js';
import type { ListStyle } from './described-form.js';
import { Choice, Field, TextArea } from './form-parts.js';
import type { FormFaults } from './forms.js';
import { LONGEST_SECURE_LINK, LONGEST_WEB_PAGE } from '../text/web-pages.js';

const LONGEST_PHONE = 40;
const LONGEST_MAIL_ADDRESS = 254;
const POSTCODE_DIGITS = 5;

/** What one form words otherwise than the description. */
export interface FieldWords {
  label?: string;
  hint?: string;
  placeholder?: string;
  autocomplete?: string;
}

type TypedField = Exclude<FieldDescription, { kind: 'codes' | 'yes-no' }>;

interface DescribedFieldProps extends FieldWords {
  name: string;
  field: TypedField;
  value: string;
  faults: FormFaults | null;
  /** Whether it may be left empty; as described unless the form says otherwise. */
  optional?: boolean;
  /** What it is needed for, of one that may be left empty. */
  needed?: string | undefined;
  first?: boolean;
  /** Tells controls of one name on a page apart. */
  scope?: string;
  lists?: ListStyle;
}

/** The control in which a field is typed: its kind, length, range, label and hint are those of its description. */
export function DescribedField({ field, lists = 'lines', ...given }: DescribedFieldProps): VNode {
  const props = { label: field.label, hint: field.hint, optional: field.empty !== 'refused', ...given };
  switch (field.kind) {
    case 'text':
      return <Field {...props} maxLength={field.longest} />;
    case 'long-text':
      return <TextArea {...props} {...rowsOf(field)} maxLength={field.longest} />;
    case 'words':
      return lists === 'commas' && field.lists === undefined ? (
        <Field {...props} maxLength={field.longest * field.most} />
      ) : (
        <TextArea {...props} {...rowsOf(field)} />
      );
    case 'whole':
      return <Field {...props} type="number" min={field.least} max={field.most} />;
    case 'phone':
      return <Field {...props} type="tel" maxLength={LONGEST_PHONE} />;
    case 'mail-address':
      return <Field {...props} type="email" maxLength={LONGEST_MAIL_ADDRESS} />;
    case 'web-page':
      return <Field {...props} maxLength={LONGEST_WEB_PAGE} />;
    case 'secure-link':
      return <Field {...props} maxLength={LONGEST_SECURE_LINK} />;
    case 'choice':
      return <Choice {...props} choices={field.choices} value={props.value || field.usual} />;
    case 'postcode':
      return <Field {...props} maxLength={POSTCODE_DIGITS} />;
    case 'date':
      return <DateField {...props} />;
    case 'latitude':
    case 'longitude':
      return <Field {...props} />;
  }
}

const rowsOf = ({ rows }: { rows?: number }): { rows?: number } => (rows === undefined ? {} : { rows });
