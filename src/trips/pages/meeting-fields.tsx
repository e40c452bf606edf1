import type { VNode } from 'preact';
import { Choice, Field } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { LONGEST_SECURE_LINK } from '../../platform/text/web-pages.js';
import { visitFields } from '../../visits/index.js';

interface MeetingFieldsProps {
  /** How the form calls the two. */
  names: { mode: string; link: string };
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** How a leg's guests and host meet, and where, if by video. */
export function MeetingFields({ names: { mode, link }, sent, faults }: MeetingFieldsProps): VNode {
  return (
    <>
      <Choice
        name={mode}
        label={visitFields.mode.label}
        choices={visitFields.mode.choices}
        value={typed(sent, mode) || visitFields.mode.usual}
        faults={faults}
      />
      <Field
        name={link}
        label={visitFields.meetingLink.label}
        hint={visitFields.meetingLink.hint}
        maxLength={LONGEST_SECURE_LINK}
        value={typed(sent, link)}
        faults={faults}
        optional
      />
    </>
  );
}
