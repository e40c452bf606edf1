import type { VNode } from 'preact';
import { Check, Field, Group, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import type { OrganisationChoice } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { LookAgain } from './step.js';

interface JoiningGuestsProps {
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

/** Further organisations that are asked to come along: looked for, and ticked. */
export function JoiningGuests({ input, view, faults }: JoiningGuestsProps): VNode {
  const { words, partners } = input.joining;
  return (
    <>
      <Field
        name="cariTamu"
        label="Ajak kantor lain ikut berkunjung"
        optional
        maxLength={100}
        value={words}
        faults={faults}
        hint="Tulis nama atau tempatnya, cari, lalu centang. Petugasnya menjawab sendiri dan membawa rombongannya sendiri."
      />
      <div class="mb-3">
        <LookAgain value="tamu-lain" step="rombongan">
          <Icon name="search" />
          Cari kantor
        </LookAgain>
      </div>
      <div id="tamu-lain">
        <Choices {...view.joining} words={words} />
      </div>
      <TextArea
        name="mitra"
        label="Mitra luar yang ikut"
        rows={2}
        optional
        maxLength={4000}
        value={partners}
        faults={faults}
        hint="Universitas, dinas, media, atau lembaga; satu baris satu nama. Yang pernah tercatat ditemukan lagi dari namanya."
      />
    </>
  );
}

function Choices({
  chosen,
  found,
  words,
}: Omit<BookingView['joining'], 'partners'> & { words: string }): VNode | null {
  if (chosen.length + found.length === 0) {
    return words === '' ? null : <p class="text-secondary">Tidak ada kantor yang cocok.</p>;
  }
  return (
    <Group legend="Kantor yang diajak">
      {chosen.map((each) => (
        <Choice key={each.code} of={each} isChosen />
      ))}
      {found.map((each) => (
        <Choice key={each.code} of={each} isChosen={false} />
      ))}
    </Group>
  );
}

function Choice({
  of: { code, name, kind },
  isChosen,
}: {
  of: OrganisationChoice;
  isChosen: boolean;
}): VNode {
  return (
    <Check
      name="tamuLain"
      scope={code}
      value={code}
      label={kind === 'partner' ? `${name} (mitra luar; langsung tercatat ikut)` : name}
      checked={isChosen}
      faults={null}
    />
  );
}
