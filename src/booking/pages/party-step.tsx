import { shownEmail } from '../../platform/text/shown-email.js';
import type { VNode } from 'preact';
import { Check, Field, Group } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { PastedText } from '../../platform/pages/pasted-people.js';
import { visitFields } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { JoiningGuests } from './joining-guests.js';
import { PartyPreview } from './party-preview.js';
import { LookAgain, Step } from './step.js';

interface PartyStepProps {
  number: number;
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

/** Step 4: who comes along. */
export function PartyStep({ number, input, view, faults }: PartyStepProps): VNode {
  const { party } = input;
  const guest = view.arranges ? 'UPT tamu' : 'UPT Anda';
  return (
    <Step
      number={number}
      id="rombongan"
      title="Rombongan"
      lead="Peserta yang punya surel mendapat undangan setelah kunjungan dikonfirmasi."
    >
      <Own view={view} chosen={party.officers} />
      <PastedText
        name="tempel"
        label={`Peserta lain dari ${guest}`}
        optional
        faults={faults}
        value={party.pasted}
      />
      <PastedText
        name="luar"
        label="Orang luar"
        optional
        rows={3}
        faults={faults}
        value={party.outsiders}
        placeholder={'Tono Raharjo\tDinas Pertanian\ttono@contoh.go.id'}
        hint="Mitra, narasumber, atau UPT lain; susunannya sama, jabatan diganti instansi."
      />
      <Group legend="Orang luar itu ikut sebagai">
        <Side value="guest" chosen={party.outsiderSide} label="bagian dari rombongan tamu" />
        <Side value="invited" chosen={party.outsiderSide} label="undangan, tidak dihitung dalam rombongan" />
      </Group>
      <div class="mb-3">
        <LookAgain value="rombongan" step="rombongan">
          Periksa daftar
        </LookAgain>
      </div>
      <div id="pratinjau">
        <PartyPreview party={view.party} leader={party.leader} guest={guest} />
      </div>
      <Field
        name="partySize"
        type="number"
        min={visitFields.partySize.least}
        max={visitFields.partySize.most}
        label="Jumlah rombongan"
        optional
        faults={faults}
        value={party.size}
        hint="Kosongkan agar mengikuti daftar di atas. Isi bila belum semua nama diketahui."
      />
      <JoiningGuests input={input} view={view} faults={faults} />
    </Step>
  );
}

function Own({ view, chosen }: { view: BookingView; chosen: readonly string[] }): VNode | null {
  if (view.officers.length === 0) return null;
  return (
    <Group legend={`Dari ${view.arranges ? (view.guest?.name ?? '') : 'UPT Anda'}`}>
      {view.officers.map(({ personId, name, email }) => (
        <Check
          key={personId}
          name="orang"
          scope={personId}
          value={personId}
          checked={chosen.includes(personId)}
          faults={null}
          label={
            <>
              {name} <span class="text-secondary">{email !== null && shownEmail(email)}</span>
            </>
          }
        />
      ))}
    </Group>
  );
}

function Side({ value, chosen, label }: { value: string; chosen: string; label: string }): VNode {
  return (
    <Check
      type="radio"
      name="pihakLuar"
      scope={value}
      value={value}
      label={label}
      checked={value === chosen}
      faults={null}
    />
  );
}
