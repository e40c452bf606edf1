import type { VNode } from 'preact';
import { Check, Field, Group, Select, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { BookingInput } from '../domain/booking-input.js';
import { memberKey, type Party, type PartyMember } from '../domain/party.js';
import type { PasteFault } from '../domain/party-paste.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { Look, Step } from './step.js';

interface PartyStepProps {
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

const EXAMPLE = 'Sari Dewi\tPembimbing Kemasyarakatan\tsari@contoh.go.id\t0812 3456 7890';

/** Step 4: who comes along. */
export function PartyStep({ input, view, faults }: PartyStepProps): VNode {
  const { party } = input;
  return (
    <Step
      number={4}
      id="rombongan"
      title="Rombongan"
      lead="Peserta yang punya surel mendapat undangan setelah kunjungan dikonfirmasi."
    >
      <Own view={view} chosen={party.officers} />
      <TextArea
        name="tempel"
        label="Peserta lain dari UPT Anda"
        optional
        faults={faults}
        value={party.pasted}
        placeholder={EXAMPLE}
        hint="Satu orang satu baris: nama, jabatan, surel, telepon. Dapat ditempel langsung dari lembar kerja."
      />
      <TextArea
        name="luar"
        label="Orang luar"
        optional
        rows={3}
        faults={faults}
        value={party.outsiders}
        hint="Mitra, narasumber, atau UPT lain; susunannya sama, jabatan diganti instansi."
      />
      <Group legend="Orang luar itu ikut sebagai">
        <Side value="guest" chosen={party.outsiderSide} label="bagian dari rombongan tamu" />
        <Side value="invited" chosen={party.outsiderSide} label="undangan, tidak dihitung dalam rombongan" />
      </Group>
      <div class="mb-3">
        <Look value="rombongan" step="rombongan">
          Periksa daftar
        </Look>
      </div>
      <div id="pratinjau">
        <Preview party={view.party} leader={party.leader} />
      </div>
      <Field
        name="jumlah"
        type="number"
        min={1}
        max={1000}
        label="Jumlah rombongan"
        optional
        faults={faults}
        value={party.size}
        hint="Kosongkan agar mengikuti daftar di atas. Isi bila belum semua nama diketahui."
      />
    </Step>
  );
}

function Own({ view, chosen }: { view: BookingView; chosen: readonly string[] }): VNode | null {
  if (view.officers.length === 0) return null;
  return (
    <Group legend="Dari UPT Anda">
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
              {name} <span class="text-secondary">{email}</span>
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

/** Who was understood, and which lines were not. */
function Preview({ party, leader }: { party: Party; leader: string }): VNode {
  const { members, pastedFaults, outsiderFaults, twice } = party;
  const guests = members.filter(({ side }) => side === 'guest');
  return (
    <>
      <PasteFaults title="Peserta lain dari UPT Anda" faults={pastedFaults} />
      <PasteFaults title="Orang luar" faults={outsiderFaults} />
      {twice.length > 0 && (
        <p class="text-secondary">Disebut dua kali dan diambil satu kali: {twice.join(', ')}.</p>
      )}
      {members.length > 0 ? (
        <Members members={members} />
      ) : (
        <p class="text-secondary">
          Belum ada peserta. Nama dapat juga ditambahkan setelah permintaan dikirim.
        </p>
      )}
      {guests.length > 1 ? (
        <Select
          name="ketua"
          label="Pimpinan rombongan"
          faults={null}
          value={leader || memberKey(guests[0] as PartyMember)}
          options={guests.map((guest) => ({ value: memberKey(guest), name: guest.name }))}
        />
      ) : (
        <input type="hidden" name="ketua" value={leader} />
      )}
    </>
  );
}

function PasteFaults({ title, faults }: { title: string; faults: readonly PasteFault[] }): VNode | null {
  if (faults.length === 0) return null;
  return (
    <div class="alert alert-danger d-block" role="status">
      <h3 class="alert-title">{title}: ada baris yang perlu diperbaiki</h3>
      <ul class="mb-0">
        {faults.map(({ line, message }) => (
          <li key={line}>
            Baris {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Members({ members }: { members: readonly PartyMember[] }): VNode {
  return (
    <table class="party mb-3">
      <caption class="form-label">{members.length} peserta</caption>
      <thead>
        <tr>
          <th scope="col">Nama</th>
          <th scope="col">Jabatan atau instansi</th>
          <th scope="col">Surel dan telepon</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, office, email, phone, side, role }) => (
          <tr key={email ?? name}>
            <th scope="row">
              {name}
              {role === 'leader' && <span class="text-secondary"> · pimpinan</span>}
              {side === 'invited' && <span class="text-secondary"> · undangan</span>}
            </th>
            <td>{office ?? '–'}</td>
            <td>{[email, phone].filter(Boolean).join(', ') || 'tanpa surel'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
