import type { VNode } from 'preact';
import { Select } from '../../platform/pages/form-parts.js';
import { PastedColumns, PeopleTable } from '../../platform/pages/pasted-people.js';
import { memberKey, type Party, type PartyMember } from '../domain/party.js';

interface PartyPreviewProps {
  party: Party;
  leader: string;
  /** What the guest is called here. */
  guest: string;
}

const remarkOf = ({ side, role }: PartyMember): string | undefined =>
  role === 'leader' ? 'pimpinan' : side === 'invited' ? 'undangan' : undefined;

/** What was taken for what, who was understood, and which lines were not. */
export function PartyPreview({ party, leader, guest }: PartyPreviewProps): VNode {
  const { members, pasted, outsiders, twice } = party;
  const guests = members.filter(({ side }) => side === 'guest');
  return (
    <>
      <PastedColumns title={`Peserta lain dari ${guest}`} field="tempel" list={pasted} />
      <PastedColumns title="Orang luar" field="luar" list={outsiders} />
      {twice.length > 0 && (
        <p class="text-secondary">Disebut dua kali dan diambil satu kali: {twice.join(', ')}.</p>
      )}
      {members.length > 0 ? (
        <PeopleTable people={members.map((member) => ({ ...member, remark: remarkOf(member) }))} />
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
          options={guests.map((each) => ({ value: memberKey(each), name: each.name }))}
        />
      ) : (
        <input type="hidden" name="ketua" value={leader} />
      )}
    </>
  );
}
