import type { VNode } from 'preact';
import { ChosenBoxes, DescribedFields } from '../../platform/pages/described-fields.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { acceptanceForm, besideEachOther, chosenReceivers, type Receiver } from '../domain/acceptance.js';

interface WordsProps {
  visit: { place: string };
  sent: SentForm | undefined;
  faults: FormFaults | null;
  scope?: string;
}

/** What a host says with its yes: where, a word to its guests, what it asks of them, and its letter. */
export const AcceptanceWords = ({ visit, sent, faults, scope }: WordsProps): VNode => (
  <DescribedFields
    fields={acceptanceForm}
    beside={besideEachOther}
    values={(name) => (name === 'place' && !sent ? visit.place : typed(sent, name))}
    faults={faults}
    scope={scope}
  />
);

interface ReceiversProps {
  receivers: readonly Receiver[];
  /** The reader, who is chosen with the head unless somebody says otherwise. */
  personId: string;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Who of the host receives the guests. */
export const Receivers = ({ receivers, personId, sent, faults }: ReceiversProps): VNode => (
  <ChosenBoxes
    name="hosts"
    legend="Siapa yang menerima tamu"
    hint="Mereka menjadi peserta dan mendapat undangan kalender."
    boxes={chosenReceivers(receivers, personId, sent ? [sent['hosts'] ?? []].flat() : null)}
    faults={faults}
  />
);
