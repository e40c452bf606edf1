import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, Select, type Option } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { UnitChoice } from '../queries/unit-choices.js';
import { OfficialFields } from './official-fields.js';
import { roleOptions } from './participant-editor.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { RefusedParticipant } from './refused-participant.js';
import { sideWords } from './visit-words.js';

const sideOptions: Option[] = Object.entries(sideWords).map(([value, name]) => ({ value, name }));

/** @param ownOnly whether somebody brings people of a joined guest, and no others */
export const sideOptionsFor = (ownOnly: boolean): Option[] =>
  ownOnly ? sideOptions.filter(({ value }) => value === 'guest') : sideOptions;

interface NewParticipantProps {
  visitId: string;
  /** Whether the reader brings people of a joined guest, and no others. */
  ownOnly: boolean;
  refused: RefusedParticipant | null;
}

/** A form for one more participant. */
export function NewParticipantCard({ visitId, ownOnly, refused }: NewParticipantProps): VNode {
  const sent = refused?.sent;
  const common = { faults: refused?.faults ?? null };
  return (
    <Card title="Tambah peserta">
      <PageForm class="card-body" action={`/kunjungan/${visitId}/peserta`}>
        <Field name="name" label="Nama" value={typed(sent, 'name')} maxLength={200} {...common} />
        <OfficialFields value={(name) => typed(sent, name)} stored={null} {...common} />
        <Field
          name="email"
          label="Surel"
          type="email"
          hint="Undangan kalender dikirim ke sini."
          value={typed(sent, 'email')}
          optional
          {...common}
        />
        <Field name="phone" label="Telepon" type="tel" value={typed(sent, 'phone')} optional {...common} />
        <Select
          name="side"
          label="Pihak"
          options={sideOptionsFor(ownOnly)}
          value={typed(sent, 'side') || 'guest'}
          {...common}
        />
        <Select
          name="role"
          label="Peran"
          options={roleOptions}
          value={typed(sent, 'role') || 'member'}
          {...common}
        />
        <button class="btn btn-primary" type="submit">
          Tambahkan
        </button>
      </PageForm>
    </Card>
  );
}

interface UnitInvitationProps {
  visit: VisitFacts;
  units: readonly UnitChoice[];
  /** What was looked for among the units. */
  words: string;
}

/** Inviting everybody of a unit: of the two units at once, of another after looking for it. */
export function UnitInvitation({ visit, units, words }: UnitInvitationProps): VNode {
  const address = `/kunjungan/${visit.id}/peserta`;
  return (
    <Card title="Undang seluruh UPT">
      <form class="card-body pb-3" method="get" action={address}>
        <label class="form-label" for="cari-upt">
          Cari UPT lain
        </label>
        <div class="visit-search">
          <input
            class="form-control"
            id="cari-upt"
            name="cari"
            type="search"
            value={words}
            placeholder="Nama atau tempat"
            maxLength={100}
          />
          <button class="btn" type="submit">
            Cari
          </button>
        </div>
      </form>
      {units.length > 0 ? (
        <ul class="list-group list-group-flush">
          {units.map((unit) => (
            <li class="list-group-item" key={unit.code}>
              <InviteUnit address={address} unit={unit} side={sideOf(unit.code, visit)} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="card-body pt-2 mb-0 text-secondary">Tidak ada UPT dengan nama itu.</p>
      )}
    </Card>
  );
}

const sideOf = (code: string, visit: UnitInvitationProps['visit']): string =>
  code === visit.guestUnit || visit.joinedGuests.includes(code)
    ? 'guest'
    : code === visit.hostUnit
      ? 'host'
      : 'invited';

function InviteUnit({ address, unit, side }: { address: string; unit: UnitChoice; side: string }): VNode {
  const { code, name, people } = unit;
  return (
    <PageForm class="step-main-plain" action={`${address}/upt`}>
      <input type="hidden" name="unit" value={code} />
      <input type="hidden" name="side" value={side} />
      <span>
        {name}
        <span class="d-block text-secondary">
          {people > 0 ? `${people} orang, sebagai ${sideWords[side]?.toLowerCase() ?? ''}` : 'Belum ada akun'}
        </span>
      </span>
      {people > 0 && (
        <button class="btn" type="submit">
          Undang<span class="visually-hidden"> semua orang {name}</span>
        </button>
      )}
    </PageForm>
  );
}
